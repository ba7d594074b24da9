import { expect, test } from 'vitest';
import { createBudgets } from '@communique/api/graphql/budgets';
import { createApi, type ApiOptions } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN } from '../../support/ask-api.ts';
import { published } from '../../support/records.ts';

const ASK = '{ briefings(first: 10) { edges { node { slug } } } }';
// The list, and ten times the edge, its node and the slug.
const PRICE = 31;
const TOO_DEAR =
  '{ faqEntries(first: 100) { edges { node { briefing { faq(first: 100) { edges { node { briefing { sections { id heading kind blocks { id } } } } } } } } } } }';

function askOf(api: TestApi, options: Partial<ApiOptions> = {}) {
  const server = createApi({ ...api, logger: createSilentLogger(), botToken: BOT_TOKEN, ...options });
  return async (body: object, headers: Record<string, string> = {}) => {
    const response = await server.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
    return { status: response.status, headers: response.headers, ...(await response.json()) };
  };
}

test('an answer says what it cost and what is left; equal answers are equal bytes', () =>
  withApi(async (api) => {
    const ask = askOf(api, { anonymousBudget: 1_000 });
    const [first, second] = [await ask({ query: ASK }), await ask({ query: ASK })];
    expect(first.extensions).toEqual({ cost: { requested: PRICE, limit: 400_000 } });
    expect(second.extensions).toEqual(first.extensions);
    expect(first.headers.get('ratelimit-policy')).toBe('"cost";q=1000;w=60');
    expect(first.headers.get('ratelimit')).toBe(`"cost";r=${1_000 - PRICE};t=60`);
    expect(second.headers.get('ratelimit')).toBe(`"cost";r=${1_000 - 2 * PRICE};t=60`);
  }));

test('a price depends on the page that is asked for, also by a variable, and on the operation that is named', () =>
  withApi(async (api) => {
    const ask = askOf(api);
    const query = 'query ($first: Int!) { briefings(first: $first) { edges { node { slug } } } }';
    for (const [first, price] of [
      [1, 4],
      [10, PRICE],
      [100, 301],
      [1, 4],
    ]) {
      expect((await ask({ query, variables: { first } })).extensions.cost.requested).toBe(price);
    }
    const two = `query Cheap { __typename } query Dear ${ASK}`;
    expect((await ask({ query: two, operationName: 'Cheap' })).extensions.cost.requested).toBe(1);
    expect((await ask({ query: two, operationName: 'Dear' })).extensions.cost.requested).toBe(PRICE);
    expect((await ask({ query: two, operationName: 'Cheap' })).data).toEqual({ __typename: 'Query' });
    expect((await ask({ query: two, operationName: 'Dear' })).data).toHaveProperty('briefings');
  }));

test('what costs too much is refused with its price and the limit, and nothing of it runs', () =>
  withApi(async (api) => {
    api.statements();
    const { status, errors } = await askOf(api)({ query: TOO_DEAR });
    expect(status).toBe(400);
    expect(errors[0].message).toMatch(
      /^This asks for too much at once: it costs \d+, one operation may cost 400000/,
    );
    expect(errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT', cost: { limit: 400_000 } });
    expect(api.statements()).toEqual([]);
  }));

test('what names too many fields is refused with how many, its price and the limit', () =>
  withApi(async (api) => {
    const fields = 'id slug title language importance publishedAt updatedAt revision';
    const query = `query { briefings(first: 1) { edges { node { ${'...F '.repeat(150)} } } } } fragment F on Briefing { ${fields} }`;
    const { status, errors } = await askOf(api)({ query });
    expect(status).toBe(400);
    expect(errors[0].message).toMatch(/it names 120\d fields, 1000 are the limit/);
    expect(errors[0].extensions).toEqual({
      code: 'INVALID_INPUT',
      exceeded: { measure: 'FIELDS', requested: 1_203, limit: 1_000 },
      cost: { requested: expect.any(Number), limit: 400_000 },
    });
  }));

test('what is refused for its price or its variables costs nothing, and says what is left', () =>
  withApi(async (api) => {
    const ask = askOf(api, { anonymousBudget: 1_000 });
    await ask({ query: ASK });
    const dear = await ask({ query: TOO_DEAR });
    expect(dear.errors[0].extensions.exceeded.measure).toBe('COST');
    const query = 'query ($first: Int!) { briefings(first: $first) { edges { cursor } } }';
    const odd = await ask({ query, variables: { first: 'ten' } });
    expect(odd.errors).toHaveLength(1);
    for (const { headers } of [dear, odd]) {
      expect(headers.get('ratelimit')).toBe(`"cost";r=${1_000 - PRICE};t=60`);
      expect(headers.get('ratelimit-policy')).toBe('"cost";q=1000;w=60');
    }
  }));

test('a stream is priced before it begins', () =>
  withApi(async (api) => {
    const ask = askOf(api, { anonymousBudget: 5 });
    const { status, errors } = await ask(
      { query: 'subscription { briefingPublished { cursor change { kind slug at reason } } }' },
      { accept: 'text/event-stream, application/json' },
    );
    expect(status).toBe(429);
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', cost: { budget: 5 } } }]);
  }));

test('what a whole minute cannot pay is refused without a time to come back', () =>
  withApi(async (api) => {
    const { status, headers, errors } = await askOf(api, { anonymousBudget: PRICE - 1 })({ query: ASK });
    expect([status, headers.get('retry-after')]).toEqual([429, null]);
    expect(errors[0].message).toBe(
      `This costs ${PRICE}, more than the ${PRICE - 1} of a whole minute: waiting does not help. Ask for fewer items, or for less of each.`,
    );
  }));

test('a budget that is used up is refused with 429 until its minute is over; others have theirs', () =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    let time = 0;
    const ask = askOf(api, {
      anonymousBudget: 50,
      tokenBudget: 100,
      behindProxy: true,
      budgets: createBudgets(() => time),
    });
    const from = (address: string) => ({ 'x-forwarded-for': `1.1.1.1, ${address}` });
    expect((await ask({ query: ASK }, from('10.0.0.1'))).status).toBe(200);
    time = 20_000;
    const refused = await ask({ query: ASK }, from('10.0.0.1'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.errors).toMatchObject([
      {
        message: 'This costs 31, and of 50 per minute 19 are left. Ask again in 40 seconds.',
        extensions: { code: 'RATE_LIMITED', cost: { requested: PRICE, budget: 50, remaining: 19 } },
      },
    ]);
    // Something smaller may still be asked, and others are not concerned.
    expect((await ask({ query: '{ __typename }' }, from('10.0.0.1'))).status).toBe(200);
    expect((await ask({ query: ASK }, from('10.0.0.2'))).status).toBe(200);
    expect((await ask({ query: ASK }, from('2001:db8::1'))).status).toBe(200);
    expect((await ask({ query: ASK }, from('2001:db8::2'))).status).toBe(429);
    const authorization = `Bearer ${BOT_TOKEN}`;
    for (const status of [200, 200, 200, 429]) {
      expect((await ask({ query: ASK }, { ...from('10.0.0.1'), authorization })).status).toBe(status);
    }
    time = 60_000;
    expect((await ask({ query: ASK }, from('10.0.0.1'))).status).toBe(200);
  }));

test('known operations run by their id; where nothing else may run, texts are refused', () =>
  withApi(async (api) => {
    const persistedOperations = new Map([['sha256:1', '{ __typename }']]);
    const byId = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    for (const persistedOnly of [false, true]) {
      const ask = askOf(api, { persistedOperations, persistedOnly });
      expect((await ask(byId('sha256:1'))).data).toEqual({ __typename: 'Query' });
      const unknown = await ask(byId('sha256:2'));
      expect([unknown.status, unknown.errors[0].extensions.code]).toEqual([400, 'PERSISTED_QUERY_NOT_FOUND']);
      expect(unknown.errors[0].message).toContain('different versions');
    }
    const refused = await askOf(api, { persistedOperations, persistedOnly: true })({ query: ASK });
    expect([refused.status, refused.errors[0].extensions.code]).toEqual([400, 'PERSISTED_QUERY_ONLY']);
  }));
