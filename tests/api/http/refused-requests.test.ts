/** What is no question at all: refused with a status, a code, and what to do next. */
import { expect, test } from 'vitest';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi } from '../../support/api.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const CSRF = { 'x-graphql-yoga-csrf': '1' };
const ASK = JSON.stringify({ query: '{ __typename }' });
const MUTATE = '/graphql?query=mutation{pauseDigestSchedule(scheduleId:"a"){__typename}}';
const preflight = (origin: string) => ({ origin, 'access-control-request-method': 'POST' });

const NO_UTF8 = Uint8Array.from([...Buffer.from('{"query":"{ __typename } # '), 0xff, ...Buffer.from('"}')]);

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

const REFUSED: [name: string, sent: Sent, status: number, code: string, advice: RegExp][] = [
  [
    'a GET that any page could make',
    { path: '/graphql?query={__typename}' },
    403,
    'CSRF_HEADER_MISSING',
    /add the header X-GraphQL-Yoga-CSRF/,
  ],
  [
    'a POST that any page could make',
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: ASK },
    403,
    'CSRF_HEADER_MISSING',
    /content type application\/json/,
  ],
  [
    'a form that any page could make',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query={__typename}',
    },
    403,
    'CSRF_HEADER_MISSING',
    /Send JSON/,
  ],
  [
    'a content type that is not read',
    { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /application\/json; files go to POST \/import/,
  ],
  [
    'a form of files',
    {
      method: 'POST',
      headers: { ...CSRF, 'content-type': 'multipart/form-data; boundary=a' },
      body: '--a--',
    },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /POST \/import/,
  ],
  [
    'no JSON',
    { method: 'POST', headers: JSON_TYPE, body: '{"query"' },
    400,
    'BAD_REQUEST',
    /object with "query"/,
  ],
  ['nothing', { method: 'POST', headers: JSON_TYPE, body: '' }, 400, 'BAD_REQUEST', /object with "query"/],
  ['a list', { method: 'POST', headers: JSON_TYPE, body: `[${ASK}]` }, 400, 'BAD_REQUEST', /one by one/],
  ['a number', { method: 'POST', headers: JSON_TYPE, body: '3' }, 400, 'BAD_REQUEST', /object with "query"/],
  ['null', { method: 'POST', headers: JSON_TYPE, body: 'null' }, 400, 'BAD_REQUEST', /object with "query"/],
  ['no operation', { method: 'POST', headers: JSON_TYPE, body: '{}' }, 400, 'INVALID_INPUT', /send "query"/],
  [
    'an operation that is a number',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":3}' },
    400,
    'BAD_REQUEST',
    /^"query" must be a text/,
  ],
  [
    'variables that are a text',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{a}","variables":"a"}' },
    400,
    'BAD_REQUEST',
    /^"variables" must be an object/,
  ],
  [
    'variables that are a list',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{a}","variables":[1]}' },
    400,
    'BAD_REQUEST',
    /^"variables" must be an object/,
  ],
  [
    'extensions that are a number',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{a}","extensions":3}' },
    400,
    'BAD_REQUEST',
    /^"extensions" must be an object/,
  ],
  [
    'a name that is a number',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{a}","operationName":3}' },
    400,
    'BAD_REQUEST',
    /^"operationName" must be a text/,
  ],
  [
    'a parameter that does not exist',
    { method: 'POST', headers: JSON_TYPE, body: '{"query":"{a}","foo":3}' },
    400,
    'BAD_REQUEST',
    /^"foo" is no parameter .* query, variables/,
  ],
  [
    'a GET whose variables are no JSON',
    { headers: CSRF, path: '/graphql?query={__typename}&variables=%7B' },
    400,
    'BAD_REQUEST',
    /in a GET, "variables" and "extensions" are JSON/,
  ],
  ['a mutation by GET', { headers: CSRF, path: MUTATE }, 405, 'METHOD_NOT_ALLOWED', /POST/],
  [
    'JSON in UTF-16',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-16' },
      body: Uint8Array.from(Buffer.from(ASK, 'utf16le')),
    },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /UTF-8/,
  ],
  [
    'JSON that is called UTF-16 and is none',
    { method: 'POST', headers: { 'content-type': 'application/json; charset="UTF-16"' }, body: ASK },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /UTF-8/,
  ],
  [
    'a body that is packed',
    { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: ASK },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    /Content-Encoding/,
  ],
  [
    'bytes that are no UTF-8',
    { method: 'POST', headers: JSON_TYPE, body: NO_UTF8 },
    400,
    'BAD_REQUEST',
    /UTF-8/,
  ],
  [
    'a document whose bytes are no UTF-8',
    {
      method: 'POST',
      headers: { 'content-type': 'application/graphql', ...CSRF },
      body: Uint8Array.from([...Buffer.from('{ __typename } # '), 0xff]),
    },
    400,
    'BAD_REQUEST',
    /UTF-8/,
  ],
  [
    'another method',
    { method: 'PUT', headers: JSON_TYPE, body: ASK },
    405,
    'METHOD_NOT_ALLOWED',
    /POST, or queries with GET/,
  ],
  [
    'an answer that cannot be written',
    { method: 'POST', headers: { ...JSON_TYPE, accept: 'image/png' }, body: ASK },
    406,
    'NOT_ACCEPTABLE',
    /Accept application\/graphql-response\+json/,
  ],
  [
    'a stream where none is accepted',
    {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'application/json' },
      body: JSON.stringify({ query: 'subscription { contentChanged { cursor } }' }),
    },
    406,
    'NOT_ACCEPTABLE',
    /text\/event-stream/,
  ],
  ['an address with nothing', { path: '/graphq' }, 404, 'NOT_FOUND', /GraphQL is at \/graphql/],
  [
    'a page of another origin',
    { method: 'OPTIONS', headers: preflight('https://evil.example') },
    403,
    'ORIGIN_NOT_ALLOWED',
    /https:\/\/evil\.example .* ALLOWED_ORIGINS/,
  ],
];

test.each(REFUSED)('%s', (...[_name, sent, status, code, advice]) =>
  withApi(async (api) => {
    for (const allowedOrigins of [[], ['https://app.example']]) {
      const response = await send({ ...api, allowedOrigins }, sent);
      const text = await response.text();
      expect([response.status, text]).toEqual([status, expect.stringContaining('errors')]);
      const { errors } = JSON.parse(text);
      expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringMatching(advice) }]);
      expect(text).not.toMatch(/originalError|Something went wrong/);
    }
  }),
);

test.each([
  'application/json;charset=utf8',
  'application/json; charset="UTF-8"',
  'application/json; charset=us-ascii',
  'application/json; profile=x',
])('a body of %s is read, and one in the encoding "identity"', (type) =>
  withApi(async (api) => {
    const headers = { 'content-type': type, 'content-encoding': 'identity' };
    const response = await send({ ...api, allowedOrigins: [] }, { method: 'POST', headers, body: ASK });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  }),
);

test('a page of an allowed origin may ask what it may send', () =>
  withApi(async (api) => {
    const sent = { method: 'OPTIONS', headers: preflight('https://app.example') };
    const response = await send({ ...api, allowedOrigins: ['https://app.example'] }, sent);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
  }));

test.each([['https://evil.example'], ['null']])('a page of the origin %s may read no answer', (origin) =>
  withApi(async (api) => {
    const allowedOrigins = ['https://app.example', 'https://www.example'];
    const sent = { path: '/graphql?query={__typename}', headers: { ...CSRF, origin } };
    const response = await send({ ...api, allowedOrigins }, sent);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }),
);

async function send(
  options: Omit<Parameters<typeof createApi>[0], 'logger'>,
  { path = '/graphql', method = 'GET', headers = {}, body }: Sent,
): Promise<Response> {
  const server = createApi({ ...options, logger: createSilentLogger() });
  return server.fetch(
    new Request(`http://localhost${path}`, { method, headers, ...(body !== undefined && { body }) }),
  );
}
