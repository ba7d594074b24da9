/** One briefing in several languages: which there are, and what each of them still lacks. */
import { expect, test } from 'vitest';
import { runTimedChanges } from '@communique/api/briefings/run-timed-changes';
import { briefings, revisions } from '@communique/api/briefings/table';
import { forumMember, withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { drafted, published } from '../../support/records.ts';

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
    const edit = { slug: 'riyadh-ar', document: arabic({ importance: 2 }), reason: 'Followed.' };
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

const TAKEN = `__typename ... on EditedBriefing { revision { revision } briefing { translationOf { slug } } }
  ... on TranslationTakenError { language translation { slug } } ... on Error { code message path }`;

test('a language that a briefing is to be had in already is not given to another translation of it', () =>
  withTranslation(arabic(), async (_api, query) => {
    const taken = (language: string, slug: string, path: string[]) => ({
      __typename: 'TranslationTakenError',
      code: 'CONFLICT',
      message: expect.stringContaining(`"${slug}" is this briefing in the language "${language}" already`),
      language,
      translation: { slug },
      path: ['input', ...path],
    });
    const german = { slug: 'riyadh-de', document: original({ language: 'de' }), translationOf: 'riyadh' };
    const begin = (language: string) =>
      mutate(query, 'createBriefing', { ...german, document: original({ language }) }, TAKEN);
    expect(await begin('ar')).toEqual(taken('ar', 'riyadh-ar', ['document', 'language']));
    expect(await begin('en')).toEqual(taken('en', 'riyadh', ['document', 'language']));
    await publishedByEditor(query, 'riyadh-de', german);
    const edit = (slug: string, language: string) => {
      const input = { slug, document: original({ language }), reason: 'x', expectedRevision: 1 };
      return mutate(query, 'editBriefing', input, TAKEN);
    };
    expect(await edit('riyadh-de', 'ar')).toEqual(taken('ar', 'riyadh-ar', ['document', 'language']));
    expect(await edit('riyadh', 'de')).toEqual(taken('de', 'riyadh-de', ['document', 'language']));
    const correction = { slug: 'riyadh-de', wrong: 'de', right: 'ar', reason: 'x', expectedRevision: 1 };
    expect(
      await mutate(
        query,
        'correctBriefing',
        { ...correction, document: original({ language: 'ar' }) },
        TAKEN,
      ),
    ).toEqual(taken('ar', 'riyadh-ar', ['document', 'language']));
    // It was free when it was written, and is not when it is published.
    expect(await edit('riyadh-de', 'fr')).toMatchObject({ revision: { revision: 2 } });
    const french = { ...german, slug: 'riyadh-fr', document: original({ language: 'fr' }) };
    await mutate(query, 'createBriefing', french);
    const move = { slug: 'riyadh-de', expectedRevision: 2 };
    await mutate(query, 'submitForReview', move);
    await mutate(query, 'approveBriefing', move);
    expect(await mutate(query, 'publishBriefing', move, TAKEN)).toEqual(taken('fr', 'riyadh-fr', ['slug']));
  }));

test('an imported briefing becomes the translation of another, and an original again', () =>
  withTranslation(arabic(), async (api, query) => {
    await drafted(api, 'gespraeche', { document: { title: 'Gespräche', language: 'de' } });
    const link = (input: object) =>
      mutate(query, 'linkTranslation', { slug: 'gespraeche', expectedRevision: 1, ...input }, TAKEN);
    // What translates a translation translates the original.
    expect(await link({ translationOf: 'riyadh-ar' })).toEqual({
      __typename: 'EditedBriefing',
      revision: { revision: 2 },
      briefing: { translationOf: { slug: 'riyadh' } },
    });
    await publishHead(query, 'gespraeche', 2);
    const { data } = await api.query(READ);
    expect(data.briefing.briefing.translations.map(({ language }: { language: string }) => language)).toEqual(
      ['en', 'ar', 'de'],
    );
    expect(data.briefing.briefing.translations[2].state.translatedRevision).toBe(1);
    expect(await link({ translationOf: null, expectedRevision: 1 })).toMatchObject({
      __typename: 'RevisionConflictError',
    });
    // Published: its readers are told at once.
    expect(await link({ translationOf: null, expectedRevision: 2 })).toMatchObject({
      revision: { revision: 3 },
      briefing: { translationOf: null },
    });
    expect((await api.query(READ)).data.briefing.briefing.translations).toHaveLength(2);
    expect(await link({ translationOf: 'riyadh', expectedRevision: 3 })).toMatchObject({
      revision: { revision: 4 },
    });
    expect((await api.query(READ)).data.briefing.briefing.translations).toHaveLength(3);
    const operator = (await withToken(api, 'OPERATOR')).query;
    const log = await operator('{ auditLog(first: 2) { edges { node { action before after } } } }');
    expect(log.data.auditLog.edges[1].node).toMatchObject({
      action: 'briefing.link_translation',
      before: expect.anything(),
      after: expect.anything(),
    });
    const feed = await api.query(
      '{ changeFeed(first: 20, kinds: [BRIEFING_UPDATED]) { edges { node { slug revision } } } }',
    );
    expect(feed.data.changeFeed.edges).toMatchObject([
      { node: { slug: 'gespraeche', revision: 3 } },
      { node: { slug: 'gespraeche', revision: 4 } },
    ]);
  }));

test('what cannot be the translation of another stays what it is', () =>
  withTranslation(arabic(), async (api, query) => {
    await drafted(api, 'other', { document: { language: 'ar' } });
    await published(api, 'public', { document: { language: 'fr' } });
    await drafted(api, 'unpublished', { document: { language: 'en' } });
    const link = (slug: string, translationOf: string | null, more = {}) =>
      mutate(query, 'linkTranslation', { slug, translationOf, expectedRevision: 1, ...more }, TAKEN);
    const at = (field: string, code: string) => ({ code, path: ['input', field] });
    expect(await link('other', 'riyadh')).toMatchObject({
      __typename: 'TranslationTakenError',
      language: 'ar',
      translation: { slug: 'riyadh-ar' },
      path: ['input', 'translationOf'],
    });
    expect(await link('other', 'nowhere')).toMatchObject(at('translationOf', 'NOT_FOUND'));
    expect(await link('other', 'other')).toMatchObject(at('translationOf', 'INVALID_INPUT'));
    expect(await link('riyadh', 'riyadh-ar')).toMatchObject(at('translationOf', 'INVALID_INPUT'));
    expect(await link('riyadh', 'public')).toMatchObject(at('translationOf', 'CONFLICT'));
    expect(await link('public', 'unpublished')).toMatchObject(at('slug', 'CONFLICT'));
    expect(await link('public', 'riyadh', { translatedRevision: 2 })).toMatchObject(
      at('translatedRevision', 'INVALID_INPUT'),
    );
    expect(await link('other', null, { translatedRevision: 1 })).toMatchObject(
      at('translatedRevision', 'INVALID_INPUT'),
    );
    await mutate(query, 'editBriefing', {
      slug: 'riyadh',
      document: original({ title: 'Again' }),
      expectedRevision: 1,
      reason: 'x',
    });
    expect(await link('public', 'riyadh', { translatedRevision: 2 })).toMatchObject(
      at('translatedRevision', 'CONFLICT'),
    );
    const rows = await api.db.orm.select().from(briefings);
    expect(rows.filter(({ translationOf }) => translationOf !== null).map(({ slug }) => slug)).toEqual([
      'riyadh-ar',
    ]);
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
    await mutate(query, 'retractBriefing', { slug: 'riyadh', expectedRevision: 1, reason: 'Wrong.' });
    await mutate(query, 'scheduleArchival', {
      slug: 'other',
      expectedRevision: 1,
      at: '2025-03-01T00:00:00Z',
      reason: 'Old.',
    });
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

test('a translation that was taken back leaves its language to a new one under another slug', () =>
  withTranslation(arabic(), async (api, query) => {
    const input = { slug: 'riyadh-ar', expectedRevision: 1, reason: 'Badly worded.' };
    await mutate(query, 'retractBriefing', input);
    const again = { slug: 'riyadh-arabic', document: arabic(), translationOf: 'riyadh' };
    await publishedByEditor(query, 'riyadh-arabic', again);
    const { data } = await api.query(READ);
    const slugs = data.briefing.briefing.translations.map(
      ({ briefing }: { briefing: { slug: string } }) => briefing.slug,
    );
    expect(slugs.toSorted()).toEqual(['riyadh', 'riyadh-arabic']);
  }));
