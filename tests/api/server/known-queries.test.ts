/** The short way for queries that were answered before: what it answers is what Yoga answers, to the byte. */
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createBudgets } from '@communique/api/graphql/budgets';
import { botOperations } from '@communique/api/graphql/persisted-operations';
import { createApi, type ApiOptions } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { FORUM, forumMember, withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN, headersOf, type Asker } from '../../support/ask-api.ts';
import { aFullDocument, published, publishedEntry } from '../../support/records.ts';

type Headers = Record<string, string>;

const JSON_HEADERS = { 'content-type': 'application/json' };
const BRIEFING = `query Read($slug: Slug!) { briefing(slug: $slug) { __typename ... on BriefingReady { briefing { title sections { blocks { __typename id
  ... on QuoteBlock { claim { text } } } } } } ... on Error { message } } }`;

interface Listening {
  port: number;
  ask: (body: unknown, headers?: Headers) => Promise<Answer>;
  /** What was charged, one after the other. */
  charged: number[];
}

interface Answer {
  status: number;
  headers: Headers;
  body: string;
  /** It came the short way: Yoga, which talks to the log of every step, knows nothing of it. */
  short: boolean;
}

async function listening({ db, clock }: TestApi, options: Partial<ApiOptions> = {}): Promise<Listening> {
  const charged: number[] = [];
  const budgets = {
    spend(_client: string, cost: number) {
      charged.push(cost);
      return { allowed: true, remaining: 7, resetSeconds: 60 };
    },
  };
  let steps = 0;
  const logger = Object.assign(createSilentLogger(), { debug: () => (steps += 1) });
  const api = createApi({ db, clock, logger, botToken: BOT_TOKEN, budgets, ...options });
  const server = createServer(api.listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // A TCP server's address is always of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    charged,
    async ask(body, headers = {}) {
      steps = 0;
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { ...JSON_HEADERS, ...headers },
        body:
          body instanceof Uint8Array
            ? new Uint8Array(body)
            : typeof body === 'string'
              ? body
              : JSON.stringify(body),
      });
      const all = Object.fromEntries(response.headers);
      const { date, 'x-request-id': id, 'content-length': length, ...rest } = all;
      expect([date, id]).toEqual([expect.any(String), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
      const text = await response.text();
      // A stream has none.
      if (length !== undefined) expect(length).toBe(String(Buffer.byteLength(text)));
      return { status: response.status, headers: rest, body: text, short: steps === 0 };
    },
  };
}

async function fill(api: TestApi): Promise<void> {
  await published(api, 'riyadh', { document: aFullDocument() });
  await published(api, 'own', { communityId: FORUM });
  await publishedEntry(api, { slug: 'why', briefing: 'riyadh' });
}

/** What is asked a second time: `short` says which way the answer came. */
async function twice({ ask }: Listening, body: unknown, headers?: Headers): Promise<boolean> {
  const first = await ask(body, headers);
  const second = await ask(body, headers);
  const { short: _, ...long } = first;
  const { short, ...answer } = second;
  expect(first.short).toBe(false);
  expect(answer).toEqual(long);
  return short;
}

const VALUES: Record<string, unknown> = {
  slug: 'riyadh',
  query: 'riyadh',
  typed: 'ta',
  first: 10,
  id: FORUM,
  limit: 5,
  scheduleId: 'RGlnZXN0U2NoZWR1bGU6eA==',
};

test.each(['Talks in Riyadh', 'Élysée, 日本 and 🕊️'])('"%s" comes the same both ways', (title) =>
  withApi(async (api) => {
    await published(api, 'talks', { document: { title } });
    const server = await listening(api);
    expect(await twice(server, { query: BRIEFING, variables: { slug: 'talks' } })).toBe(true);
    const { body } = await server.ask({ query: BRIEFING, variables: { slug: 'talks' } });
    expect(JSON.parse(body)).toMatchObject({ data: { briefing: { briefing: { title } } } });
  }),
);

test('whatever the bot reads is answered the same way twice, for whoever asks', () =>
  withApi(async (api) => {
    await fill(api);
    const queries = [...botOperations].filter(([, text]) => /\bquery \w/.test(text));
    const moderator = { userId: '1336000000000000043', guildId: FORUM, permissions: '8' };
    const askers: Asker[] = ['anonymous', 'bot', forumMember, moderator];
    let short = 0;
    for (const asker of askers) {
      const server = await listening(api);
      for (const [sha256Hash, text] of queries) {
        const names = [...text.matchAll(/\$(\w+):/g)].map(([, name = '']) => name);
        const variables = Object.fromEntries(names.map((name) => [name, VALUES[name]]));
        const body = { extensions: { persistedQuery: { version: 1, sha256Hash } }, variables };
        if (await twice(server, body, headersOf(asker))) short += 1;
      }
    }
    // The rest are errors: not allowed, or nothing there.
    expect(short).toBeGreaterThan(queries.length * 2);
  }));

test('a text is known by its operation, and answers with the variables of each request', () =>
  withApi(async (api) => {
    await fill(api);
    const server = await listening(api);
    const text = `${BRIEFING} query Other { topics(first: 2) { edges { node { id slug } } } }`;
    const ask = (operationName: string, variables?: object) =>
      server.ask({ query: text, operationName, variables });
    const first = await ask('Read', { slug: 'riyadh' });
    const again = await ask('Read', { slug: 'riyadh' });
    expect([first.short, again.short, again.body]).toEqual([false, true, first.body]);
    expect(JSON.parse((await ask('Read', { slug: 'nothing' })).body)).toMatchObject({
      data: { briefing: { __typename: 'NotFoundError' } },
    });
    const other = await ask('Other');
    expect(other.short).toBe(true);
    expect(JSON.parse(other.body)).toMatchObject({
      data: { topics: { edges: [{ node: { slug: 'diplomacy' } }] } },
    });
    // Nobody says which one is meant.
    expect((await server.ask({ query: text, variables: { slug: 'riyadh' } })).body).toContain('errors');
  }));

test('errors, and all that is not plain, take the long way and are answered there', () =>
  withApi(async (api) => {
    await fill(api);
    const server = await listening(api, { allowedOrigins: ['https://reader.example'] });
    const good = { query: BRIEFING, variables: { slug: 'riyadh' } };
    expect(await twice(server, good)).toBe(true);
    const unusual: [unknown, Headers?][] = [
      [{ ...good, variables: {} }],
      [{ ...good, variables: { slug: null } }],
      [{ ...good, variables: ['riyadh'] }],
      [{ ...good, operationName: 'Missing' }],
      [{ ...good, operationName: '' }],
      [{ ...good, extra: true }],
      [{ ...good, query: undefined }],
      [{ ...good, extensions: 'none' }],
      [[good]],
      ['{"query":'],
      ['null'],
      [{ query: '{ briefings(first: 0) { edges { cursor } } }' }],
      [{ query: '{ briefings(first: 2, topic: "unknown") { edges { cursor } } }' }],
      [{ query: '{ community(id: "1") { name } }' }],
      [{ query: '{ __schema { queryType { name } } }' }],
      [
        {
          query:
            'query ($yes: Boolean = true) { briefings(first: 1) @include(if: $yes) { edges { cursor } } }',
        },
      ],
      [good, { origin: 'https://reader.example' }],
      [good, { origin: 'https://other.example' }],
      [good, { accept: 'text/event-stream' }],
      [good, { accept: 'application/graphql-response+json, application/json;q=0.9' }],
      [good, { authorization: 'Bearer wrong' }],
      [good, { authorization: `Bearer ${BOT_TOKEN}`, 'communique-actor': 'nonsense' }],
      [good, { 'content-type': 'application/graphql+json' }],
    ];
    for (const [body, headers] of unusual) {
      // An internal id differs each time.
      expect([body, headers, await twice(server, body, headers)]).toEqual([body, headers, false]);
    }
    for (const accept of ['*/*', 'application/json', 'application/graphql-response+json']) {
      const other = await listening(api);
      expect([accept, await twice(other, good, { accept })]).toEqual([accept, true]);
    }
  }));

test('a known text is not answered to bytes that are no UTF-8', () =>
  withApi(async (api) => {
    const server = await listening(api);
    const body = Buffer.from(
      JSON.stringify({ query: '{ briefings(first: 1) { edges { cursor } } } # \uFFFD' }),
    );
    expect(await twice(server, body.toString())).toBe(true);
    // One byte that is none stands for the three of the character that it would be shown as.
    const at = body.indexOf('\uFFFD');
    const broken = Buffer.concat([body.subarray(0, at), Buffer.from([0xff]), body.subarray(at + 3)]);
    const refused = await server.ask(broken);
    expect([refused.status, refused.short, refused.body]).toEqual([
      400,
      false,
      expect.stringContaining('UTF-8'),
    ]);
    expect((await server.ask(body.toString(), { 'content-encoding': 'gzip' })).status).toBe(415);
    expect(
      (await server.ask(body.toString(), { 'content-type': 'application/json; charset=utf-16' })).status,
    ).toBe(415);
  }));

test('what turns out to be an error on the short way is charged once', () =>
  withApi(async (api) => {
    const server = await listening(api);
    const body = (...topics: string[]) => ({
      query: 'query List($topics: [Slug!]) { briefings(first: 2, topics: $topics) { edges { cursor } } }',
      variables: { topics },
    });
    await fill(api);
    expect(await twice(server, body())).toBe(true);
    expect(server.charged.splice(0)).toHaveLength(2);
    const failed = await server.ask(body('unknown'));
    expect(failed.body).toContain('NOT_FOUND');
    expect(server.charged).toHaveLength(1);
  }));

test('who may not ask is not answered because others were', () =>
  withApi(async (api) => {
    await fill(api);
    const query = '{ community(id: "1336000000000000001") { id name } }';
    const server = await listening(api);
    expect(await twice(server, { query }, headersOf('bot'))).toBe(true);
    const refused = await server.ask({ query });
    expect([refused.short, refused.body]).toEqual([false, expect.stringContaining('NOT_ALLOWED')]);
    const persistedOnly = await listening(api, { persistedOnly: true });
    for (const _ of [1, 2]) {
      expect((await persistedOnly.ask({ query: BRIEFING, variables: { slug: 'riyadh' } })).body).toContain(
        'PERSISTED_QUERY_ONLY',
      );
    }
  }));

test('an empty budget refuses the short way too, and says when to come back', () =>
  withApi(async (api) => {
    await fill(api);
    const server = await listening(api, { budgets: createBudgets(() => 0), anonymousBudget: 100 });
    const body = { query: '{ briefings(first: 1) { edges { cursor } } }' };
    const answers: Answer[] = [];
    while (answers.length < 60 && answers.at(-1)?.status !== 429) answers.push(await server.ask(body));
    expect(answers.some(({ short }) => short)).toBe(true);
    expect(answers.at(-1)).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  }));

test('a known query is not answered under a name that is not this machine', () =>
  withApi(async (api) => {
    await fill(api);
    const server = await listening(api, { loopbackOnly: true });
    const body = { query: BRIEFING, variables: { slug: 'riyadh' } };
    expect(await twice(server, body)).toBe(true);
    const statusFor = async (host: string) =>
      new Promise((resolve, reject) => {
        const { port } = server;
        const headers = { ...JSON_HEADERS, host };
        httpRequest({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end(JSON.stringify(body));
      });
    expect(await statusFor('localhost')).toBe(200);
    expect(await statusFor('evil.example')).toBe(421);
  }));
