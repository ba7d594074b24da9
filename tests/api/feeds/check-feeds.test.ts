import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { leaseDueFeeds } from '@communique/api/feeds/lease-feeds';
import { checkFeed, checkLeasedFeed } from '@communique/api/feeds/check-feed';
import { disableFeed, enableFeed, removeFeed } from '@communique/api/feeds/change-feed';
import { withApi, type TestApi } from '../../support/api.ts';
import { draftFromArticle } from '@communique/api/articles/draft-from-article';
import { workInPlace } from '@communique/api/import-work/work-in-place';
import { importPaper } from '../../support/articles.ts';
import {
  atom,
  checkOptions,
  feedOf,
  follow,
  inbox,
  MINUTE,
  pass,
  startFeedServer,
  type FeedServer,
} from '../../support/feed-server.ts';
import { planOf } from '../../support/query-plans.ts';

async function withFeed(run: (api: TestApi, server: FeedServer) => Promise<void>): Promise<void> {
  await withApi(async (api) => {
    const server = await startFeedServer();
    server.show({ id: 'a' }, { id: 'b' });
    await follow(api, server.url);
    await run(api, server);
  });
}

const titles = async (api: TestApi) => (await inbox(api)).map(({ title }) => title);

describe('what comes in', () => {
  test('nothing of what was there when the feed was added, and everything after', () =>
    withFeed(async (api, server) => {
      await pass(api);
      expect(await titles(api)).toEqual([]);
      server.show({ id: 'c', title: 'The quay' }, { id: 'a' }, { id: 'b' });
      await pass(api);
      expect(await inbox(api)).toMatchObject([
        {
          title: 'The quay',
          state: 'NEW',
          url: 'https://strait.example/c',
          publisher: 'Strait Weekly',
          publishedOn: null,
          communityId: 'library',
        },
      ]);
      await pass(api);
      expect(await titles(api)).toHaveLength(1);
    }));

  test('nothing twice: by id, by address or by text', () =>
    withFeed(async (api, server) => {
      server.show(
        { id: 'a', link: 'https://strait.example/elsewhere', text: 'Same id.' },
        { id: 'x', link: 'https://strait.example/b?utm_source=rss', text: 'Same address.' },
        {
          id: 'y',
          title: 'Item a',
          link: 'https://strait.example/y',
          text: 'The text of a. It has two sentences.',
        },
        { id: 'z' },
      );
      await pass(api);
      expect(await titles(api)).toEqual(['Item z']);
    }));

  test('not what somebody has imported already', () =>
    withFeed(async (api, server) => {
      await importPaper(api, {
        text: '# The quay\n\nIt stands. It will stand.',
        name: 'a.md',
        url: 'https://strait.example/quay',
      });
      server.show({ id: 'quay', link: 'https://strait.example/quay/', text: 'An excerpt of it.' });
      await pass(api);
      expect((await inbox(api)).map(({ state }) => state)).toEqual(['DRAFTED']);
    }));

  test('and what did not is told with the reason, also of what was there when the feed was added', () =>
    withFeed(async (api, server) => {
      expect((await feedOf(api)).lastFound).toMatchObject({ items: 2, newArticles: 0, seen: 2 });
      const quay = { text: '# The quay\n\nIt stands.', name: 'a.md', url: 'https://strait.example/quay' };
      await importPaper(api, quay);
      server.show(
        { id: 'quay', title: 'The quay stands', link: quay.url, text: 'An excerpt of it.' },
        { id: 'episode', text: '' },
        ...Array.from({ length: 20 }, (_each, index) => ({ id: `m${index}` })),
        { id: 'a' },
      );
      await pass(api);
      expect((await feedOf(api)).lastFound).toMatchObject({
        items: 23,
        newArticles: 19,
        withoutText: 1,
        seen: 1,
        known: 1,
        waiting: 2,
        skipped: [
          { title: 'The quay stands', url: quay.url, reason: 'KNOWN' },
          { title: 'Item m18', reason: 'WAITING' },
          { title: 'Item m19', reason: 'WAITING' },
        ],
      });
    }));

  test('items that all lead to the home page are told apart', () =>
    withFeed(async (api, server) => {
      server.show(...['c', 'd'].map((id) => ({ id, link: 'https://strait.example/' })));
      await pass(api);
      expect(await titles(api)).toEqual(['Item c', 'Item d']);
    }));

  test('at most 20 at once, the rest with the next looks, although nothing has changed', () =>
    withFeed(async (api, server) => {
      const many = Array.from({ length: 45 }, (_each, index) => ({ id: `m${index}` }));
      server.answer((request, response) => {
        if (request.headers['if-none-match'] === '"45"') return response.writeHead(304).end();
        server.show(...many);
        response.writeHead(200, { etag: '"45"', 'content-type': 'application/atom+xml' });
        return response.end(atom(many));
      });
      const counts: number[] = [];
      for (let look = 0; look < 4; look += 1) {
        server.answer((request, response) => {
          if (request.headers['if-none-match'] === '"45"') return response.writeHead(304).end();
          return response.writeHead(200, { etag: '"45"' }).end(atom(many));
        });
        await pass(api);
        counts.push((await inbox(api)).length);
      }
      expect(counts).toEqual([20, 40, 45, 45]);
    }));

  test('a later version of what made a briefing, for an editor to decide about; of nothing else', () =>
    withFeed(async (api, server) => {
      server.show({ id: 'c' }, { id: 'd' });
      await pass(api);
      const [first] = await inbox(api);
      await draftFromArticle(
        api.db,
        workInPlace,
        { communityId: 'library', articleId: first?.id ?? '', expectedRevision: null },
        api.act(),
      );
      const later = { text: 'It was put right. The number is five.', updated: '2025-02-19T07:00:00Z' };
      server.show({ id: 'c', ...later }, { id: 'd', ...later });
      await pass(api);
      const rows = await inbox(api);
      expect(rows.map(({ title, state, briefingId }) => [title, state, briefingId !== null])).toEqual([
        ['Item c', 'DRAFTED', true],
        ['Item d', 'NEW', false],
        ['Item c', 'NEW', true],
      ]);
      // The same again, with no later date: nothing.
      server.show({ id: 'c', ...later, text: 'Another advertisement.' });
      await pass(api);
      expect(await inbox(api)).toHaveLength(3);
      const held = rows.at(-1)?.id ?? '';
      const drafted = await draftFromArticle(
        api.db,
        workInPlace,
        { communityId: 'library', articleId: held, expectedRevision: null },
        api.act(),
      );
      expect(drafted).toMatchObject({ outcome: 'REVISED', revision: 2 });
    }));
});

describe('of items that do not say when they were changed', () => {
  const rss = (text: string) =>
    `<rss version="2.0"><channel><title>News</title><item><guid>one</guid><link>https://herald.example/one</link>
      <title>Item one</title><pubDate>Tue, 18 Feb 2025 07:00:00 GMT</pubDate><description>${text}</description></item></channel></rss>`;

  test('another text is a later version, once', () =>
    withApi(async (api) => {
      const server = await startFeedServer();
      let text = '';
      server.answer(
        (_request, response) => void response.writeHead(200).end(text === '' ? EMPTY_RSS : rss(text)),
      );
      await follow(api, server.url);
      text = 'The number is four, says the council of the town.';
      await pass(api);
      const [first] = await inbox(api);
      await draftFromArticle(
        api.db,
        workInPlace,
        { communityId: 'library', articleId: first?.id ?? '', expectedRevision: null },
        api.act(),
      );
      text = 'The number is five, says the council of the town.';
      await pass(api);
      await pass(api);
      const rows = await inbox(api);
      expect(rows.map(({ state, briefingId }) => [state, briefingId !== null])).toEqual([
        ['DRAFTED', true],
        ['NEW', true],
      ]);
    }));

  const EMPTY_RSS = '<rss version="2.0"><channel><title>News</title></channel></rss>';
});

describe('how a server is asked', () => {
  test('only for what has changed, and not before it is due', () =>
    withApi(async (api) => {
      const server = await startFeedServer();
      server.answer((request, response) => {
        const known =
          request.headers['if-none-match'] === 'W/"1"' && request.headers['if-modified-since'] !== undefined;
        if (known) return response.writeHead(304).end();
        return response
          .writeHead(200, { etag: 'W/"1"', 'last-modified': 'Tue, 18 Feb 2025 07:00:00 GMT' })
          .end(atom([{ id: 'a' }]));
      });
      await follow(api, server.url);
      await pass(api, 29 * MINUTE);
      expect(server.requests).toHaveLength(1);
      await pass(api, MINUTE);
      expect(server.requests).toHaveLength(2);
      expect(await feedOf(api)).toMatchObject({
        failures: 0,
        etag: 'W/"1"',
        checkedAt: api.clock.deadline(),
      });
    }));

  test.each([
    ['a server that says how long it stays so', { 'cache-control': 'public, max-age=7200' }, 120],
    ['a server that says for a year', { 'cache-control': 'max-age=31536000' }, 24 * 60],
    ['a server that says for a second', { 'cache-control': 'max-age=1' }, 30],
  ])('%s is asked in time', (_name, headers, minutes) =>
    withApi(async (api) => {
      const server = await startFeedServer();
      server.answer((_request, response) => void response.writeHead(200, headers).end(atom([{ id: 'a' }])));
      await follow(api, server.url);
      const { nextCheckAt } = await feedOf(api);
      expect((nextCheckAt.getTime() - api.clock.deadline().getTime()) / MINUTE).toBe(minutes);
    }),
  );

  test.each([
    ['two hours', '<ttl>120</ttl>', 120],
    ['a month', '<ttl>43200</ttl>', 24 * 60],
    ['a minute', '<ttl>1</ttl>', 30],
    ['nothing', '<ttl>0</ttl>', 30],
    ['no number', '<ttl>soon</ttl>', 30],
    [
      'four times a day',
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      360,
    ],
    ['a period nobody knows', '<sy:updatePeriod>often</sy:updatePeriod>', 30],
  ])('a feed that says %s of itself is asked in time, also when it is unchanged', (_name, said, minutes) =>
    withApi(async (api) => {
      const server = await startFeedServer();
      const feed = `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>News</title>${said}<item><title>One</title></item></channel></rss>`;
      server.answer((request, response) => {
        if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
        return response.writeHead(200, { etag: '"1"' }).end(feed);
      });
      await follow(api, server.url);
      const pauseOf = async () =>
        ((await feedOf(api)).nextCheckAt.getTime() - api.clock.deadline().getTime()) / MINUTE;
      expect(await pauseOf()).toBe(minutes);
      await pass(api, minutes * MINUTE);
      expect(await pauseOf()).toBe(minutes);
    }),
  );

  test('a permanent redirect is remembered, a temporary one is not', () =>
    withFeed(async (api, server) => {
      const moved = server.url.replace('feed.xml', 'new.xml');
      const redirect = (status: number) =>
        server.answer((request, response) => {
          if (request.url === '/new.xml') return response.writeHead(200).end(atom([{ id: 'a' }]));
          return response.writeHead(status, { location: '/new.xml' }).end();
        });
      redirect(302);
      await pass(api);
      expect((await feedOf(api)).url).toBe(server.url);
      redirect(301);
      await pass(api);
      expect((await feedOf(api)).url).toBe(moved);
      await pass(api);
      expect(server.requests.at(-1)?.url).toBe('/new.xml');
    }));

  test('a private address behind a redirect is not asked', () =>
    withFeed(async (api, server) => {
      server.answer(
        (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.2:9/' }).end(),
      );
      await pass(api);
      expect((await feedOf(api)).lastFailure).toContain('private network');
    }));
});

describe('a feed that fails', () => {
  const failures: [string, Parameters<FeedServer['answer']>[0], RegExp][] = [
    ['500', (_request, response) => void response.writeHead(500).end(), /status 500/],
    ['403', (_request, response) => void response.writeHead(403).end(), /status 403/],
    [
      'no feed',
      (_request, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Moved.</body></html>'),
      /no RSS, Atom or JSON feed/,
    ],
    [
      'a picture',
      (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
      /which is no feed/,
    ],
    [
      'half a feed',
      (_request, response) => void response.writeHead(200).end(atom([{ id: 'c' }]).slice(0, 200)),
      /not a valid one/,
    ],
    [
      'a socket that drops',
      (_request, response) =>
        void response.writeHead(200, { 'content-length': 9_999 }).write('<feed', () => response.destroy()),
      /connection failed/,
    ],
    [
      'a bomb',
      (_request, response) =>
        void response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(20_000_000, 'a'))),
      /more than 5 MB/,
    ],
    ['silence', () => undefined, /did not answer in time/],
  ];

  test.each(failures)('%s is named, brings nothing in, and is tried again', (_name, listener, reason) =>
    withFeed(async (api, server) => {
      server.answer(listener);
      await pass(api);
      expect(await feedOf(api)).toMatchObject({
        failures: 1,
        lastFailure: expect.stringMatching(reason),
        state: 'ACTIVE',
        leaseToken: null,
      });
      server.show({ id: 'c' });
      await pass(api, 24 * 60 * MINUTE);
      expect(await titles(api)).toEqual(['Item c']);
      expect(await feedOf(api)).toMatchObject({ failures: 0, lastFailure: null, failingSince: null });
    }),
  );

  test('is asked less and less often, and no earlier than it says', () =>
    withFeed(async (api, server) => {
      server.answer((_request, response) => void response.writeHead(503).end());
      const pauses: number[] = [];
      for (let look = 0; look < 8; look += 1) {
        await pass(api, 24 * 60 * MINUTE);
        const { nextCheckAt, checkedAt, state } = await feedOf(api);
        if (state === 'ACTIVE') pauses.push((nextCheckAt.getTime() - checkedAt.getTime()) / MINUTE);
      }
      expect(pauses).toEqual([15, 30, 60, 120]);
      expect(await feedOf(api)).toMatchObject({
        state: 'DISABLED',
        disabledReason: expect.stringMatching(/^nothing came for 3 days; at last: .*status 503/),
      });
      const asked = server.requests.length;
      await pass(api, 24 * 60 * MINUTE);
      expect(server.requests).toHaveLength(asked);
    }));

  test.each([
    ['429 with seconds', 429, '7200'],
    ['503 with an instant', 503, 'Tue, 18 Feb 2025 10:30:00 GMT'],
  ])('%s is believed', (_name, status, retryAfter) =>
    withFeed(async (api, server) => {
      server.answer(
        (_request, response) => void response.writeHead(status, { 'retry-after': retryAfter }).end(),
      );
      await pass(api);
      const { nextCheckAt, checkedAt } = await feedOf(api);
      expect((nextCheckAt.getTime() - checkedAt.getTime()) / MINUTE).toBe(120);
    }),
  );

  test('that is gone for good is disabled at once, and says so in the audit log', () =>
    withFeed(async (api, server) => {
      server.answer((_request, response) => void response.writeHead(410).end());
      await pass(api);
      expect(await feedOf(api)).toMatchObject({
        state: 'DISABLED',
        disabledReason: expect.stringContaining('410'),
      });
      expect(api.db.orm.all(`select action from audit_log where action = 'feed.disable'`)).toHaveLength(1);
    }));

  test('is looked at again when an editor enables it', () =>
    withFeed(async (api, server) => {
      const name = { communityId: 'library', id: (await feedOf(api)).id };
      await disableFeed(api.db, name, api.act());
      server.show({ id: 'c' });
      await pass(api, 90 * MINUTE);
      expect(await titles(api)).toEqual([]);
      await expect(checkFeed(api.db, name, checkOptions(api), api.act())).rejects.toThrow('enable it first');
      await enableFeed(api.db, name, { act: api.act(), at: api.clock.deadline() });
      await pass(api, 0);
      expect(await titles(api)).toEqual(['Item c']);
    }));
});

describe('several processes', () => {
  test('never look at the same feed at once', () =>
    withFeed(async (api, server) => {
      server.show({ id: 'c' });
      await Promise.all([pass(api), pass(api, 0), pass(api, 0)]);
      expect(server.requests).toHaveLength(2);
      expect(await titles(api)).toEqual(['Item c']);
    }));

  test('one that died is followed by another when its lease is over, and records nothing any more', () =>
    withFeed(async (api, server) => {
      api.clock.pass(30 * MINUTE);
      const [dead] = await leaseDueFeeds(api.db, api.clock.deadline(), 4);
      await pass(api, 0);
      expect(server.requests).toHaveLength(1);
      server.show({ id: 'c' });
      await pass(api, 2 * MINUTE);
      expect(server.requests).toHaveLength(2);
      if (dead === undefined) throw new Error('It was due');
      server.show({ id: 'd' });
      expect(await checkLeasedFeed(api.db, dead, checkOptions(api))).toBeNull();
      expect(await titles(api)).toEqual(['Item c']);
    }));

  test('a feed that was removed meanwhile brings nothing in', () =>
    withFeed(async (api, server) => {
      server.show({ id: 'c' });
      const { id } = await feedOf(api);
      server.answer((_request, response) => {
        void removeFeed(api.db, { communityId: 'library', id }, api.act()).then(() =>
          response.end(atom([{ id: 'c' }])),
        );
      });
      await pass(api);
      expect(await titles(api)).toEqual([]);
    }));

  test('a pass finds what is due by an index', () =>
    withFeed(async (api) => {
      await pass(api);
      api.statements();
      await pass(api);
      const [lease] = api.statements().filter((each) => each.startsWith('update feeds set lease_token'));
      expect(planOf(api.db, lease ?? '').join('\n')).toMatch(/USING INDEX feeds_due/);
    }));
});

describe('adding a feed', () => {
  test('that is followed already, that is none, or that cannot be read, is refused and leaves nothing', () =>
    withFeed(async (api, server) => {
      await expect(follow(api, server.url.replace('http:', 'HTTP:'))).rejects.toThrow('followed already');
      server.answer(
        (_request, response) =>
          void response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
      );
      await expect(follow(api, `${server.url}?2`)).rejects.toThrow('no RSS, Atom or JSON feed');
      server.answer((_request, response) => void response.writeHead(404).end());
      await expect(follow(api, `${server.url}?3`)).rejects.toThrow('status 404');
      await expect(follow(api, 'file:///etc/passwd')).rejects.toThrow('only pages at http:// and https://');
      expect(api.db.orm.all('select id from feeds')).toHaveLength(1);
    }));

  test('51 are too many', () =>
    withFeed(async (api, server) => {
      for (let index = 1; index < 50; index += 1) await follow(api, `${server.url}?${index}`);
      await expect(follow(api, `${server.url}?50`)).rejects.toThrow('There are 50 feeds already');
      await follow(api, `${server.url}?50`, '1336000000000000001');
    }));

  test('that was removed begins anew', () =>
    withFeed(async (api, server) => {
      await removeFeed(api.db, { communityId: 'library', id: (await feedOf(api)).id }, api.act());
      server.show({ id: 'c' });
      expect((await follow(api, server.url)).items).toBe(1);
      await pass(api);
      expect(await titles(api)).toEqual([]);
    }));
});
