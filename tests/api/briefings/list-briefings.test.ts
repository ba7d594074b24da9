import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestPublished } from '@communique/api/briefings/find-briefings';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { published } from '../../support/records.ts';

const PAGE = /* GraphQL */ `
  query (
    $first: Int!
    $after: String
    $topic: Slug
    $topics: [Slug!]
    $language: LanguageTag
    $orderBy: BriefingOrder! = NEWEST
  ) {
    briefings(
      first: $first
      after: $after
      topic: $topic
      topics: $topics
      language: $language
      orderBy: $orderBy
    ) {
      edges {
        cursor
        node {
          slug
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

interface Page {
  edges: { cursor: string; node: { slug: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function walk(query: TestApi['query'], variables: object): Promise<string[]> {
  const slugs: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await query(PAGE, { ...variables, after });
    expect(errors).toEqual([]);
    const page: Page = data.briefings;
    slugs.push(...page.edges.map(({ node }) => node.slug));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return slugs;
}

/** Published one after the other, three of them in the same instant. */
async function publishSeven(api: TestApi): Promise<void> {
  const facts = [
    { slug: 'a', title: 'Zebra', importance: 3 },
    { slug: 'b', title: 'élan', importance: null },
    { slug: 'c', title: 'Äpfel', importance: 5 },
    { slug: 'd', title: 'apple', importance: 3 },
    { slug: 'e', title: 'Zebra', importance: null },
    { slug: 'f', title: '東京', importance: 1 },
    { slug: 'g', title: 'beta', importance: 5 },
  ];
  for (const [index, { slug, ...document }] of facts.entries()) {
    if (index < 2 || index > 4) api.clock.pass(60_000);
    await published(api, slug, { document });
  }
}

test.each([1, 2, 3, 7, 100])('pages of %i hold every briefing once, newest first', (first) =>
  withApi(async (api) => {
    await publishSeven(api);
    const slugs = await walk(api.query, { first });
    expect(slugs.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(slugs.slice(0, 2)).toEqual(['g', 'f']);
    expect(slugs.at(-1)).toBe('a');
  }),
);

test('other orders hold every briefing once too', () =>
  withApi(async (api) => {
    await publishSeven(api);
    const byTitle = await walk(api.query, { first: 2, orderBy: 'TITLE' });
    expect(byTitle.slice(0, 4)).toEqual(['c', 'd', 'g', 'b']);
    expect(byTitle.slice(4, 6).toSorted()).toEqual(['a', 'e']);
    expect(byTitle[6]).toBe('f');
    const byImportance = await walk(api.query, { first: 2, orderBy: 'IMPORTANCE' });
    expect(byImportance.slice(0, 2)).toEqual(['g', 'c']);
    expect(byImportance.slice(5).toSorted()).toEqual(['b', 'e']);
  }));

test('what is published while somebody turns pages neither repeats nor hides a briefing', () =>
  withApi(async (api) => {
    await publishSeven(api);
    const firstPage = await api.query(PAGE, { first: 3 });
    api.clock.pass(60_000);
    await published(api, 'newer');
    const rest = await api.query(PAGE, { first: 100, after: firstPage.data.briefings.pageInfo.endCursor });
    const slugs = [...firstPage.data.briefings.edges, ...rest.data.briefings.edges].map(
      ({ node }: Page['edges'][number]) => node.slug,
    );
    expect(slugs.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(rest.data.briefings.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  }));

test('a list can be narrowed to a topic and a language', () =>
  withApi(async (api) => {
    await published(api, 'one', { document: { topics: [{ slug: 'energy', name: 'Energy' }] } });
    await published(api, 'two', { document: { language: 'de' } });
    await published(api, 'own', {
      communityId: FORUM,
      document: { topics: [{ slug: 'energy', name: 'Energie' }] },
    });
    expect(await walk(api.query, { first: 5, topic: 'energy' })).toEqual(['one']);
    expect(await walk(api.query, { first: 5, language: 'de' })).toEqual(['two']);
    expect(await walk(api.query, { first: 5, language: 'de', topic: 'energy' })).toEqual([]);
    expect((await walk(api.as(forumMember), { first: 5, topic: 'energy' })).toSorted()).toEqual([
      'one',
      'own',
    ]);
  }));

test('an empty list is a page without cursors', () =>
  withApi(async ({ query }) => {
    const { data } = await query(PAGE, { first: 5 });
    expect(data.briefings).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  }));

test.each([
  [{ first: 0 }, 'INVALID_INPUT', ['first']],
  [{ first: -1 }, 'INVALID_INPUT', ['first']],
  [{ first: 101 }, 'INVALID_INPUT', ['first']],
  [{ first: 2_147_483_647 }, 'INVALID_INPUT', ['first']],
  [{ first: 5, after: '' }, 'INVALID_INPUT', ['after']],
  [{ first: 5, after: 'nonsense' }, 'INVALID_INPUT', ['after']],
  [{ first: 5, after: 'x'.repeat(50_000) }, 'INVALID_INPUT', ['after']],
  [
    { first: 5, after: Buffer.from('["faqEntries",[1,"x"]]').toString('base64url') },
    'INVALID_INPUT',
    ['after'],
  ],
  [
    { first: 5, after: Buffer.from('["briefings.NEWEST",["1",1]]').toString('base64url') },
    'INVALID_INPUT',
    ['after'],
  ],
  [{ first: 5, topic: 'nope' }, 'NOT_FOUND', ['topic']],
  [{ first: 5, topic: '' }, 'INVALID_INPUT', ['topic']],
  [{ first: 5, topics: ['nope'] }, 'NOT_FOUND', ['topics']],
])('%j is refused with %s and the argument’s name', (variables, code, path) =>
  withApi(async ({ query }) => {
    const { data, errors } = await query(PAGE, variables);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code, path } }]);
    expect(errors[0]?.message).not.toContain('Something went wrong');
  }),
);

test('a cursor of another order is refused', () =>
  withApi(async (api) => {
    await published(api, 'one');
    const { data } = await api.query(PAGE, { first: 1 });
    const after = data.briefings.pageInfo.endCursor;
    const { errors } = await api.query(PAGE, { first: 1, after, orderBy: 'TITLE' });
    expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT', path: ['after'] } });
  }));

test('no text as a cursor, topic or slug is ever more than a value', () =>
  withApi(async (api) => {
    await published(api, 'one');
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom("' or 1=1 --", '"; drop table briefings; --', '%', '_', '\u0000', '\uD800', '*', '{}'),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const list = await api.query(PAGE, { first: 5, topic: text });
        expect(list.errors[0]?.extensions?.code).toMatch(/^(?:NOT_FOUND|INVALID_INPUT)$/);
        const one = await api.query(`query ($slug: Slug!) { briefing(slug: $slug) { __typename } }`, {
          slug: text,
        });
        expect(one.data?.briefing.__typename).toMatch(/^(?:NotFoundError|InvalidInputError)$/);
        const cursor = await api.query(PAGE, { first: 5, after: text });
        expect(cursor.errors[0]?.extensions?.code).toBe('INVALID_INPUT');
      }),
      { numRuns: 60 },
    );
    expect((await api.query(PAGE, { first: 5 })).data.briefings.edges).toHaveLength(1);
  }));

test('a page of twenty briefings with their topics takes three statements, and one when they are in memory', () =>
  withApi(async (api) => {
    for (let number = 1; number <= 25; number += 1) await published(api, `briefing-${number}`);
    const list = `{ briefings(first: 20) { edges { node { title topics { name } sections { blocks { id } } } } } }`;
    api.statements();
    const { data } = await api.query(list);
    expect(data.briefings.edges).toHaveLength(20);
    expect(api.statements()).toHaveLength(3);
    await api.query(list);
    api.statements();
    await api.query(list);
    expect(api.statements()).toHaveLength(1);
  }));

test('a digest gets the newest of its topics without the revisions it has had', () =>
  withApi(async (api) => {
    const one = await published(api, 'one');
    api.clock.pass(1_000);
    await published(api, 'two', { document: { topics: [{ slug: 'energy', name: 'Energy' }] } });
    api.clock.pass(1_000);
    await published(api, 'three', { communityId: FORUM });
    const newest = async (wish: Partial<Parameters<typeof newestPublished>[1]>) =>
      (
        await newestPublished(api.db, {
          communityId: FORUM,
          topics: [],
          excludeRevisionIds: [],
          limit: 10,
          ...wish,
        })
      ).map(({ slug }) => slug);
    expect(await newest({})).toEqual(['three', 'two', 'one']);
    expect(await newest({ limit: 2 })).toEqual(['three', 'two']);
    expect(await newest({ topics: ['diplomacy'] })).toEqual(['three', 'one']);
    expect(await newest({ topics: ['energy', 'nope'] })).toEqual(['two']);
    expect(await newest({ excludeRevisionIds: [one.revisionId] })).toEqual(['three', 'two']);
  }));
