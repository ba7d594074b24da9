/** Claims, events and corrections across all briefings: what stands in one that readers have, and nothing else. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { BriefingDocumentInput } from '@communique/api/briefings/document';
import { changeSettings } from '@communique/api/communities/change-settings';
import { correctBriefing } from '@communique/api/corrections/correct-briefing';
import { rebuildProjections } from '@communique/api/briefings/rebuild-projections';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { drafted, published, publishedEntry } from '../../support/records.ts';

type Query = TestApi['query'];

const CLAIMS = 'claim { text } briefing { slug }';
const EVENTS = 'event { title date { value } } briefing { slug }';

async function listed(query: Query, field: string, fields: string, filter = ''): Promise<string[]> {
  const { data, errors } = await query(
    `{ list: ${field}(first: 50 ${filter}) { edges { node { ${fields} } } } }`,
  );
  expect(errors).toEqual([]);
  return data.list.edges.map(({ node }: { node: Record<string, Record<string, unknown>> }) =>
    [node['briefing']?.['slug'], node['claim']?.['text'] ?? node['event']?.['title']].join(': '),
  );
}

function saying(name: string): Partial<BriefingDocumentInput> {
  const event = { state: 'HAPPENED' as const };
  return {
    claims: [
      { id: 'c1', verbatim: false, text: `${name} one` },
      { id: 'c2', verbatim: false, text: `${name} two`, status: 'FALSE' },
    ],
    events: [
      { ...event, id: 'd', title: `${name} day`, date: { value: '2025-02-18', precision: 'DAY' } },
      { ...event, id: 'm', title: `${name} month`, date: { value: '2025-02', precision: 'MONTH' } },
      { id: 'p', state: 'PLANNED', title: `${name} plan`, date: { value: '2026', precision: 'YEAR' } },
      { ...event, id: 'u', title: `${name} undated` },
    ],
  };
}

/** One of the library, one of a server, one under the same slug in both, a draft and one that was taken back. */
function withPieces(run: (api: TestApi) => Promise<void>): Promise<void> {
  return withApi(async (api) => {
    await published(api, 'library', { document: saying('library') });
    api.clock.pass(1000);
    await published(api, 'server', { communityId: FORUM, document: saying('server') });
    api.clock.pass(1000);
    await published(api, 'both', { document: saying('theirs') });
    await published(api, 'both', { communityId: FORUM, document: saying('own') });
    await drafted(api, 'draft', { document: saying('draft') });
    await published(api, 'gone', { document: saying('gone') });
    await retractBriefing(api.db, { communityId: 'library', slug: 'gone', reason: 'Wrong.' }, api.act());
    await run(api);
  });
}

test('everybody sees the claims of the library, and of their own server', () =>
  withPieces(async (api) => {
    const theirs = ['both: theirs two', 'both: theirs one', 'library: library two', 'library: library one'];
    expect(await listed(api.query, 'claims', CLAIMS)).toEqual(theirs);
    expect(await listed(api.as(otherMember), 'claims', CLAIMS)).toEqual(theirs);
    expect(await listed(api.as(forumMember), 'claims', CLAIMS)).toEqual([
      'both: own two',
      'both: own one',
      'server: server two',
      'server: server one',
      'library: library two',
      'library: library one',
    ]);
    expect(await listed(api.query, 'claims', CLAIMS, 'status: FALSE')).toEqual([
      'both: theirs two',
      'library: library two',
    ]);
  }));

test('the timeline runs from the first to the last, and a year is meant with all its days', () =>
  withPieces(async (api) => {
    const ask = (filter: string) => listed(api.as(otherMember), 'events', EVENTS, filter);
    const all = await ask('');
    expect(all.map((line) => line.split(' ').at(-1))).toEqual([
      'month',
      'month',
      'day',
      'day',
      'plan',
      'plan',
    ]);
    expect(await ask('to: "2025"')).toEqual(all.slice(0, 4));
    expect(await ask('from: "2025-02-18", to: "2025-12"')).toEqual(all.slice(2, 4));
    expect(await ask('state: PLANNED')).toEqual(all.slice(4));
  }));

test.each([
  ['claims', CLAIMS],
  ['events', EVENTS],
])('%s come page by page, each once', (field, fields) =>
  withPieces(async (api) => {
    const query = api.as(forumMember);
    const all = await listed(query, field, fields);
    const seen: unknown[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { data }: Awaited<ReturnType<Query>> = await query(
        `query ($after: String) { list: ${field}(first: 4, after: $after) {
          edges { node { ${fields} } } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      seen.push(...data.list.edges);
      more = data.list.pageInfo.hasNextPage;
      after = data.list.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(all.length);
    expect(new Set(seen.map((edge) => JSON.stringify(edge))).size).toBe(all.length);
  }),
);

test('scenarios come in the order in which they are due, and are told apart by what they came to', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const scenarios = [
      { id: 'none', title: 'without a horizon' },
      { id: 'late', title: 'in 2026', horizon: '2026' },
      { id: 'soon', title: 'in March', horizon: '2025-03' },
    ];
    await publishedByEditor(query, 'riyadh', { document: documentInput({ scenarios }) });
    await published(api, 'server', {
      communityId: FORUM,
      document: {
        scenarios: [{ id: 'day', title: 'on the 1st', horizon: { value: '2025-03-01', precision: 'DAY' } }],
      },
    });
    const outcome = { scenarioId: 'soon', text: 'It came.', verdict: 'HAPPENED' };
    await mutate(query, 'recordOutcome', { slug: 'riyadh', expectedRevision: 1, ...outcome });
    const ask = async (filter: string) => {
      const { data, errors } = await api.as(forumMember)(
        `{ scenarios(first: 9 ${filter}) { edges { node { scenario { title } briefing { slug } } } } }`,
      );
      expect(errors).toEqual([]);
      return data.scenarios.edges.map(
        ({ node }: { node: { scenario: { title: string } } }) => node.scenario.title,
      );
    };
    expect(await ask('')).toEqual(['in March', 'on the 1st', 'in 2026', 'without a horizon']);
    expect(await ask('decided: false')).toEqual(['on the 1st', 'in 2026', 'without a horizon']);
    expect(await ask('decided: false, horizonTo: "2025-03"')).toEqual(['on the 1st']);
    expect(await ask('verdict: HAPPENED')).toEqual(['in March']);
    expect(await ask('horizonTo: "2025"')).toEqual(['in March', 'on the 1st']);
  }));

test('the public record lists corrections and gradings of all briefings, latest first', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    for (const slug of ['one', 'two']) await publishedByEditor(query, slug);
    const mistake = { expectedRevision: 1, wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
    await mutate(query, 'correctBriefing', { slug: 'one', ...mistake });
    api.clock.pass(1000);
    const grade = { claimId: 'c1', status: 'FALSE', credibility: 5, reason: 'Denied.' };
    await mutate(query, 'gradeClaim', { slug: 'two', expectedRevision: 1, ...grade });
    const ask = async (filter: string) => {
      const { data } = await api.query(
        `{ corrections(first: 5 ${filter}) { edges { node { correction { kind reason } briefing { slug revision } } } } }`,
      );
      return data.corrections.edges.map(({ node }: { node: object }) => node);
    };
    const graded = {
      correction: { kind: 'GRADING', reason: 'Denied.' },
      briefing: { slug: 'two', revision: 2 },
    };
    const corrected = {
      correction: { kind: 'CORRECTION', reason: 'Misheard.' },
      briefing: { slug: 'one', revision: 2 },
    };
    expect(await ask('')).toEqual([graded, corrected]);
    expect(await ask('kind: CORRECTION')).toEqual([corrected]);
    expect(await ask('since: "2025-02-18T08:00:01Z"')).toEqual([graded]);
  }));

test('the public record of a withdrawn briefing stays, without what it said, for all who do not hide its topics', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    await publishedByEditor(query, 'one');
    const mistake = { expectedRevision: 1, wrong: 'four hours', right: 'five hours', reason: 'Misheard.' };
    await mutate(query, 'correctBriefing', { slug: 'one', ...mistake });
    await mutate(query, 'retractBriefing', { slug: 'one', expectedRevision: 2, reason: 'Invented.' });
    const record = async (asker: TestApi['query'] = api.query) => {
      const { data } = await asker(
        `{ corrections(first: 5, topics: ["diplomacy"]) { edges { node { slug correction { wrong right reason } briefing { slug } } } }
           all: corrections(first: 5) { edges { node { slug } } }
           briefing(slug: "one") { ... on BriefingWithdrawn { reason corrections { wrong right reason } } } }`,
      );
      return data ?? {};
    };
    const { expectedRevision: _expected, ...correction } = mistake;
    await published(api, 'two');
    const told = {
      corrections: { edges: [{ node: { slug: 'one', correction, briefing: null } }] },
      all: { edges: [{ node: { slug: 'one' } }] },
      briefing: { reason: 'Invented.', corrections: [correction] },
    };
    expect(await record()).toEqual(told);
    const rows = () => api.db.orm.all('select * from corrections order by lead');
    const before = rows();
    await rebuildProjections(api.db);
    expect(rows()).toEqual(before);
    const ofServer = api.as(forumMember);
    expect((await record(ofServer)).all.edges).toHaveLength(1);
    await api.db.write([
      sql`insert into hidden_topics (community_id, topic_id) values (${FORUM}, 'library/diplomacy')`,
    ]);
    expect(
      (await ofServer('{ corrections(first: 5) { edges { node { slug } } } }')).data.corrections.edges,
    ).toEqual([]);
  }));

const LISTS = {
  briefings: 'edges { node { slug } }',
  claims: 'edges { node { briefing { slug } } }',
  events: 'edges { node { briefing { slug } } }',
  scenarios: 'edges { node { briefing { slug } } }',
  corrections: 'edges { node { briefing { slug } } }',
  faqEntries: 'edges { node { slug } }',
} as const;

const about = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug }));

/** A briefing with a claim, an event, a scenario and a correction, and an entry, under one slug. */
async function everythingOf(
  api: TestApi,
  slug: string,
  wish: { communityId?: string; topics: { slug: string; name: string }[]; language?: string },
) {
  const { communityId = 'library', ...facts } = wish;
  const document = {
    claims: [{ id: 'c', verbatim: false, text: slug }],
    events: [{ id: 'e', title: slug, state: 'HAPPENED', date: { value: '2025', precision: 'YEAR' } }],
    scenarios: [{ id: 's', title: slug, horizon: { value: '2026', precision: 'YEAR' } }],
    ...facts,
  } as const satisfies Partial<BriefingDocumentInput>;
  await published(api, slug, { communityId, document });
  const correction = { wrong: 'four hours', right: 'five hours', reason: 'x', document: null };
  await correctBriefing(api.db, { communityId, slug, expectedRevision: 1, ...correction }, api.act());
  await publishedEntry(api, { communityId, slug, ...facts });
}

test('every list is narrowed by the same words, and what is not to be seen is not there with any of them', () =>
  withApi(async (api) => {
    await everythingOf(api, 'both', { topics: about('trade', 'energy') });
    await everythingOf(api, 'german', { topics: about('energy'), language: 'de' });
    await everythingOf(api, 'war', { topics: about('war') });
    await everythingOf(api, 'mixed', { topics: about('war', 'trade') });
    api.clock.pass(60_000);
    await everythingOf(api, 'own', { topics: about('energy'), communityId: FORUM });
    await everythingOf(api, 'shared', { topics: about('energy') });
    await everythingOf(api, 'shared', { topics: about('trade'), communityId: FORUM });
    await changeSettings(api.db, { communityId: FORUM, hiddenTopics: ['war'] }, api.act());
    const since = 'updatedSince: "2025-02-18T08:00:30Z"';
    const cases: [TestApi['query'], string, string[]][] = [
      [api.query, '', ['both', 'german', 'mixed', 'shared', 'war']],
      [api.query, 'topics: "energy"', ['both', 'german', 'shared']],
      [api.query, 'topics: ["energy", "trade"]', ['both', 'german', 'mixed', 'shared']],
      [api.query, 'topics: ["energy", "trade"], language: "de"', ['german']],
      [api.query, `topics: ["energy", "war"], language: "en", ${since}`, ['shared']],
      [api.as(forumMember), '', ['both', 'german', 'mixed', 'own', 'shared']],
      // Its own of that slug is about something else.
      [api.as(forumMember), 'topics: "energy"', ['both', 'german', 'own']],
      [
        api.as(forumMember),
        'topics: ["trade", "energy"], language: "en"',
        ['both', 'mixed', 'own', 'shared'],
      ],
      [api.as(forumMember), `topics: ["trade", "energy"], ${since}`, ['own', 'shared']],
      [api.as(otherMember), 'topics: "energy"', ['both', 'german', 'shared']],
      [api.as(otherMember), `${since}, language: "en"`, ['shared']],
    ];
    for (const [query, filter, expected] of cases) {
      for (const [list, fields] of Object.entries(LISTS)) {
        const { data, errors } = await query(`{ list: ${list}(first: 50 ${filter}) { ${fields} } }`);
        expect([list, filter, errors]).toEqual([list, filter, []]);
        const slugs = data.list.edges.map(
          ({ node }: { node: { slug?: string; briefing?: { slug: string } } }) =>
            node.slug ?? node.briefing?.slug,
        );
        expect([list, filter, slugs.toSorted()]).toEqual([list, filter, expected]);
      }
    }
    for (const list of Object.keys(LISTS)) {
      const ask = async (filter: string) =>
        (await api.as(forumMember)(`{ ${list}(first: 5 ${filter}) { edges { cursor } } }`)).errors[0];
      for (const topic of ['war', 'nowhere']) {
        const refused = { extensions: { code: 'NOT_FOUND', path: ['topics'] } };
        expect([list, await ask(`topics: ["energy", "${topic}"]`)]).toMatchObject([list, refused]);
      }
      const many = Array.from({ length: 11 }, (_, at) => `"t-${at}"`).join(' ');
      expect(await ask(`topics: [${many}]`)).toMatchObject({
        extensions: { code: 'INVALID_INPUT', path: ['topics'] },
      });
    }
  }));

test.each(Object.keys(LISTS))(
  'pages of %s about several topics hold each once, whatever their size',
  (list) =>
    withApi(async (api) => {
      for (const [number, topics] of [['a'], ['a', 'b'], ['b'], ['a', 'b', 'c'], ['c']].entries()) {
        await everythingOf(api, `p-${number}`, {
          topics: about(...topics),
          communityId: number > 2 ? FORUM : 'library',
        });
      }
      const page = async (first: number, after: string | null) => {
        const { data, errors } = await api.as(forumMember)(
          `query ($after: String) { list: ${list}(first: ${first}, after: $after, topics: ["a", "b"]) {
          edges { cursor } pageInfo { endCursor hasNextPage } } }`,
          { after },
        );
        expect(errors).toEqual([]);
        return data.list;
      };
      const whole = (await page(100, null)).edges;
      expect(whole).toHaveLength(4);
      for (const first of [1, 3]) {
        const seen: unknown[] = [];
        let after: string | null = null;
        for (let more = true; more;) {
          const { edges, pageInfo } = await page(first, after);
          seen.push(...edges);
          more = pageInfo.hasNextPage;
          after = pageInfo.endCursor;
        }
        expect(seen).toEqual(whole);
      }
    }),
);

test('the timeline can be read from its end', () =>
  withPieces(async (api) => {
    const earliest = await listed(api.as(otherMember), 'events', EVENTS);
    expect(await listed(api.as(otherMember), 'events', EVENTS, 'orderBy: LATEST')).toEqual(
      earliest.toReversed(),
    );
  }));
