/** What lists, lookups, search and autocomplete cost the database: as many statements for a hundred results as for one, none of them a scan. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { changeSettings } from '@communique/api/communities/change-settings';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { addFeed, article, report, schedule, webhook } from '../../support/kept-things.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';
import { published, publishedEntry } from '../../support/records.ts';

const SINCE = '"2020-01-01T00:00:00Z"';
const PAGE =
  'edges { cursor node { slug title topics { slug } sections { id } } } pageInfo { hasNextPage endCursor }';
const ENTRIES = 'edges { cursor node { slug topics { slug } briefing { slug } } } pageInfo { hasNextPage }';

/** A list of pieces of briefings. */
function pieces(
  list: string,
  piece: string,
  filter: string,
  most = 1,
): [string, { query: string; most: number }] {
  const query = `{ ${list}(first: $first ${filter}) { edges { cursor node { ${piece} briefing { slug } } } } }`;
  return [`${list} ${filter}`, { query, most }];
}

const OPERATIONS: Record<string, { query: string; most: number; few?: number; sorts?: true; hides?: true }> =
  {
    'a briefing by slug': { query: '{ briefing(slug: "b-2") { __typename } }', most: 1 },
    'an entry by slug': { query: '{ faqEntry(slug: "e-2") { __typename } }', most: 1 },
    'an unknown entry': { query: '{ faqEntry(slug: "nope") { __typename } }', most: 2 },
    'the newest briefings': { query: `{ briefings(first: $first) { ${PAGE} } }`, most: 1 },
    'the last updated briefings': {
      query: `{ briefings(first: $first, orderBy: UPDATED) { ${PAGE} } }`,
      most: 1,
    },
    'the most important briefings': {
      query: `{ briefings(first: $first, orderBy: IMPORTANCE) { ${PAGE} } }`,
      most: 1,
    },
    'briefings by title': { query: `{ briefings(first: $first, orderBy: TITLE) { ${PAGE} } }`, most: 1 },
    'briefings about a topic': {
      query: `{ briefings(first: $first, topic: "diplomacy") { ${PAGE} } }`,
      most: 2,
    },
    'briefings about topics since an instant': {
      query: `{ briefings(first: $first, topics: ["diplomacy", "odd"], publishedSince: ${SINCE}, publishedBefore: "2100-01-01T00:00:00Z", updatedSince: ${SINCE}, language: "en") { ${PAGE} } }`,
      most: 2,
    },
    ...Object.fromEntries(
      ['NEWEST', 'UPDATED', 'IMPORTANCE', 'TITLE'].map((order) => [
        `briefings about topics by ${order}`,
        {
          query: `{ briefings(first: $first, topics: ["diplomacy", "odd"], orderBy: ${order}, language: "en", minImportance: 1, updatedSince: ${SINCE}, publishedSince: ${SINCE}) { ${PAGE} } }`,
          most: 2,
        },
      ]),
    ),
    'briefings in a language': { query: `{ briefings(first: $first, language: "ar") { ${PAGE} } }`, most: 1 },
    'briefings in a language by when they changed': {
      query: `{ briefings(first: $first, language: "ar", updatedSince: ${SINCE}, orderBy: UPDATED) { ${PAGE} } }`,
      most: 1,
    },
    'briefings with their entries': {
      query: `{ briefings(first: $first) { edges { node { slug faq(first: 2) { edges { node { slug } } } } } } }`,
      most: 2,
      sorts: true,
    },
    'briefings with their translations': {
      query: `{ briefings(first: $first) { edges { node { translations { language briefing { slug } state { pieces } } } } } }`,
      most: 2,
    },
    ...Object.fromEntries(
      Object.entries({
        claims: ['claim { text }', '', 'status: UNVERIFIED'],
        events: ['event { title }', 'from: "2024", to: "2026"', 'state: HAPPENED, orderBy: LATEST'],
        scenarios: ['scenario { title }', 'horizonTo: "2026"', 'decided: false, verdict: HAPPENED'],
        corrections: ['correction { right }', `since: ${SINCE}`, 'kind: CORRECTION'],
      }).flatMap(([list, [piece = '', ...filters]]) =>
        filters.flatMap((filter) => [
          pieces(list, piece, filter),
          pieces(list, piece, `${filter} language: "en", updatedSince: ${SINCE}`),
          pieces(list, piece, `${filter} topics: "diplomacy"`, 2),
          pieces(list, piece, `${filter} topics: ["diplomacy", "odd"], language: "en"`, 2),
        ]),
      ),
    ),
    'the newest entries': { query: `{ faqEntries(first: $first) { ${ENTRIES} } }`, most: 3 },
    'stale entries': {
      query: `{ faqEntries(first: $first, staleOnly: true, pinnedOnly: false, language: "en", updatedSince: ${SINCE}) { ${ENTRIES} } }`,
      most: 3,
    },
    'entries by when they changed': {
      query: `{ faqEntries(first: $first, orderBy: UPDATED, updatedSince: ${SINCE}) { ${ENTRIES} } }`,
      most: 3,
    },
    'entries by how much they helped': {
      query: `{ faqEntries(first: $first, orderBy: POPULAR, pinnedOnly: true) { ${ENTRIES} } }`,
      most: 3,
    },
    // Those of a topic are few: they are sorted.
    'entries about topics by how much they helped': {
      query: `{ faqEntries(first: $first, topics: ["diplomacy", "odd"], orderBy: POPULAR) { ${ENTRIES} } }`,
      most: 4,
      sorts: true,
    },
    'entries about a topic': {
      query: `{ faqEntries(first: $first, topics: "diplomacy") { ${ENTRIES} } }`,
      most: 4,
    },
    'the most popular entries': {
      query: '{ complete(prefix: "", kind: FAQ_ENTRY, first: $first) { slug } }',
      most: 2,
    },
    topics: { query: '{ topics(first: $first) { edges { node { slug } } } }', most: 1, sorts: true },
    search: {
      query:
        '{ search(query: "riyadh", kinds: [BRIEFING, SECTION, CLAIM, FAQ_ENTRY], first: $first) { slug excerpt { text } node { __typename } } }',
      most: 4,
      // So many that every kind is among them.
      few: 30,
      hides: true,
    },
    autocomplete: {
      query: '{ complete(prefix: "ta", kind: BRIEFING, first: $first) { slug title } }',
      most: 1,
      hides: true,
    },
  };

const PIECES = {
  claims: [{ id: 'c1', verbatim: false, text: 'They met.' }],
  scenarios: [{ id: 's1', title: 'A deal', horizon: { value: '2026', precision: 'YEAR' as const } }],
  events: [
    {
      id: 'e1',
      title: 'Talks',
      state: 'HAPPENED' as const,
      date: { value: '2025', precision: 'YEAR' as const },
    },
  ],
};

async function fill(api: TestApi): Promise<void> {
  for (let number = 0; number < 12; number += 1) {
    const communityId = number % 3 === 0 ? FORUM : 'library';
    const topics = [{ slug: number % 2 === 0 ? 'diplomacy' : 'odd', name: 'Topic' }];
    const document = { ...PIECES, topics };
    await published(api, `b-${number}`, { communityId, document });
    await publishedEntry(api, { slug: `e-${number}`, communityId, briefing: `b-${number}`, topics });
    await published(api, `ar-${number}`, { communityId, document: { language: 'ar', topics } });
    await api.db.write([
      sql`update briefings set translation_of = (select id from briefings where slug = ${`b-${number}`})
        where slug = ${`ar-${number}`}`,
    ]);
  }
  await changeSettings(
    api.db,
    { communityId: FORUM, hiddenTopics: ['odd'], hiddenWarnings: ['war'] },
    api.act(),
  );
}

test('the number of statements does not depend on the number of results, and none reads a whole table', () =>
  withApi(async (api) => {
    await fill(api);
    for (const ask of [api.query, api.as(forumMember)]) {
      for (const [name, { query, most, few: fewResults = 2, sorts, hides }] of Object.entries(OPERATIONS)) {
        const run = async (first: number) => {
          const { errors } = await ask(query.replaceAll('$first', String(first)));
          expect([name, errors]).toEqual([name, []]);
        };
        // Documents, the search index and the newest of lists come into memory.
        await run(100);
        await run(100);
        api.statements();
        await run(fewResults);
        const few = api.statements();
        await run(100);
        const many = api.statements();
        expect([name, many.length]).toEqual([name, few.length]);
        // Another one where the community is looked at beside the library, and one for what it hides where the index does not know.
        expect([name, many.length <= most + (ask === api.query ? 0 : hides ? 2 : 1)]).toEqual([name, true]);
        for (const statement of many) {
          expect([name, scansOf(api.db, statement)]).toEqual([name, []]);
          if (sorts !== true)
            expect([name, planOf(api.db, statement).join('\n')]).toEqual([
              name,
              expect.not.stringMatching(/temp b-tree for order/i),
            ]);
        }
      }
    }
  }));

const HEADS = 'edges { cursor node { slug head { title } } } pageInfo { hasNextPage endCursor }';

/** What moderators, who edit their server's content, look through. */
const EDITORIAL: Record<string, string> = {
  'briefings by when they were begun': `{ editorialBriefings(first: $first) { ${HEADS} } }`,
  'briefings in one state': `{ editorialBriefings(first: $first, headState: PUBLISHED) { ${HEADS} } }`,
  'briefings about a topic': `{ editorialBriefings(first: $first, topics: "diplomacy", language: "en") { ${HEADS} } }`,
  'a briefing and its revisions':
    '{ editorialBriefing(slug: "b-3") { ... on EditorialBriefing { slug revisions(first: $first) { edges { node { number: revision } } } } } }',
  entries: '{ editorialFaqEntries(first: $first) { edges { cursor node { slug } } } }',
  'entries about topics by when they were saved':
    '{ editorialFaqEntries(first: $first, topics: ["diplomacy"], orderBy: SAVED) { edges { cursor node { slug } } } }',
  'stale entries': `{ editorialFaqEntries(first: $first, staleOnly: true, status: PUBLISHED, updatedSince: ${SINCE}) { edges { cursor node { slug } } } }`,
  'an entry': '{ editorialFaqEntry(slug: "e-3") { __typename } }',
  'what was done': '{ auditLog(first: $first) { edges { cursor node { __typename } } } }',
  'what was done to one thing':
    '{ auditLog(first: $first, subjectId: "x") { edges { cursor node { __typename } } } }',
  schedules: '{ digestSchedules(first: $first) { edges { cursor node { id topics { slug } } } } }',
  'a schedule': '{ digestSchedule(id: "$schedule") { id topics { slug } } }',
  'what a schedule would post': '{ digestPreview(scheduleId: "$schedule") { __typename } }',
  articles: `{ articles(first: $first, since: ${SINCE}) { edges { cursor node { id text(length: 10) pieces { kind } briefing { slug } feed { title } } } } }`,
  'an article': '{ article(id: "$article") { ... on Article { id pieces { kind } } } }',
  questions: '{ questions(first: $first) { edges { cursor node { __typename faqEntry { slug } } } } }',
  reports: '{ reports(first: $first) { edges { cursor node { __typename } } } }',
  webhooks: '{ webhooks(first: $first) { edges { cursor node { id url } } } }',
  'what a webhook was sent':
    '{ webhookDeliveries(webhookId: "$webhook", first: $first) { edges { cursor } } }',
  feeds: '{ feeds(first: $first) { edges { cursor node { id } } } }',
  'their server': `{ community(id: "${FORUM}") { id name } }`,
  'what changed': '{ changeFeed(first: $first) { edges { cursor node { __typename } } } }',
  'where the feed ends': '{ changeCursor }',
  'a briefing by its id': '{ node(id: "$briefing") { id ... on Briefing { title } } }',
  'a node that does not exist': '{ node(id: "QnJpZWZpbmc6bm9uZQ==") { id } }',
};

/** Several of each list, and the ids that lookups ask for. */
async function keepThings(api: TestApi, ask: TestApi['query']): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (let number = 0; number < 5; number += 1) {
    ids['schedule'] = await schedule(ask, `133600000000000070${number}`);
    ids['article'] = await article(ask, FORUM, `matter ${number}`);
    ids['webhook'] = await webhook(api, FORUM, `hook-${number}`);
    await addFeed(api, FORUM, `feed-${number}`);
    await report(ask, 'b-3');
  }
  const { data } = await ask('{ briefing(slug: "b-3") { ... on BriefingReady { briefing { id } } } }');
  return { ...ids, briefing: data.briefing.briefing.id };
}

test('what moderators look through is neither read as a whole nor asked for one by one', () =>
  withApi(async (api) => {
    await fill(api);
    const ask = api.as({ userId: '1336000000000000043', guildId: FORUM, permissions: '8' });
    const ids = await keepThings(api, ask);
    for (const [name, query] of Object.entries(EDITORIAL)) {
      const asked = query.replaceAll(/\$(schedule|article|webhook|briefing)/g, (_match, id) => ids[id] ?? '');
      const run = async (first: number) => {
        const { errors } = await ask(asked.replaceAll('$first', String(first)));
        expect([name, errors]).toEqual([name, []]);
      };
      await run(100);
      api.statements();
      await run(1);
      const few = api.statements();
      await run(100);
      const many = api.statements();
      expect([name, many.length]).toEqual([name, few.length]);
      for (const statement of many) expect([name, scansOf(api.db, statement)]).toEqual([name, []]);
    }
  }));
