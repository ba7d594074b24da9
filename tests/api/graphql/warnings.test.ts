/** What will go is announced to whoever still uses it, in the answer itself. */
import { buildSchema, getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { findDeprecatedInText, findDeprecatedInVariables } from '@communique/api/graphql/find-deprecated';
import { botOperations } from '@communique/api/graphql/persisted-operations';
import { schema } from '@communique/api/graphql/schema';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi } from '../../support/api.ts';

const things = buildSchema(`
  type Query {
    things(kind: Kind, filter: Filter, old: Int @deprecated(reason: "Use filter.")): [Thing!]
    oldThings: Int @deprecated(reason: "Use things.")
  }
  type Thing { name: String, title: String @deprecated(reason: "Use name.") }
  enum Kind { NEW OLD @deprecated(reason: "Nothing is old.") }
  input Filter { words: [String!], kinds: [Kind!], text: String @deprecated(reason: "Use words."), and: [Filter!] }
`);

function coordinatesIn(text: string, variables: Record<string, unknown> = {}, name?: string): string[] {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('There is no such operation');
  const found = [
    ...findDeprecatedInText(things, document, operation),
    ...findDeprecatedInVariables(things, operation, variables),
  ];
  return found.map(({ coordinate }) => coordinate);
}

const QUERY = 'query ($filter: Filter, $kind: Kind) { things(filter: $filter, kind: $kind) { name } }';

test.each<[string, string, Record<string, unknown>, string[]]>([
  ['nothing deprecated', '{ things(kind: NEW) { name } }', {}, []],
  ['a field of the root', '{ oldThings }', {}, ['Query.oldThings']],
  [
    'a field inside a fragment, twice',
    '{ things { ...a } other: things { ...a } } fragment a on Thing { title }',
    {},
    ['Thing.title'],
  ],
  ['an argument', '{ things(old: 1) { name } }', {}, ['Query.things(old:)']],
  ['an enum value', '{ things(kind: OLD) { name } }', {}, ['Kind.OLD']],
  ['an input field', '{ things(filter: { text: "a" }) { name } }', {}, ['Filter.text']],
  ['an enum value in a variable', QUERY, { kind: 'OLD' }, ['Kind.OLD']],
  [
    'an input field deep in a variable',
    QUERY,
    { filter: { and: [{ words: ['a'] }, { and: [{ text: 'a', kinds: ['NEW', 'OLD'] }] }] } },
    ['Filter.text', 'Kind.OLD'],
  ],
  ['variables that say nothing of it', QUERY, { filter: { words: [] }, kind: null }, []],
])('%s', (_name, query, variables, coordinates) => {
  expect(coordinatesIn(query, variables)).toEqual(coordinates);
});

test('only the operation that runs is looked at', () => {
  const two = 'query A { oldThings } query B { __typename }';
  expect([coordinatesIn(two, {}, 'A'), coordinatesIn(two, {}, 'B')]).toEqual([['Query.oldThings'], []]);
});

test('a warning says where, what to do, and leaves the answer and its ETag as steady as without', () =>
  withApi(async (api) => {
    const server = createApi({ ...api, logger: createSilentLogger(), release: 'test' });
    const get = (headers: Record<string, string> = {}) => {
      const query = encodeURIComponent('{ briefings(first: 1, topic: null) { edges { cursor } } }');
      return server.fetch(
        new Request(`http://localhost/graphql?query=${query}`, {
          headers: { 'x-graphql-yoga-csrf': '1', ...headers },
        }),
      );
    };
    const first = await get();
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    expect(JSON.parse(text).extensions.warnings).toEqual([
      {
        code: 'DEPRECATED',
        coordinate: 'Query.briefings(topic:)',
        message: 'Query.briefings(topic:) will go: Use `topics`, which takes one or more.',
      },
    ]);
    const second = await get();
    expect([await second.text(), second.headers.get('etag')]).toEqual([text, etag]);
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
  }));

test('the bot uses nothing that is deprecated', () => {
  const used = [...botOperations.values()].flatMap((text) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    return operation ? findDeprecatedInText(schema, document, operation) : [];
  });
  expect(used).toEqual([]);
});
