import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { withApi, type TestApi } from '../../support/api.ts';
import { mutate, withToken } from '../../support/editing.ts';
import { startFeedServer } from '../../support/feed-server.ts';
import { planOf, scansOf } from '../../support/query-plans.ts';

const ADDED =
  '__typename ... on AddedFeed { items feed { id title url state } } ... on Error { code message path }';

const act = async (query: TestApi['query'], name: string, feedId: string, fields: string) =>
  (
    await query(
      `mutation ($input: ChangeFeedInput!) { result: ${name}(input: $input) { __typename ${fields} ... on Error { code message path } } }`,
      { input: { feedId, idempotencyKey: randomUUID() } },
    )
  ).data.result;

test('a feed is added once per key, looked at by hand, disabled, enabled and removed', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const server = await startFeedServer();
    server.show({ id: 'a' });
    const input = { url: server.url, idempotencyKey: randomUUID() };
    const added = await mutate(query, 'addFeed', input, ADDED);
    expect(added).toMatchObject({
      items: 1,
      feed: { title: 'Strait Weekly', url: server.url, state: 'ACTIVE' },
    });
    expect(await mutate(query, 'addFeed', input, ADDED)).toEqual(added);
    expect(await mutate(query, 'addFeed', { url: server.url }, ADDED)).toMatchObject({
      code: 'CONFLICT',
      path: ['input', 'url'],
    });
    const { id } = added.feed;
    server.show({ id: 'a' }, { id: 'b' });
    const check = '... on FeedCheck { outcome newArticles reason feed { failures } }';
    expect(await act(query, 'checkFeed', id, check)).toMatchObject({
      outcome: 'CHANGED',
      newArticles: 1,
      reason: null,
    });
    expect(await act(query, 'checkFeed', id, check)).toMatchObject({ outcome: 'UNCHANGED', newArticles: 0 });
    server.answer((_request, response) => void response.writeHead(500).end());
    expect(await act(query, 'checkFeed', id, check)).toMatchObject({
      outcome: 'FAILED',
      reason: expect.stringContaining('status 500'),
      feed: { failures: 1 },
    });
    const changed = '... on ChangedFeed { feed { state disabledReason } }';
    expect(await act(query, 'disableFeed', id, changed)).toMatchObject({
      feed: { state: 'DISABLED', disabledReason: 'an editor disabled it' },
    });
    expect(await act(query, 'checkFeed', id, check)).toMatchObject({ code: 'CONFLICT' });
    expect(await act(query, 'enableFeed', id, changed)).toMatchObject({
      feed: { state: 'ACTIVE', disabledReason: null },
    });
    expect(await act(query, 'removeFeed', id, '... on RemovedFeed { feedId }')).toMatchObject({ feedId: id });
    expect(await act(query, 'removeFeed', id, '... on RemovedFeed { feedId }')).toMatchObject({ feedId: id });
    expect(await act(query, 'enableFeed', id, '')).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'feedId'],
    });
    const acts = api.db.orm.all<{ action: string }>(
      `select action from audit_log where action like 'feed.%' order by id`,
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'feed.add',
      'feed.check',
      'feed.check',
      'feed.check',
      'feed.disable',
      'feed.enable',
      'feed.remove',
    ]);
    const articles = await query('{ articles(first: 5) { edges { node { title feed { removed } } } } }');
    expect(articles.data.articles.edges).toMatchObject([
      { node: { title: 'Item b', feed: { removed: true } } },
    ]);
  }));

test('what cannot be read is a typed error that names the address', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const server = await startFeedServer();
    for (const url of [server.url, 'http://127.0.0.2/feed', 'ftp://strait.example/']) {
      expect(await mutate(query, 'addFeed', { url }, ADDED)).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['input', 'url'],
      });
    }
  }));

test('they are listed page by page, by an index', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const server = await startFeedServer();
    server.show();
    for (let index = 0; index < 5; index += 1) {
      api.clock.pass(1_000);
      await mutate(query, 'addFeed', { url: `${server.url}?${index}` }, ADDED);
    }
    api.statements();
    const page = (after = 'null') =>
      query(
        `{ feeds(first: 2, after: ${after}) { edges { node { url } } pageInfo { endCursor hasNextPage } } }`,
      );
    const first = (await page()).data.feeds;
    for (const statement of api.statements().filter((each) => each.includes('from "feeds"'))) {
      expect([statement, scansOf(api.db, statement)]).toEqual([statement, []]);
      expect(planOf(api.db, statement).join('\n')).not.toMatch(/temp b-tree/i);
    }
    const second = (await page(`"${first.pageInfo.endCursor}"`)).data.feeds;
    const urls = [...first.edges, ...second.edges].map(({ node }) => node.url.at(-1));
    expect(urls).toEqual(['4', '3', '2', '1']);
  }));
