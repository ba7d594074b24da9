/**
 * Every mutation as everybody there is, with inputs that mostly fit and with hostile ones: none is an internal error, and every refusal of an
 * input names what was wrong.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schema } from '@communique/api/graphql/schema';
import { createApi } from '@communique/api/server';
import { createSecretSeal } from '@communique/api/webhooks/seal-secret';
import { createSilentLogger } from '@communique/shared/logger';
import { FORUM, withApi, type TestApi } from '../../support/api.ts';
import { BOT_TOKEN, headersOf, importWork } from '../../support/ask-api.ts';
import { askersOf, ASKERS, STRANGERS } from '../../support/askers.ts';
import { likelyInput } from '../../support/likely-inputs.ts';
import { expectNamed, expectNames } from '../../support/named-refusals.ts';
import { aFullDocument, drafted, published, publishedEntry } from '../../support/records.ts';

const MUTATIONS = 10_000;

const mutation = fc
  .constantFrom(...Object.values(schema.getMutationType()?.getFields() ?? {}))
  .chain((field) =>
    fc
      .record(Object.fromEntries(field.args.map((argument) => [argument.name, likelyInput(argument.type)])))
      .map((variables) => {
        const declared = field.args
          .map((argument) => `$${argument.name}: ${String(argument.type)}`)
          .join(', ');
        const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
        const query = `mutation (${declared}) { result: ${field.name}(${passed}) { __typename ... on Error { code message path } } }`;
        return { name: field.name, query, variables };
      }),
  );

test('ten thousand mutations as everybody: none is an internal error', { timeout: 180_000 }, () =>
  withApi(async (api) => {
    const askers = await fill(api);
    const server = serverOf(api);
    const outcomes = new Map<string, number>();
    const succeeded = new Set<string>();
    const asked = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        mutation,
        fc.constantFrom(...ASKERS, ...STRANGERS),
        async ({ name, ...body }, asker) => {
          const response = await server.fetch(
            new Request('http://localhost/graphql', {
              method: 'POST',
              headers: { 'content-type': 'application/json', ...headersOf(askers[asker]) },
              body: JSON.stringify(body),
            }),
          );
          const text = await response.text();
          expect(response.status).toBeLessThan(500);
          expect(text).not.toMatch(/Something went wrong|INTERNAL_SERVER_ERROR|Unexpected error/);
          const { data, errors } = JSON.parse(text);
          const outcome = data?.result?.code ?? errors?.[0]?.extensions?.code ?? 'data';
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
          if (outcome === 'data') succeeded.add(name);
          expectNamed(errors ?? []);
          if (data?.result?.code === 'INVALID_INPUT') expectNames(data.result);
          asked.add(name);
          // Whatever is refused says so in a sentence.
          if (outcome !== 'data') expect(data?.result?.message ?? errors[0].message).toMatch(/\S.*\S/);
        },
      ),
      { numRuns: MUTATIONS },
    );
    // They get past the door, and past the rules.
    for (const outcome of ['data', 'NOT_ALLOWED', 'NOT_FOUND', 'CONFLICT', 'INVALID_INPUT']) {
      expect([outcome, (outcomes.get(outcome) ?? 0) > MUTATIONS / 200]).toEqual([outcome, true]);
    }
    expect(succeeded.size).toBeGreaterThan(10);
    expect([...asked].toSorted()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted(),
    );
  }),
);

async function fill(api: TestApi) {
  for (const communityId of ['library', FORUM]) {
    await published(api, 'riyadh', { communityId, document: aFullDocument() });
    await drafted(api, 'moscow', { communityId });
    await publishedEntry(api, { communityId, slug: 'riyadh' });
  }
  return askersOf(api);
}

/** Nothing that is made up here is looked up or asked. */
function serverOf(api: TestApi) {
  return createApi({
    ...api,
    logger: createSilentLogger(),
    importWork,
    botToken: BOT_TOKEN,
    anonymousBudget: 1e15,
    tokenBudget: 1e15,
    web: { isAllowed: () => false, resolveHost: async () => [] },
    webhooks: {
      seal: createSecretSeal('a-key-for-tests-of-at-least-32-characters'),
      send: async () => ({ answered: false, reason: 'nobody is there' }),
      allowPrivateAddresses: false,
    },
  });
}
