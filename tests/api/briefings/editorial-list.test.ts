/** The list that editors find drafts, what waits and what was taken back in. */
import { expect, test } from 'vitest';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, publishedByEditor, withToken } from '../../support/editing.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';

type Query = TestApi['query'];

async function listed(query: Query, filter = '', page = 'first: 20'): Promise<string[]> {
  const { data, errors } = await query(
    `{ editorialBriefings(${page} ${filter}) { edges { node { slug } } } }`,
  );
  expect(errors).toEqual([]);
  return data.editorialBriefings.edges.map(({ node }: { node: { slug: string } }) => node.slug);
}

const HOUR = 3_600_000;

/** A draft, one in review, one published and edited since, one published and one retracted, an hour apart. */
function withBriefings(run: (api: TestApi, query: Query) => Promise<void>): Promise<void> {
  return withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const energy = [{ slug: 'energy', name: 'Energy' }];
    await mutate(query, 'createBriefing', { slug: 'draft', document: documentInput({ topics: energy }) });
    api.clock.pass(HOUR);
    await mutate(query, 'createBriefing', { slug: 'review', document: documentInput({ language: 'de' }) });
    await mutate(query, 'submitForReview', { slug: 'review', expectedRevision: 1 });
    api.clock.pass(HOUR);
    await publishedByEditor(query, 'edited', { document: documentInput({ importance: 4 }) });
    api.clock.pass(HOUR);
    await publishedByEditor(query, 'public');
    api.clock.pass(1);
    await publishedByEditor(query, 'gone');
    await mutate(query, 'retractBriefing', { slug: 'gone', expectedRevision: 1, reason: 'Wrong.' });
    api.clock.pass(HOUR);
    const edit = { slug: 'edited', expectedRevision: 1, reason: 'Title', document: documentInput() };
    await mutate(query, 'editBriefing', edit);
    await run(api, query);
  });
}

test.each([
  ['status: DRAFT', ['draft']],
  ['status: IN_REVIEW', ['review']],
  ['status: RETRACTED', ['gone']],
  ['status: PUBLISHED, headState: DRAFT', ['edited']],
  ['topics: "energy"', ['draft']],
  ['topics: ["energy", "none"]', ['draft']],
  ['topics: []', ['gone', 'public', 'edited', 'review', 'draft']],
  ['language: "de"', ['review']],
  ['minImportance: 3', ['edited']],
  ['updatedSince: "2025-02-18T12:00:00Z"', ['edited']],
  ['updatedSince: "2025-02-18T12:00:00Z", status: DRAFT', []],
  ['status: SCHEDULED', []],
])('(%s) finds %j', (filter, expected) =>
  withBriefings(async (_api, query) => expect(await listed(query, filter)).toEqual(expected)),
);

test('the latest begun or the latest saved come first, page by page', () =>
  withBriefings(async (_api, query) => {
    const page = async (first: number, after: string | null, orderBy: string) => {
      const { data } = await query(
        `query ($after: String) { editorialBriefings(first: ${first}, after: $after, orderBy: ${orderBy}) {
          edges { node { slug } } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      return data.editorialBriefings;
    };
    for (const [orderBy, first] of [
      ['BEGUN', ['public', 'gone']],
      ['SAVED', ['edited']],
    ] as const) {
      const slugs: string[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const { edges, pageInfo } = await page(2, after, orderBy);
        slugs.push(...edges.map(({ node }: { node: { slug: string } }) => node.slug));
        more = pageInfo.hasNextPage;
        after = pageInfo.endCursor;
      }
      expect(first).toContain(slugs[0]);
      expect(slugs.toSorted()).toEqual(['draft', 'edited', 'gone', 'public', 'review']);
    }
  }));

test('it is for those who may edit, and each sees their own community', () =>
  withBriefings(async (api) => {
    const { errors } = await api.as(forumMember)(
      '{ editorialBriefings(first: 1, status: DRAFT) { edges { cursor } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    const moderator = api.as({ userId: '1336000000000000061', guildId: FORUM, permissions: '32' });
    expect(await listed(moderator)).toEqual([]);
  }));

test('readers list what is important enough', () =>
  withBriefings(async (api) => {
    const { data } = await api.query('{ briefings(first: 5, minImportance: 4) { edges { node { slug } } } }');
    expect(data.briefings.edges).toEqual([{ node: { slug: 'edited' } }]);
  }));

test('every order and filter is read along an index', () =>
  withBriefings(async (api, query) => {
    for (const filter of [
      '',
      'status: DRAFT',
      'orderBy: SAVED',
      'status: DRAFT, orderBy: SAVED, topics: "energy"',
    ]) {
      api.statements();
      await listed(query, filter);
      const statements = api.statements().filter((sql) => sql.includes('from "briefings"'));
      expect(statements).toHaveLength(1);
      const [statement = ''] = statements;
      expect(scansOf(api.db, statement)).toEqual([]);
      expect(planOf(api.db, statement).join('\n')).not.toMatch(/temp b-tree/i);
    }
  }));
