/** One briefing in several languages: which there are, and what each of them still lacks. */
import { expect, test } from 'vitest';
import { runTimedChanges } from '@communique/api/briefings/run-timed-changes';
import { briefings, revisions } from '@communique/api/briefings/table';
import { forumMember, withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';

const GAPS =
  'isComplete pieces translated originalRevision translatedRevision gaps { reason kind pieceId sectionId original }';
const READ = `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { translations {
  language direction isOriginal briefing { slug title } state { ${GAPS} } } } } } }`;

function section(id: string, heading: string, text: string) {
  const blocks = [{ id: `${id}-p`, content: { paragraph: text } }];
  return { id, heading, kind: 'OTHER', blocks };
}

const original = (changes: object = {}) =>
  documentInput({
    title: 'Talks in Riyadh',
    scenarios: [],
    sections: [
      section('a', 'Background', 'They spoke for four hours.'),
      section('b', 'Next', 'They meet again.'),
    ],
    ...changes,
  });

const arabic = (changes: object = {}) =>
  original({
    title: 'محادثات الرياض',
    language: 'ar',
    claims: [{ id: 'c1', verbatim: true, text: 'لقد اتفقنا.', speaker: 'وزير', citations: [1] }],
    sections: [section('a', 'خلفية', 'تحدثوا لمدة أربع ساعات.'), section('b', 'ماذا بعد', 'سيجتمعون مجددا.')],
    ...changes,
  });

type Query = TestApi['query'];

async function publishHead(query: Query, slug: string, expectedRevision: number): Promise<void> {
  const move = { slug, expectedRevision };
  await mutate(query, 'submitForReview', move);
  await mutate(query, 'approveBriefing', move);
  await mutate(query, 'publishBriefing', move);
}

function withTranslation(document: object, run: (api: TestApi, query: Query) => Promise<void>) {
  return withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'riyadh', { document: original() });
    await publishedByEditor(query, 'riyadh-ar', { document, translationOf: 'riyadh' });
    await run(api, query);
  });
}

async function stateOf({ query }: Pick<TestApi, 'query'>, document = READ) {
  const { data, errors } = await query(document);
  expect(errors).toEqual([]);
  return data.briefing.briefing.translations[1].state;
}

test('a briefing says in which languages it can be read, from whichever of them one asks', () =>
  withTranslation(arabic(), async (api) => {
    const translations = [
      {
        language: 'en',
        direction: 'LTR',
        isOriginal: true,
        briefing: { slug: 'riyadh', title: 'Talks in Riyadh' },
        state: null,
      },
      {
        language: 'ar',
        direction: 'RTL',
        isOriginal: false,
        briefing: { slug: 'riyadh-ar', title: 'محادثات الرياض' },
        state: {
          isComplete: true,
          pieces: 6,
          translated: 6,
          originalRevision: 1,
          translatedRevision: 1,
          gaps: [],
        },
      },
    ];
    for (const read of [READ, READ.replace('"riyadh"', '"riyadh-ar"')]) {
      const { data } = await api.query(read);
      expect(data.briefing.briefing.translations).toEqual(translations);
    }
  }));

test('what a translation leaves out or has in the words of the original is named', () =>
  withTranslation(arabic({ sections: [section('a', 'خلفية', 'They spoke for four hours.')] }), async (api) =>
    expect(await stateOf(api)).toEqual({
      isComplete: false,
      pieces: 6,
      translated: 3,
      originalRevision: 1,
      translatedRevision: 1,
      gaps: [
        {
          reason: 'UNTRANSLATED',
          kind: 'BLOCK',
          pieceId: 'a-p',
          sectionId: 'a',
          original: 'They spoke for four hours.',
        },
        { reason: 'MISSING', kind: 'SECTION', pieceId: 'b', sectionId: null, original: 'Next' },
        { reason: 'MISSING', kind: 'BLOCK', pieceId: 'b-p', sectionId: 'b', original: 'They meet again.' },
      ],
    }),
  ));

test('a translation falls behind the pieces of the original that change, until it follows', () =>
  withTranslation(arabic(), async (api, query) => {
    const mistake = { slug: 'riyadh', expectedRevision: 1, wrong: 'four hours', right: 'five hours' };
    await mutate(query, 'correctBriefing', { ...mistake, reason: 'Misheard.' });
    expect(await stateOf(api)).toMatchObject({
      isComplete: false,
      originalRevision: 2,
      translatedRevision: 1,
      gaps: [{ reason: 'OUTDATED', pieceId: 'a-p', original: 'They spoke for five hours.' }],
    });
    const edit = { slug: 'riyadh-ar', document: arabic(), reason: 'Followed.' };
    // An edit that does not say what it follows leaves the translation where it was.
    await mutate(query, 'editBriefing', { ...edit, expectedRevision: 1 });
    await publishHead(query, 'riyadh-ar', 2);
    expect(await stateOf(api)).toMatchObject({ isComplete: false, translatedRevision: 1 });
    await mutate(query, 'editBriefing', { ...edit, expectedRevision: 2, translatedRevision: 2 });
    await publishHead(query, 'riyadh-ar', 3);
    expect(await stateOf(api)).toMatchObject({ isComplete: true, translatedRevision: 2, gaps: [] });
  }));

test('an editor sees what a draft lacks before anybody reads it', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'riyadh', { document: original() });
    const document = arabic({ sections: [section('a', 'خلفية', 'تحدثوا لمدة أربع ساعات.')] });
    await mutate(query, 'createBriefing', { slug: 'riyadh-ar', document, translationOf: 'riyadh' });
    const { data } = await query(`{ editorialBriefing(slug: "riyadh") { ... on EditorialBriefing {
      translationOf { slug } translationState { pieces }
      translations { slug status translationOf { slug } translationState { gaps { pieceId } } } } } }`);
    expect(data.editorialBriefing).toEqual({
      translationOf: null,
      translationState: null,
      translations: [
        {
          slug: 'riyadh-ar',
          status: 'DRAFT',
          translationOf: { slug: 'riyadh' },
          translationState: { gaps: [{ pieceId: 'b' }, { pieceId: 'b-p' }] },
        },
      ],
    });
    const { data: read } = await api.query(READ);
    expect(read.briefing.briefing.translations).toHaveLength(1);
  }));

test.each([
  ['ar', 'riyadh-ar'],
  ['AR-eg', 'riyadh-ar'],
  ['en-GB', 'riyadh'],
  ['de', 'riyadh'],
])('asked for in %s, a briefing is %s', (language, slug) =>
  withTranslation(arabic(), async (api) => {
    const { data } = await api.as(forumMember)(
      `query ($language: LanguageTag) { briefing(slug: "riyadh", language: $language) { ... on BriefingReady { briefing { slug } } } }`,
      { language },
    );
    expect(data.briefing.briefing.slug).toBe(slug);
  }),
);

test('what is not translated into a language is said to be', () =>
  withTranslation(arabic(), async (api) => {
    const { data } = await api.query(
      `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing {
        ar: translation(language: "ar") { briefing { slug } } de: translation(language: "de") { language } } } } }`,
    );
    expect(data.briefing.briefing).toEqual({ ar: { briefing: { slug: 'riyadh-ar' } }, de: null });
  }));

test('a revision is of one language', () =>
  withTranslation(arabic(), async (api) => {
    const { data } = await api.query(
      '{ briefing(slug: "riyadh", revision: 1, language: "ar") { ... on Error { code path } } }',
    );
    expect(data.briefing).toEqual({ code: 'INVALID_INPUT', path: ['language'] });
  }));

test('only a revision of the original can have been translated', () =>
  withTranslation(arabic(), async (_api, query) => {
    const german = { slug: 'riyadh-de', document: original({ language: 'de' }) };
    expect(
      await mutate(query, 'createBriefing', { ...german, translationOf: 'riyadh', translatedRevision: 2 }),
    ).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'translatedRevision'] });
    expect(await mutate(query, 'createBriefing', { ...german, translatedRevision: 1 })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'translatedRevision'],
    });
    const edit = { slug: 'riyadh', document: original(), reason: 'x', expectedRevision: 1 };
    expect(await mutate(query, 'editBriefing', { ...edit, translatedRevision: 1 })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'translatedRevision'],
    });
  }));

test('what translates a revision that readers do not have yet waits for it', () =>
  withTranslation(arabic(), async (_api, query) => {
    const document = original({ title: 'Talks, again' });
    await mutate(query, 'editBriefing', { slug: 'riyadh', document, expectedRevision: 1, reason: 'x' });
    const edit = { slug: 'riyadh-ar', document: arabic(), reason: 'Ahead.', translatedRevision: 2 };
    await mutate(query, 'editBriefing', { ...edit, expectedRevision: 1 });
    const move = { slug: 'riyadh-ar', expectedRevision: 2 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    expect(await mutate(query, 'publishBriefing', move)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('translates revision 2 of its original'),
    });
    await publishHead(query, 'riyadh', 2);
    expect(await mutate(query, 'publishBriefing', move)).toMatchObject({ briefing: { status: 'PUBLISHED' } });
  }));

test('what takes a briefing back takes its translations back, now and when it was planned', () =>
  withTranslation(arabic(), async (api, query) => {
    await publishedByEditor(query, 'other', { document: original() });
    await publishedByEditor(query, 'other-ar', { document: arabic(), translationOf: 'other' });
    await mutate(query, 'retractBriefing', { slug: 'riyadh', reason: 'Wrong.' });
    await mutate(query, 'scheduleArchival', { slug: 'other', at: '2025-03-01T00:00:00Z', reason: 'Old.' });
    api.clock.jumpTo('2025-03-01T00:00:01Z');
    expect(await runTimedChanges(api.db, api.act())).toMatchObject({ archived: 1, held: 0 });
    const rows = await api.db.orm.select().from(briefings).orderBy(briefings.slug);
    expect(rows.map(({ slug, status, withdrawnReason }) => [slug, status, withdrawnReason])).toEqual([
      ['other', 'ARCHIVED', 'Old.'],
      ['other-ar', 'ARCHIVED', 'Old.'],
      ['riyadh', 'RETRACTED', 'Wrong.'],
      ['riyadh-ar', 'RETRACTED', 'Wrong.'],
    ]);
    const { data } = await api.query(
      '{ changeFeed(first: 100, kinds: [BRIEFING_WITHDRAWN]) { edges { node { slug reason } } } }',
    );
    expect(data.changeFeed.edges).toHaveLength(4);
  }));

test('a correction leaves what a translation was made from as it is', () =>
  withTranslation(arabic(), async (api, query) => {
    const mistake = { slug: 'riyadh-ar', expectedRevision: 1, wrong: 'أربع', right: 'خمس', reason: 'x' };
    await mutate(query, 'correctBriefing', mistake);
    const rows = await api.db.orm.select().from(revisions);
    expect(rows.map(({ document }) => document.translatedRevision ?? null)).toEqual([null, 1, 1]);
  }));
