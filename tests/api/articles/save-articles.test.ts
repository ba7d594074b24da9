import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../../support/settable-clock.ts';
import { withApi, type TestApi } from '../../support/api.ts';
import { importPaper, importPapers, tollArticle } from '../../support/articles.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';
import { scansOf } from '../../support/query-plans.ts';
import { operator } from '@communique/api/audit/actor';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { withdrawBriefing } from '@communique/api/briefings/withdraw-briefing';
import { readHead } from '@communique/api/briefings/read-head';
import { saveArticles } from '@communique/api/articles/save-articles';
import { batchesOf } from '@communique/api/cli/batches';
import { interpretDocument } from '@communique/api/import/interpret-document';

const FIRST = tollArticle('It was raised in May.', 'Nobody objected.');
const SECOND = tollArticle('It was raised in May.', 'A court is to decide.', 'Nobody objected.');
const toll = { communityId: 'library', slug: 'the-toll-on-the-strait' };

async function headOf(api: TestApi) {
  return readHead(api.db, toll);
}

describe('the same article again', () => {
  test('is recognised by its text, its address however it is written, and what it says', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      const before = tableCounts(api);
      const again = [
        FIRST,
        { ...FIRST, name: 'other.md', url: 'https://elsewhere.example/copy' },
        { ...FIRST, url: `http://www.strait.example/news/toll/?utm_source=x#top`, text: `${FIRST.text}\n\n` },
        { ...FIRST, text: FIRST.text.replace('every ship', 'every\nship') },
      ];
      for (const paper of again) {
        expect(await importPaper(api, paper)).toMatchObject({
          outcome: 'KNOWN',
          slug: toll.slug,
          message: expect.stringContaining('imported before'),
        });
      }
      expect(tableCounts(api)).toEqual(before);
    }));

  test('in one batch makes one briefing', () =>
    withApi(async (api) => {
      const outcomes = await importPapers(api, [
        FIRST,
        { text: 'Another matter\n\nIt has its own words. And more.' },
        FIRST,
        FIRST,
      ]);
      expect(outcomes.map((each) => 'saved' in each && each.saved.outcome)).toEqual([
        'DRAFTED',
        'DRAFTED',
        'KNOWN',
        'KNOWN',
      ]);
    }));

  test('twice in the same moment makes one briefing, and each is told of it', () =>
    withApi(async (api) => {
      const outcomes = await Promise.all([importPaper(api, FIRST), importPaper(api, FIRST)]);
      expect(outcomes.map(({ outcome, slug }) => `${outcome} ${slug}`).toSorted()).toEqual([
        `DRAFTED ${toll.slug}`,
        `KNOWN ${toll.slug}`,
      ]);
      const act = { now: api.clock.now(), actor: operator };
      const published = await Promise.all([1, 2, 3].map(async () => publishBriefing(api.db, toll, act)));
      expect(published.map(({ revision }) => revision)).toEqual([1, 1, 1]);
    }));

  test('is another article for another community', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      const elsewhere = await importPaper(api, FIRST, { communityId: '1336000000000000001' });
      expect(elsewhere.outcome).toBe('DRAFTED');
    }));
});

describe('a later version of an article', () => {
  test('becomes a new draft revision of the briefing it made; what is published stays', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      await publishBriefing(api.db, toll, api.act());
      const saved = await importPaper(api, SECOND);
      expect(saved).toMatchObject({
        outcome: 'REVISED',
        slug: toll.slug,
        article: { revision: 2, changes: { added: 1, changed: 0, removed: 0, sections: ['Background'] } },
      });
      expect(saved.message).toContain('new: 1, changed: 0, gone: 0 (in Background)');
      const { briefing, revision, published } = await headOf(api);
      expect(briefing).toMatchObject({ headState: 'DRAFT', status: 'PUBLISHED' });
      expect(revision).toMatchObject({ number: 2, reason: expect.stringContaining('new: 1') });
      expect(published?.number).toBe(1);
    }));

  test('keeps the ids of what it still says, wherever that stands now', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      const before = (await headOf(api)).revision.document.sections[1]?.blocks ?? [];
      await importPaper(api, SECOND);
      const after = (await headOf(api)).revision.document.sections[1]?.blocks ?? [];
      expect([after[0]?.id, after[2]?.id]).toEqual(before.map(({ id }) => id));
      expect(before.map(({ id }) => id)).not.toContain(after[1]?.id);
    }));

  test('keeps gradings with the statement they are about, and gives them to no other', () =>
    withApi(async (api) => {
      const said = (...lines: string[]) =>
        tollArticle(...lines.map((line) => `“${line},” said Minister Ada Berg.`));
      await importPaper(api, said('The toll will stay for as long as it has to'));
      const { query } = await withToken(api, 'EDITOR');
      const [claim] = (await headOf(api)).revision.document.claims;
      await publishBriefing(api.db, toll, api.act());
      const graded = await mutate(query, 'gradeClaim', {
        slug: toll.slug,
        expectedRevision: 1,
        claimId: claim?.id,
        status: 'VERIFIED',
        credibility: 1,
        reason: 'Heard it.',
      });
      expect(graded.message).toBeUndefined();
      const saved = await importPaper(
        api,
        said('No ship will pay it twice in one year', 'The toll will stay for as long as it has to'),
        { overEdits: true },
      );
      expect(saved.outcome).toBe('REVISED');
      const { claims } = (await headOf(api)).revision.document;
      expect(claims.map(({ id, status }) => [id === claim?.id, status])).toEqual([
        [false, 'UNVERIFIED'],
        [true, 'VERIFIED'],
      ]);
    }));

  test('never goes over what an editor has written: it waits in the inbox, and says what differs', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      const { query } = await withToken(api, 'EDITOR');
      await mutate(query, 'editBriefing', {
        slug: toll.slug,
        expectedRevision: 1,
        document: documentInput(),
        reason: 'Better so.',
      });
      const saved = await importPaper(api, SECOND);
      expect(saved).toMatchObject({ outcome: 'HELD', article: { revision: null, changes: { added: 1 } } });
      expect(saved.message).toContain('nothing of theirs was touched');
      expect((await headOf(api)).revision.number).toBe(2);
      // Again: still one article in the inbox.
      const before = tableCounts(api)['articles'];
      expect((await importPaper(api, SECOND)).outcome).toBe('HELD');
      expect(tableCounts(api)['articles']).toBe(before);
      expect(await importPaper(api, SECOND, { overEdits: true })).toMatchObject({
        outcome: 'REVISED',
        article: { revision: 3 },
      });
      expect(await importPaper(api, SECOND)).toMatchObject({ outcome: 'KNOWN' });
    }));

  test('waits too while a review or a publication is planned', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      const { query } = await withToken(api, 'EDITOR');
      await mutate(query, 'submitForReview', { slug: toll.slug, expectedRevision: 1 });
      expect((await importPaper(api, SECOND)).outcome).toBe('HELD');
      expect((await headOf(api)).briefing.headState).toBe('IN_REVIEW');
    }));

  test('of a withdrawn briefing is refused, and nothing is kept of it', () =>
    withApi(async (api) => {
      await importPaper(api, FIRST);
      await publishBriefing(api.db, toll, api.act());
      await withdrawBriefing(api.db, { ...toll, as: 'RETRACTED', reason: 'Wrong.' }, api.act());
      const before = tableCounts(api);
      const [outcome] = await importPapers(api, [SECOND]);
      expect(outcome).toMatchObject({
        error: { code: 'CONFLICT', message: expect.stringContaining('was withdrawn') },
      });
      expect(tableCounts(api)).toEqual(before);
    }));

  test('drafts only the questions that are new', () =>
    withApi(async (api) => {
      const asked = (...questions: string[]) =>
        tollArticle(
          'It was raised.',
          '## FAQ',
          ...questions.flatMap((each) => [`### ${each}`, `The answer to it is known: ${each.length}.`]),
        );
      expect((await importPaper(api, asked('Who pays it?', 'Since when?'))).article?.faqEntries).toBe(2);
      const later = await importPaper(api, asked('Who pays it?', 'Since when?', 'How much is it?'));
      expect(later).toMatchObject({ outcome: 'REVISED', article: { faqEntries: 1 } });
      expect(tableCounts(api)['faq_entries']).toBe(3);
    }));
});

describe('many at once', () => {
  const papers = (count: number) =>
    Array.from({ length: count }, (_each, index) => ({
      text: `Matter of the day\n\nIt has number ${index}. And a second sentence.`,
      name: `a${index}.txt`,
    }));

  test('are written in one transaction, with free slugs for all of them', () =>
    withApi(async (api) => {
      await importPapers(api, papers(3));
      api.statements();
      const version = api.db.dataVersion();
      const outcomes = await importPapers(api, papers(40));
      expect(outcomes.filter((each) => 'saved' in each && each.saved.outcome === 'KNOWN')).toHaveLength(3);
      const slugs = new Set(outcomes.map((each) => ('saved' in each ? each.saved.slug : '')));
      expect(slugs.size).toBe(40);
      expect(api.db.dataVersion()).toBe(version);
      for (const statement of api.statements())
        if (statement.startsWith('select'))
          expect([statement, scansOf(api.db, statement)]).toEqual([statement, []]);
    }));

  test('one that cannot be written is named, and the others are there', () =>
    withApi(async (api) => {
      const [first, ...rest] = papers(5);
      const good = papers(1)[0] ?? first;
      const bad = interpretDocument(
        { path: 'bad', fileName: 'bad.txt', text: `Bad\n\nIt is bad. Very much so.` },
        { now: api.clock.now() },
      );
      if (bad.kind !== 'BRIEFING' || bad.draft.article === null || good === undefined)
        throw new Error('An article');
      const drafts = rest
        .map((paper) =>
          interpretDocument({ path: 'x', fileName: 'x.txt', text: paper.text }, { now: api.clock.now() }),
        )
        .flatMap((each) => (each.kind === 'BRIEFING' && each.draft.article !== null ? [each.draft] : []));
      // A question of signs alone: the rule for entries refuses it when it is composed.
      const broken = { ...bad.draft, faq: [{ question: '???', answer: 'x', language: 'en' }] };
      const outcomes = await saveArticles(
        api.db,
        [...drafts.slice(0, 2), broken, ...drafts.slice(2)],
        { communityId: 'library' },
        api.act(),
      );
      expect(outcomes.map((each) => ('saved' in each ? each.saved.outcome : each.error.code))).toEqual([
        'DRAFTED',
        'DRAFTED',
        'INVALID_INPUT',
        'DRAFTED',
        'DRAFTED',
      ]);
      expect(tableCounts(api)['articles']).toBe(4);
    }));

  test('whose batch loses against another program are written one by one', () =>
    withApi(async (api) => {
      const drafts = papers(3)
        .map((paper) =>
          interpretDocument({ path: 'x', fileName: 'x.txt', text: paper.text }, { now: api.clock.now() }),
        )
        .flatMap((each) => (each.kind === 'BRIEFING' && each.draft.article !== null ? [each.draft] : []));
      let writes = 0;
      const racing: typeof api.db = {
        ...api.db,
        async write(statements) {
          writes += 1;
          // Between looking and writing, another program imports one of them.
          if (writes === 1) await importPapers(api, papers(1));
          await api.db.write(statements);
        },
      };
      const outcomes = await saveArticles(racing, drafts, { communityId: 'library' }, api.act());
      expect(outcomes.map((each) => 'saved' in each && each.saved.outcome)).toEqual([
        'KNOWN',
        'DRAFTED',
        'DRAFTED',
      ]);
      expect(tableCounts(api)['articles']).toBe(3);
    }));

  test('come in groups that are full, large or late', async () => {
    const clock = createSettableClock('2025-02-18T08:00:00Z');
    const [one] = papers(1).map((paper) =>
      interpretDocument({ path: 'x', fileName: 'x.txt', text: paper.text }, { now: clock.now() }),
    );
    if (one === undefined) throw new Error('One');
    const sizes: number[] = [];
    async function* slowly() {
      for (let index = 0; index < 203; index += 1) {
        if (index === 201) clock.pass(5_000);
        yield one as NonNullable<typeof one>;
      }
    }
    for await (const batch of batchesOf(slowly(), clock)) sizes.push(batch.length);
    expect(sizes).toEqual([100, 100, 2, 1]);
  });
});

test('an address that is no longer new when it is written is no second briefing', () =>
  withApi(async (api) => {
    let writes = 0;
    const racing: TestApi = {
      ...api,
      db: {
        ...api.db,
        async write(statements) {
          writes += 1;
          if (writes === 1) await importPaper(api, FIRST);
          await api.db.write(statements);
        },
      },
    };
    expect(await importPaper(racing, SECOND)).toMatchObject({ outcome: 'REVISED', slug: toll.slug });
    expect(tableCounts(api)['briefings']).toBe(1);
  }));
