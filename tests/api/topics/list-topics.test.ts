import { expect, test } from 'vitest';
import { FORUM, forumMember, withApi } from '../../support/api.ts';
import { published, publishedEntry } from '../../support/records.ts';

const TOPICS = `query ($first: Int!, $after: String) { topics(first: $first, after: $after) { edges { node { id slug name } } pageInfo { hasNextPage endCursor } } }`;

test('topics of what was published are listed by slug, each once, the community’s own first', () =>
  withApi(async (api) => {
    await published(api, 'one', {
      document: {
        topics: [
          { slug: 'b', name: 'B' },
          { slug: 'a', name: 'A' },
        ],
      },
    });
    await publishedEntry(api, { topics: [{ slug: 'c', name: 'C' }] });
    await published(api, 'own', {
      communityId: FORUM,
      document: {
        topics: [
          { slug: 'a', name: 'Our A' },
          { slug: 'd', name: 'D' },
        ],
      },
    });
    const names = async (ask: typeof api.query) => {
      const all: string[] = [];
      let after = null;
      do {
        const { data } = await ask(TOPICS, { first: 1, after });
        all.push(...data.topics.edges.map(({ node }: { node: { name: string } }) => node.name));
        after = data.topics.pageInfo.hasNextPage ? data.topics.pageInfo.endCursor : null;
      } while (after !== null);
      return all;
    };
    expect(await names(api.query)).toEqual(['A', 'B', 'C']);
    expect(await names(api.as(forumMember))).toEqual(['Our A', 'B', 'C', 'D']);
  }));

test('a topic can be fetched by its id by those who see it', () =>
  withApi(async (api) => {
    await published(api, 'own', { communityId: FORUM, document: { topics: [{ slug: 'a', name: 'Our A' }] } });
    const { data } = await api.as(forumMember)(TOPICS, { first: 1 });
    const { id } = data.topics.edges[0].node;
    const fetch = `query ($id: ID!) { node(id: $id) { ... on Topic { name } } }`;
    expect((await api.as(forumMember)(fetch, { id })).data.node).toEqual({ name: 'Our A' });
    expect((await api.query(fetch, { id })).data.node).toBeNull();
  }));

test('the last name given to a topic is its name', () =>
  withApi(async (api) => {
    await published(api, 'one', { document: { topics: [{ slug: 'a', name: 'First' }] } });
    await published(api, 'two', { document: { topics: [{ slug: 'a', name: 'Second' }] } });
    expect((await api.query(TOPICS, { first: 5 })).data.topics.edges).toMatchObject([
      { node: { name: 'Second' } },
    ]);
  }));

test.each([
  ['first', { first: 0 }],
  ['first', { first: 101 }],
  ['after', { first: 1, after: 'x' }],
])('a wrong "%s" is named', (path, variables) =>
  withApi(async ({ query }) => {
    expect((await query(TOPICS, variables)).errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', path: [path] } },
    ]);
  }),
);
