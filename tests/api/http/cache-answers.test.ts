import { expect, test } from 'vitest';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { recordChange } from '@communique/api/changes/record-change';
import { findContentState } from '@communique/api/changes/find-content-state';
import { connectionOf } from '@communique/api/database/client';
import { isTagIn } from '@communique/api/http/entity-tag';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN, headersOf, type Asker } from '../../support/ask-api.ts';
import { drafted, published, publishedEntry } from '../../support/records.ts';

const LIST = '{ briefings(first: 5) { edges { node { slug title } } } }';

/** GETs as browsers and caches do. */
function getter({ db, clock }: TestApi, release = 'one release') {
  const api = createApi({ db, clock, logger: createSilentLogger(), botToken: BOT_TOKEN, release });
  return async function get(query: string, headers: Record<string, string> = {}, asker: Asker = 'anonymous') {
    const response = await api.fetch(
      new Request(`http://localhost/graphql?query=${encodeURIComponent(query)}`, {
        headers: { accept: 'application/json', 'x-graphql-yoga-csrf': '1', ...headersOf(asker), ...headers },
      }),
    );
    const header = (name: string) => response.headers.get(name) ?? '';
    return {
      status: response.status,
      body: await response.text(),
      etag: header('etag'),
      cache: header('cache-control'),
      vary: header('vary'),
    };
  };
}

test('equal answers are equal bytes under an equal tag, from every process of a release', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const first = await getter(api)(LIST);
    expect(first).toMatchObject({ status: 200, cache: 'public, max-age=30' });
    expect(first.etag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(first.vary).toBe('Accept, Authorization, Communique-Actor, Origin');
    expect(await getter(api)(LIST)).toEqual(first);
    expect((await getter(api, 'another release')(LIST)).etag).not.toBe(first.etag);
  }));

test('who has an answer is told so before anything runs, until readers see something else', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const get = getter(api);
    const { etag } = await get(LIST);
    api.statements();
    const again = await get(LIST, { 'if-none-match': `"other", ${etag}` });
    expect(again).toEqual({
      status: 304,
      body: '',
      etag,
      cache: 'public, max-age=30',
      vary: expect.any(String),
    });
    expect(api.statements()).toHaveLength(1);
    // A draft changes nothing for readers.
    await drafted(api, 'secret');
    expect((await get(LIST, { 'if-none-match': etag })).status).toBe(304);
    await retractBriefing(api.db, { communityId: 'library', slug: 'riyadh', reason: 'Wrong.' }, api.act());
    const changed = await get(LIST, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.body).not.toContain('riyadh');
    expect(changed.etag).not.toBe(etag);
  }));

test('the tag knows question, variables and media type', () =>
  withApi(async (api) => {
    const get = getter(api);
    const tags = [
      (await get(LIST)).etag,
      (await get('{ topics(first: 1) { edges { cursor } } }')).etag,
      (await get(LIST, { accept: 'application/graphql-response+json' })).etag,
      (await get('query($n: Int!) { topics(first: $n) { edges { cursor } } }&variables={"n":1}')).etag,
    ];
    expect(new Set(tags).size).toBe(4);
  }));

test("a member's answer is theirs: private, under a tag of its own, changed by their community's content only", () =>
  withApi(async (api) => {
    const get = getter(api);
    const nobody = await get(LIST);
    const mine = await get(LIST, {}, forumMember);
    const theirs = await get(LIST, {}, otherMember);
    expect(mine.cache).toBe('private, max-age=30');
    expect(new Set([nobody.etag, mine.etag, theirs.etag]).size).toBe(3);
    await published(api, 'ours', { communityId: FORUM });
    expect((await get(LIST, { 'if-none-match': mine.etag }, forumMember)).body).toContain('ours');
    expect((await get(LIST, { 'if-none-match': theirs.etag }, otherMember)).status).toBe(304);
    expect((await get(LIST, { 'if-none-match': nobody.etag })).status).toBe(304);
    // A tag that leaked is of no use to others.
    expect((await get(LIST, { 'if-none-match': theirs.etag }, forumMember)).status).toBe(200);
  }));

test('a change by time alone ends the age of an answer and its tag', () =>
  withApi(async (api) => {
    const asked = '{ faqEntries(first: 1) { edges { node { stale } } } }';
    await publishedEntry(api, { verifiedAt: api.clock.now(), reviewIntervalDays: 1 });
    const get = getter(api);
    api.clock.pass(24 * 60 * 60 * 1_000 - 12_345);
    const before = await get(asked);
    expect(before).toMatchObject({ cache: 'public, max-age=12', body: expect.stringContaining('false') });
    api.clock.pass(12_345);
    const after = await get(asked, { 'if-none-match': before.etag });
    expect(after).toMatchObject({ status: 200, cache: 'public, max-age=30' });
    expect(after.body).toContain('true');
  }));

test('what does not follow from content alone is tagged by its bytes and asked for again every time', () =>
  withApi(async (api) => {
    const get = getter(api);
    const moderator = { userId: '1336000000000000031', guildId: FORUM, permissions: '32' };
    for (const [query, asker] of [
      ['{ __schema { queryType { name } } }', 'anonymous'],
      ['{ digestSchedules(first: 1) { edges { cursor } } }', moderator],
      [LIST, moderator],
    ] as const) {
      const answer = await get(query, {}, asker);
      expect(answer).toMatchObject({ status: 200, cache: 'private, no-cache' });
      expect(answer.etag).toMatch(/^"[\w-]{27}"$/);
      const known = await get(query, { 'if-none-match': `W/${answer.etag}` }, asker);
      expect(known).toMatchObject({ status: 304, body: '', etag: answer.etag });
    }
  }));

test('errors are not kept, and POST has no tag', () =>
  withApi(async (api) => {
    const get = getter(api);
    for (const query of ['{ nonsense }', '{ briefings(first: 0) { edges { cursor } } }', '{']) {
      expect(await get(query)).toMatchObject({ cache: 'no-store', etag: '' });
      expect((await get(query, { 'if-none-match': '*' })).status).not.toBe(304);
    }
    const { fetch } = createApi({ db: api.db, clock: api.clock, logger: createSilentLogger() });
    const posted = await fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: LIST }),
      }),
    );
    expect([posted.headers.get('etag'), posted.headers.get('cache-control')]).toEqual([null, null]);
  }));

test('an answer that was overtaken while it was made is not kept', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const get = getter(api);
    const change = { kind: 'BRIEFING_UPDATED', communityId: 'library', subjectId: 'x', slug: 'x' } as const;
    // The first statement after the state was read: somebody writes.
    const once = api.db.once.bind(api.db);
    let reads = 0;
    const overtaken = {
      ...api,
      db: {
        ...api.db,
        once: <T>(create: Parameters<typeof once<T>>[0]): T => {
          reads += 1;
          if (reads === 2) void api.db.write(recordChange(api.db.orm, change, api.clock.now()));
          return once(create);
        },
      },
    };
    expect(await getter(overtaken)('{ changeCursor }')).toMatchObject({
      status: 200,
      cache: 'no-store',
      etag: '',
    });
    expect((await get('{ changeCursor }')).etag).not.toBe('');
  }));

test('the state takes one statement on indexes', () =>
  withApi(async (api) => {
    api.statements();
    await findContentState(api.db, FORUM, api.clock.now());
    const [statement = '', ...others] = api.statements();
    expect(others).toEqual([]);
    const plan = connectionOf(api.db).prepare(`explain query plan ${statement}`);
    const details = JSON.stringify(plan.all(...Array(statement.split('?').length - 1).fill(0)));
    expect(details).not.toContain('SCAN');
    expect(details).toContain('faq_entries_review');
  }));

test('If-None-Match is read as RFC 9110 says', () => {
  expect(isTagIn(null, '"a"')).toBe(false);
  expect(isTagIn('*', '"a"')).toBe(false);
  expect(isTagIn('"b", W/"a"', '"a"')).toBe(true);
  expect(isTagIn('"a"', 'W/"a"')).toBe(true);
  expect(isTagIn('"b", "aa"', '"a"')).toBe(false);
  expect(isTagIn('a', '"a"')).toBe(false);
  expect(isTagIn('"'.repeat(50_000), '"a"')).toBe(false);
});

test('an answer says which of the types that were asked for it has, what is refused and what is known too', () =>
  withApi(async ({ db, clock }) => {
    const api = createApi({ db, clock, logger: createSilentLogger(), release: 'one release' });
    const get = async (path: string, headers: Record<string, string>) => {
      const answer = await api.fetch(new Request(`http://localhost${path}`, { headers }));
      return {
        status: answer.status,
        type: answer.headers.get('content-type'),
        etag: answer.headers.get('etag'),
      };
    };
    const list = `/graphql?query=${encodeURIComponent(LIST)}`;
    const csrf = { 'x-graphql-yoga-csrf': '1' };
    const newType = 'application/graphql-response+json';
    for (const accept of ['application/json', newType]) {
      const type = `${accept}; charset=utf-8`;
      const answer = await get(list, { accept, ...csrf });
      expect(answer).toMatchObject({ status: 200, type });
      expect(await get(list, { accept, ...csrf, 'if-none-match': answer.etag ?? '' })).toMatchObject({
        status: 304,
        type: null,
      });
      expect(await get('/graphql?query=%7B', { accept, ...csrf })).toMatchObject({ type });
    }
    expect(await get(list, { accept: newType, origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      type: expect.stringContaining('json'),
    });
    expect(await get('/nowhere', { accept: newType })).toMatchObject({
      status: 404,
      type: expect.stringContaining('json'),
    });
  }));

test('what may be kept for everybody is kept for each origin apart', () =>
  withApi(async ({ db, clock }) => {
    const allowedOrigins = ['https://one.example', 'https://other.example'];
    const api = createApi({ db, clock, logger: createSilentLogger(), allowedOrigins });
    for (const origin of [...allowedOrigins, undefined]) {
      const answer = await api.fetch(
        new Request(`http://localhost/graphql?query=${encodeURIComponent(LIST)}`, {
          headers: { accept: 'application/json', 'x-graphql-yoga-csrf': '1', ...(origin && { origin }) },
        }),
      );
      expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin ?? null);
      expect(answer.headers.get('vary')?.split(', ')).toContain('Origin');
    }
  }));
