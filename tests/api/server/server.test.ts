import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { connectionOf } from '@communique/api/database/client';
import { createApi, type Api, type ApiOptions } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN } from '../../support/ask-api.ts';
import { published } from '../../support/records.ts';

const ASK = '{ briefings(first: 1) { edges { node { slug } } } }';

const asBot = { authorization: `Bearer ${BOT_TOKEN}` };

function apiOf({ db, clock }: TestApi, options: Partial<ApiOptions> = {}): Api {
  return createApi({ db, clock, logger: createSilentLogger(), botToken: BOT_TOKEN, ...options });
}

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function listen(api: Api): Promise<number> {
  const server = createServer(api.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // A TCP server's address is always of this shape.
  return (server.address() as AddressInfo).port;
}

test('it answers over HTTP, says that it lives and is ready, and leads people to GraphiQL', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    const base = `http://127.0.0.1:${await listen(apiOf(api))}`;
    const answer = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: ASK }),
    });
    expect(await answer.json()).toMatchObject({
      data: { briefings: { edges: [{ node: { slug: 'riyadh' } }] } },
    });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect((await fetch(`${base}/live`)).status).toBe(200);
    expect(await (await fetch(`${base}/ready`)).text()).toBe('ready\n');
    const root = await fetch(base, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);
    expect((await fetch(`${base}/nowhere`)).status).toBe(404);
  }));

test('it is not ready when the database is gone, and still alive', () =>
  withApi(async (api) => {
    const { fetch: ask } = apiOf(api);
    connectionOf(api.db).close();
    expect((await ask(new Request('http://localhost/ready'))).status).toBe(503);
    expect((await ask(new Request('http://localhost/live'))).status).toBe(200);
  }));

test('GraphiQL comes without the internet, and not in production', () =>
  withApi(async (api) => {
    const look = () => new Request('http://localhost/graphql', { headers: { accept: 'text/html' } });
    const page = await (await apiOf(api).fetch(look())).text();
    expect(page).toContain('<title>Communiqué</title>');
    expect(page).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
    const production = await apiOf(api, { production: true }).fetch(look());
    expect(production.status).toBeGreaterThanOrEqual(400);
    expect(await production.text()).not.toContain('GraphiQL');
  }));

test('production answers no introspection and makes no suggestions', () =>
  withApi(async (api) => {
    const ask = async (query: string, production: boolean) =>
      JSON.stringify(await (await apiOf(api, { production }).fetch(post({ query }))).json());
    expect(await ask('{ __schema { queryType { name } } }', false)).toContain('"Query"');
    expect(await ask('{ __schema { queryType { name } } }', true)).not.toContain('"Query"');
    expect(await ask('{ briefing(slug: "x") { __typename } }', true)).toContain('NotFoundError');
    expect(await ask('{ briefin }', false)).toContain('Did you mean');
    expect(await ask('{ briefin }', true)).not.toContain('"briefing"');
  }));

test('an unexpected failure is masked for the client and logged under the id the client was given', () =>
  withApi(async (api) => {
    const logged: unknown[][] = [];
    const logger = Object.assign(createSilentLogger(), {
      error: (...parts: unknown[]) => void logged.push(parts),
    });
    const { fetch: ask } = apiOf(api, { logger });
    connectionOf(api.db).exec(
      'drop table briefing_topics; alter table briefings rename column title_key to secret_column',
    );
    const response = await ask(
      post({
        query:
          '{ briefings(first: 1, orderBy: TITLE) { edges { cursor } } topics(first: 1) { edges { cursor } } }',
      }),
    );
    const text = await response.text();
    const { errors } = JSON.parse(text);
    const requestId = response.headers.get('x-request-id');
    expect(errors).toMatchObject([
      {
        message: `Something went wrong here. Report it with the request id ${requestId}.`,
        path: ['briefings'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
      },
    ]);
    expect(text).not.toMatch(/title_key|sqlite|select|at .*\.ts/i);
    expect(logged).toMatchObject([[{ requestId, path: ['briefings'] }, 'A resolver failed']]);
    expect(inspect(logged, { depth: 9 })).toContain('title_key');
  }));

test('a wrong token is refused with 401 before anything runs', () =>
  withApi(async (api) => {
    for (const authorization of ['Bearer wrong', `Basic ${BOT_TOKEN}`, 'Bearer', BOT_TOKEN]) {
      const response = await apiOf(api).fetch(post({ query: ASK }, { authorization }));
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    const broken = await apiOf(api).fetch(post({ query: ASK }, { ...asBot, 'communique-actor': '{}' }));
    expect(broken.status).toBe(400);
    expect((await apiOf(api, { botToken: undefined }).fetch(post({ query: ASK }, asBot))).status).toBe(401);
  }));

test('a form or an image of another page cannot ask anything', () =>
  withApi(async (api) => {
    const { fetch: ask } = apiOf(api);
    const form = (type: string) =>
      ask(
        new Request('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': type },
          body: `query=${encodeURIComponent(ASK)}`,
        }),
      );
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      expect((await form(type)).status).toBeGreaterThanOrEqual(400);
    }
    const url = `http://localhost/graphql?query=${encodeURIComponent(ASK)}`;
    expect((await ask(new Request(url))).status).toBe(403);
    expect((await ask(new Request(url, { headers: { 'x-graphql-yoga-csrf': '1' } }))).status).toBe(200);
  }));

test('only pages of allowed origins may read answers', () =>
  withApi(async (api) => {
    const allowed = apiOf(api, { allowedOrigins: ['https://app.example'] });
    const originOf = async (from: Api, origin: string) =>
      (await from.fetch(post({ query: ASK }, { origin }))).headers.get('access-control-allow-origin');
    expect(await originOf(allowed, 'https://app.example')).toBe('https://app.example');
    expect(await originOf(allowed, 'https://evil.example')).not.toBe('https://evil.example');
    expect(await originOf(apiOf(api), 'https://app.example')).toBeNull();
    const credentials = await allowed.fetch(post({ query: ASK }, { origin: 'https://app.example' }));
    expect(credentials.headers.get('access-control-allow-credentials')).not.toBe('true');
  }));

test('a server for this machine answers to its loopback names only', () =>
  withApi(async (api) => {
    const port = await listen(apiOf(api, { loopbackOnly: true }));
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        httpRequest({ port, host: '127.0.0.1', path: '/live', headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    expect(await statusFor(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusFor('[::1]')).toBe(200);
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor('localhost.evil.example')).toBe(421);
  }));

test('a body that is too large, of unknown length or no JSON is refused with a reason', () =>
  withApi(async (api) => {
    const url = `http://127.0.0.1:${await listen(apiOf(api))}/graphql`;
    const send = async (body: string | ReadableStream) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        duplex: 'half' as const,
      };
      const response = await fetch(url, init);
      return { status: response.status, text: await response.text() };
    };
    expect((await send(JSON.stringify({ query: ASK, variables: { x: 'a'.repeat(1_000_000) } }))).status).toBe(
      413,
    );
    expect((await send(new Blob([JSON.stringify({ query: ASK })]).stream())).status).toBe(411);
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"query": 1}',
      '{"query": null}',
      `[{"query":"${ASK}"}]`,
      '{"query":"{__typename}","variables":[]}',
    ]) {
      const { status, text } = await send(body);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text).errors[0].message).not.toContain('Something went wrong');
    }
  }));
