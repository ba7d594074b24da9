/** What does not fit its type is refused before anything runs, under the name of the argument or field it stands in. */
import { expect, test } from 'vitest';
import { withApi } from '../../support/api.ts';
import { withToken } from '../../support/editing.ts';

const PAGE = '{ edges { cursor } }';
const CREATE = 'mutation ($wish: CreateBriefingInput!) { createBriefing(input: $wish) { __typename } }';

const WRONG: [name: string, document: string, variables: object, paths: string[][]][] = [
  ['text for a number', `{ briefings(first: "ten") ${PAGE} }`, {}, [['first']]],
  ['a number out of range', `{ briefings(first: 99999999999) ${PAGE} }`, {}, [['first']]],
  [
    'an enum value that does not exist',
    `{ briefings(first: 1, orderBy: RANDOM) ${PAGE} }`,
    {},
    [['orderBy']],
  ],
  [
    'a number in a list of names',
    '{ search(query: "a", first: 1, kinds: [CLAIM, 3]) { slug } }',
    {},
    [['kinds', '1']],
  ],
  [
    'a field deep in an object',
    'mutation { createDigestSchedule(input: { weekdays: [MONDAY, DOOMSDAY] }) { __typename } }',
    {},
    [['input'], ['input'], ['input'], ['input'], ['input', 'weekdays', '1']],
  ],
  [
    'a variable of another name than its argument',
    `query ($size: Int!) { briefings(first: $size) ${PAGE} }`,
    { size: 'ten' },
    [['first']],
  ],
  ['a variable that is missing', `query ($size: Int!) { briefings(first: $size) ${PAGE} }`, {}, [['first']]],
  [
    'null where its default does not help',
    `query ($size: Int = 3) { briefings(first: $size) ${PAGE} }`,
    { size: null },
    [['first']],
  ],
  [
    'a variable inside an object and a list',
    'query ($topic: Slug!) { briefings(first: 1, topics: ["a", $topic]) { edges { cursor } } }',
    { topic: 3 },
    [['topics', '1']],
  ],
  [
    'two mistakes in one input',
    CREATE,
    { wish: { slug: 'a', idempotencyKey: 3, document: { title: [], language: 'en', sections: [] } } },
    [
      ['input', 'document', 'title'],
      ['input', 'idempotencyKey'],
    ],
  ],
];

test.each(WRONG)('%s', (_name, document, variables, paths) =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const { data, errors } = await query(document, variables);
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toMatchObject(
      paths.map((path) => ({ code: 'INVALID_INPUT', path })),
    );
    for (const [index, { message }] of errors.entries()) {
      expect(message).toContain(paths[index]?.join('.'));
    }
  }),
);

test('a thousand mistakes are ten errors, and none repeats a long value', () =>
  withApi(async (api) => {
    const topics = Array.from({ length: 1_000 }, () => ({ long: 'x'.repeat(50) }));
    const { errors } = await api.query(
      `query ($topics: [Slug!]) { briefings(first: 1, topics: $topics) ${PAGE} }`,
      { topics },
    );
    expect(errors).toHaveLength(10);
    const long = await api.query(`{ briefings(first: "${'x'.repeat(50_000)}") ${PAGE} }`);
    expect(long.errors).toMatchObject([{ extensions: { path: ['first'] } }]);
    expect(JSON.stringify([errors, long.errors]).length).toBeLessThan(10_000);
  }));

test('what is no operation at all says so with a code', () =>
  withApi(async (api) => {
    for (const [document, code] of [
      ['{', 'GRAPHQL_PARSE_FAILED'],
      ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['{ briefings { edges { cursor } } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
    ] as const) {
      expect((await api.query(document)).errors).toMatchObject([{ extensions: { code } }]);
    }
  }));
