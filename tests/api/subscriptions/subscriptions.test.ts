import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { revokeToken } from '@communique/api/access/revoke-token';
import { recordChange } from '@communique/api/changes/record-change';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { openDatabase } from '@communique/api/database/client';
import { close } from '@communique/api/http/listen';
import { createApi } from '@communique/api/server';
import { createChangeHub } from '@communique/api/subscriptions/change-hub';
import { watchChanges } from '@communique/api/subscriptions/watch-changes';
import { createSilentLogger } from '@communique/shared/logger';
import { FORUM, forumMember, otherMember, withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN, headersOf, type Asker } from '../../support/ask-api.ts';
import { withToken } from '../../support/editing.ts';
import { readEvents, type StreamReader } from '../../support/event-stream.ts';
import { published, publishedEntry } from '../../support/records.ts';

const EVENT = '{ cursor change { kind slug reason briefing { title } } }';

function streaming({ db, clock }: TestApi) {
  const api = createApi({ db, clock, logger: createSilentLogger(), botToken: BOT_TOKEN });
  const request = (query: string, asker: Asker = 'anonymous') =>
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headersOf(asker) },
      body: JSON.stringify({ query }),
    });
  return {
    api,
    request,
    subscribe: async (query: string, asker?: Asker): Promise<StreamReader> => {
      const response = await api.fetch(request(query, asker));
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      return readEvents(response);
    },
  };
}

const payload = (field: string, cursor: unknown, change: unknown) => ({
  name: 'next',
  data: { data: { [field]: { cursor, change } } },
});

test('a stream begins by saying where it stands, then tells what is published', () =>
  withApi(async (test) => {
    await published(test, 'before');
    const { api, subscribe } = streaming(test);
    const { data } = await test.query('{ changeCursor }');
    const stream = await subscribe(`subscription { briefingPublished ${EVENT} }`);
    expect(await stream.nextEvent()).toEqual(payload('briefingPublished', data.changeCursor, null));
    await publishedEntry(test);
    await published(test, 'riyadh');
    await api.checkChanges();
    expect(await stream.nextEvent()).toEqual(
      payload('briefingPublished', expect.any(String), {
        kind: 'BRIEFING_PUBLISHED',
        slug: 'riyadh',
        reason: null,
        briefing: { title: 'Talks in Riyadh' },
      }),
    );
    await stream.leave();
  }));

test('corrections have a stream of their own', () =>
  withApi(async (test) => {
    const { api, subscribe } = streaming(test);
    const { briefingId } = await published(test, 'riyadh');
    const stream = await subscribe(`subscription { correctionIssued ${EVENT} }`);
    await stream.nextEvent();
    await test.db.write(
      recordChange(
        test.db.orm,
        {
          kind: 'BRIEFING_CORRECTED',
          communityId: 'library',
          subjectId: briefingId,
          slug: 'riyadh',
          revision: 2,
          reason: 'They met on Tuesday.',
        },
        test.clock.now(),
      ),
    );
    await api.checkChanges();
    expect(await stream.nextEvent()).toMatchObject({
      data: { data: { correctionIssued: { change: { slug: 'riyadh', reason: 'They met on Tuesday.' } } } },
    });
    await stream.leave();
  }));

test('what another process writes arrives too', () =>
  withApi(async (test) => {
    const { api, subscribe } = streaming(test);
    const stream = await subscribe(`subscription { contentChanged { change { slug } } }`);
    await stream.nextEvent();
    const [{ file }] = test.db.orm.all<{ file: string }>('select file from pragma_database_list') as [
      { file: string },
    ];
    const other = await openDatabase(file);
    onTestFinished(() => other.close());
    await published({ ...test, db: other }, 'from-the-command-line');
    await api.checkChanges();
    expect(await stream.nextEvent()).toEqual({
      name: 'next',
      data: { data: { contentChanged: { change: { slug: 'from-the-command-line' } } } },
    });
    await stream.leave();
  }));

test('a client that was away goes on from its last cursor: what it missed comes first, in order, each once', () =>
  withApi(async (test) => {
    const { api, subscribe } = streaming(test);
    const first = await subscribe(`subscription { contentChanged { cursor } }`);
    const { data } = (await first.nextEvent()) as { data: { data: { contentChanged: { cursor: string } } } };
    await first.leave();
    const { cursor } = data.data.contentChanged;
    for (let number = 0; number < 120; number += 1) {
      await test.db.write(
        recordChange(
          test.db.orm,
          { kind: 'BRIEFING_UPDATED', communityId: 'library', subjectId: 'x', slug: `missed-${number}` },
          test.clock.now(),
        ),
      );
    }
    const second = await subscribe(`subscription { contentChanged(after: "${cursor}") { change { slug } } }`);
    const slugs: unknown[] = [];
    for (let number = 0; number < 121; number += 1) {
      const event = (await second.nextEvent()) as {
        data: { data: { contentChanged: { change: { slug: string } | null } } };
      };
      slugs.push(event.data.data.contentChanged.change?.slug);
    }
    expect(slugs).toEqual([undefined, ...Array.from({ length: 120 }, (_, number) => `missed-${number}`)]);
    await published(test, 'now');
    await api.checkChanges();
    expect(JSON.stringify(await second.nextEvent())).toContain('"now"');
    await second.leave();
  }));

test("nobody is told of another community's changes", () =>
  withApi(async (test) => {
    const { api, subscribe } = streaming(test);
    const query = `subscription { contentChanged { change { slug } } }`;
    const streams = [
      await subscribe(query),
      await subscribe(query, otherMember),
      await subscribe(query, forumMember),
    ];
    for (const stream of streams) await stream.nextEvent();
    await published(test, 'for-the-forum', { communityId: FORUM });
    await api.checkChanges();
    await published(test, 'for-all');
    await api.checkChanges();
    const told = await Promise.all(streams.map(async (stream) => JSON.stringify(await stream.nextEvent())));
    expect(told.map((text) => /for-[a-z-]+/.exec(text)?.[0])).toEqual([
      'for-all',
      'for-all',
      'for-the-forum',
    ]);
    for (const stream of streams) await stream.leave();
  }));

test('what was withdrawn meanwhile is told without its content', () =>
  withApi(async (test) => {
    const { data } = await test.query('{ changeCursor }');
    await published(test, 'riyadh');
    await retractBriefing(test.db, { communityId: 'library', slug: 'riyadh', reason: 'Wrong.' }, test.act());
    const { subscribe } = streaming(test);
    const stream = await subscribe(`subscription { contentChanged(after: "${data.changeCursor}") ${EVENT} }`);
    await stream.nextEvent();
    expect(await stream.nextEvent()).toMatchObject({
      data: { data: { contentChanged: { change: { kind: 'BRIEFING_PUBLISHED', briefing: null } } } },
    });
    expect(await stream.nextEvent()).toMatchObject({
      data: { data: { contentChanged: { change: { kind: 'BRIEFING_WITHDRAWN', reason: 'Wrong.' } } } },
    });
    await stream.leave();
  }));

test('a quiet stream is kept alive by comments', () =>
  withApi(async (test) => {
    const { subscribe } = streaming(test);
    const stream = await subscribe(`subscription { briefingPublished { cursor } }`);
    await stream.nextEvent();
    expect((await stream.next()).name).toBe('comment');
    await stream.leave();
  }));

test('a cursor that is none is refused with a reason', () =>
  withApi(async (test) => {
    const { api, request } = streaming(test);
    const response = await api.fetch(request(`subscription { briefingPublished(after: "x") { cursor } }`));
    expect(await readEvents(response).nextEvent()).toMatchObject({
      data: { errors: [{ extensions: { code: 'INVALID_INPUT', path: ['after'] } }] },
    });
  }));

test('the stream of a token that is revoked ends without telling more', () =>
  withApi(async (test) => {
    const { api, subscribe } = streaming(test);
    const { id, token } = await withToken(test, 'READER', { communityId: FORUM });
    const stream = await subscribe(`subscription { contentChanged ${EVENT} }`, { token });
    await stream.nextEvent();
    await publishedEntry(test, { communityId: FORUM });
    await api.checkChanges();
    expect(JSON.stringify(await stream.nextEvent())).toContain('FAQ_ENTRY_PUBLISHED');
    await revokeToken(test.db, id, test.act());
    await published(test, 'secret', { communityId: FORUM });
    await api.checkChanges();
    expect(await stream.nextEvent()).toMatchObject({ name: 'complete' });
    await stream.leave();
  }));

test('a listener that leaves is forgotten, and too many are refused', () =>
  withApi(async ({ db }) => {
    const hub = createChangeHub(db);
    const options = { communityId: null, kinds: [], after: null, mayListen: async () => true };
    const streams = Array.from({ length: 500 }, () => watchChanges(db, hub, options));
    expect(() => watchChanges(db, hub, options)).toThrow('Too many streams');
    const [one] = streams;
    await one?.next();
    const waiting = one?.next();
    await one?.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(() => watchChanges(db, hub, options)).not.toThrow();
  }));

test('a server that stops completes its streams, and its connections end', () =>
  withApi(async (test) => {
    const { api, request } = streaming(test);
    const server = createServer(api.listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { headers, method } = request('');
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method,
      headers,
      body: JSON.stringify({ query: `subscription { briefingPublished { cursor } }` }),
    });
    const stream = readEvents(response);
    expect((await stream.nextEvent()).name).toBe('next');
    api.endStreams();
    const closed = close(server);
    expect(await stream.nextEvent()).toEqual({ name: 'complete', data: null });
    expect((await stream.nextEvent()).name).toBe('end of stream');
    await closed;
    expect((await api.fetch(new Request('http://localhost/ready'))).status).toBe(503);
    await api.dispose();
  }));
