/**
 * Ten thousand generated operations and inputs, most of them wrong in some way: none is an internal error, and what a compiled query answers
 * is what the executor answers.
 */
import fc from 'fast-check';
import {
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  getNamedType,
  isCompositeType,
  isObjectType,
  parse,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { expect, test } from 'vitest';
import { compileQuery } from '@communique/api/graphql/compile-query';
import { createContexts } from '@communique/api/graphql/create-contexts';
import { createTextMemory } from '@communique/api/graphql/keep-texts';
import { schema } from '@communique/api/graphql/schema';
import { createApi } from '@communique/api/server';
import { createChangeHub } from '@communique/api/subscriptions/change-hub';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi } from '../../support/api.ts';
import { importWork } from '../../support/ask-api.ts';
import { aFullDocument, published, publishedEntry } from '../../support/records.ts';

const OPERATIONS = 10_000;

const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('riyadh', 'library', 'diplomacy', 'en', '', 'a', 'talks') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u0000',
      '\uD800',
      '🕊️',
      'x'.repeat(3_000),
      "' or 1=1 --",
      '../..',
      'İ',
      '-1',
      '1e309',
      'Europe/Berlin',
      '2025-02-30',
      'javascript:alert(1)',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('Briefing', 'Topic', 'FaqEntry', 'Section', ''), fc.string({ maxLength: 8 }))
      .map(([type, id]) => Buffer.from(`${type}:${id}`).toString('base64')),
  },
  {
    weight: 1,
    arbitrary: fc
      .jsonValue({ maxDepth: 2 })
      .map((value) => Buffer.from(JSON.stringify(['briefings', value])).toString('base64url')),
  },
);
const wrong = fc.oneof(fc.jsonValue({ maxDepth: 1 }), hostileText);

/** Mostly of the type, sometimes of any. */
function inputOf(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  const right = (): fc.Arbitrary<unknown> => {
    if (isNonNullType(type)) return inputOf(type.ofType, depth);
    if (isListType(type)) return fc.array(inputOf(type.ofType, depth + 1), { maxLength: 3 });
    if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).map((field) => [
        field.name,
        inputOf(field.type, depth + 1),
      ]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }
    if (!isScalarType(type)) return hostileText;
    if (type.name === 'Int') return fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer());
    if (type.name === 'Boolean') return fc.boolean();
    if (type.name === 'DateTime') return fc.oneof(fc.constant('2025-02-18T09:00:00Z'), hostileText);
    return hostileText;
  };
  return fc.oneof(
    { weight: 12, arbitrary: right() },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

/** Fields without required arguments, a few levels deep. */
function selectionOf(type: GraphQLOutputType, random: () => number, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) {
    const types = schema.getPossibleTypes(named);
    const chosen = types[Math.floor(random() * types.length)];
    return chosen === undefined
      ? '{ __typename }'
      : `{ __typename ... on ${chosen.name} ${selectionOf(chosen, random, depth)} }`;
  }
  const fields = Object.values(named.getFields())
    .filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)))
    .filter(() => random() < 0.5)
    .map((field) => {
      const first = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
      return `${field.name}${first} ${selectionOf(field.type, random, depth - 1)}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

const roots = ['query', 'mutation'] as const;
const fields = roots.flatMap((kind) => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field }));
});

const operation = fc.constantFrom(...fields).chain(({ kind, field }) =>
  fc
    .record({
      variables: fc.record(Object.fromEntries(field.args.map((arg) => [arg.name, inputOf(arg.type)])), {
        requiredKeys: [],
      }),
      seed: fc.double({ min: 0, max: 1, noNaN: true }),
      damage: fc.oneof(
        { weight: 9, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.tuple(fc.nat(200), fc.string({ unit: 'binary', maxLength: 3 })) },
      ),
    })
    .map(({ variables, seed, damage }) => {
      let state = seed;
      const random = () => (state = (state * 9301 + 0.49297) % 1);
      const given = field.args.filter(({ name }) => name in variables);
      const head = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
      const text = `${kind} ${head && `(${head})`} { ${field.name}${passed && `(${passed})`} ${selectionOf(field.type, random, 3)} }`;
      const query =
        damage === null ? text : `${text.slice(0, damage[0])}${damage[1]}${text.slice(damage[0] + 1)}`;
      return { query, variables };
    }),
);

const memory = createTextMemory();

/** The data it answers when compiled; undefined: it leaves the question to the executor. */
async function compiledAnswer(query: string, run: (compiled: Compiled) => Promise<string>) {
  const document = parse(query);
  const operation = getOperationAST(document);
  const compiled = operation ? compileQuery(schema, { document, operation, memory }) : null;
  return compiled === null ? undefined : run(compiled);
}

type Compiled = NonNullable<ReturnType<typeof compileQuery>>;

test(
  'ten thousand operations, right and wrong: none is an internal error, and compiled ones answer the same',
  { timeout: 90_000 },
  () =>
    withApi(async (api) => {
      await published(api, 'riyadh', { document: aFullDocument() });
      await publishedEntry(api, { slug: 'riyadh', briefing: 'riyadh' });
      // No address that is made up here is looked up or asked.
      const web = { isAllowed: () => false, resolveHost: async () => [] };
      const parts = { logger: createSilentLogger(), botToken: 'b'.repeat(40), web, importWork };
      const options = { ...api, ...parts };
      const contextFor = createContexts(options, createChangeHub(api.db));
      const server = createApi({
        ...options,
        anonymousBudget: 1e15,
        tokenBudget: 1e15,
      });
      const actor = Buffer.from(
        JSON.stringify({ userId: '1', guildId: '1336000000000000001', roleIds: [], permissions: '8' }),
      ).toString('base64url');
      const askers = [
        {},
        { authorization: `Bearer ${'b'.repeat(40)}` },
        { authorization: `Bearer ${'b'.repeat(40)}`, 'communique-actor': actor },
      ];
      let asked = 0;
      let answered = 0;
      let compiled = 0;
      await fc.assert(
        fc.asyncProperty(operation, fc.nat(2), async (body, asker) => {
          asked += 1;
          const response = await server.fetch(
            new Request('http://localhost/graphql', {
              method: 'POST',
              headers: { 'content-type': 'application/json', ...askers[asker] },
              body: JSON.stringify(body),
            }),
          );
          const text = await response.text();
          if (text.startsWith('{"data"')) answered += 1;
          if (text.startsWith('{"data"') && !text.includes('"errors"')) {
            const contextOf = async (who: number) => {
              const headers = new Headers(askers[who % askers.length]);
              return contextFor({ headers, socket: undefined, requestId: '' });
            };
            const data = await compiledAnswer(body.query, async (query) => {
              // What is kept of what somebody else was answered, if they were, says nothing that this one may not see.
              await query.run(await contextOf(asker + 1), body.variables).catch(() => null);
              return query.run(await contextOf(asker), body.variables);
            });
            if (data !== undefined) {
              compiled += 1;
              expect(text).toMatch(`{"data":${data},"extensions":`);
            }
          }
          expect(response.status).toBeLessThan(500);
          expect(text).not.toMatch(/Something went wrong|INTERNAL_SERVER_ERROR|Unexpected error/);
        }),
        { numRuns: OPERATIONS },
      );
      expect(asked).toBeGreaterThanOrEqual(OPERATIONS);
      // Not everything was refused at the door.
      expect(answered).toBeGreaterThan(OPERATIONS / 10);
      expect(compiled).toBeGreaterThan(OPERATIONS / 20);
    }),
);
