/** What does not fit its type is refused before anything runs, under the name of the argument or field it stands in. */
import { expect, test } from 'vitest';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi } from '../../support/api.ts';
import { withToken } from '../../support/editing.ts';

const KEY = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
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
    [
      ['input', 'channelId'],
      ['input', 'idempotencyKey'],
      ['input', 'localTime'],
      ['input', 'timeZone'],
      ['input', 'weekdays', '1'],
    ],
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
  ['an argument that is missing', `{ briefings ${PAGE} }`, {}, [['first']]],
  ['an argument that does not exist', `{ briefings(first: 1, where: "1=1") ${PAGE} }`, {}, [['where']]],
  ['null for an argument', `{ briefings(first: null) ${PAGE} }`, {}, [['first']]],
  [
    'lists inside a list of values',
    `{ briefings(first: 1, topics: [[["a"]]]) ${PAGE} }`,
    {},
    [['topics', '0']],
  ],
  ['an object for a text', '{ search(query: { a: 1 }, first: 1) { slug } }', {}, [['query']]],
  ['a list for a text', '{ search(query: ["a"], first: 1) { slug } }', {}, [['query']]],
  ['a list for a number', '{ search(query: "a", first: [1, 2]) { slug } }', {}, [['first']]],
  ['a fraction', '{ search(query: "a", first: 1.5) { slug } }', {}, [['first']]],
  ['a text for an enum value', `{ briefings(first: 1, orderBy: "NEWEST") ${PAGE} }`, {}, [['orderBy']]],
  [
    'a variable of a type that the argument does not take',
    'query ($v: Int!) { search(query: $v, first: 1) { slug } }',
    { v: 1 },
    [['query']],
  ],
  ['a variable that is not declared', '{ search(query: $v, first: 1) { slug } }', {}, [['query']]],
  [
    'a variable whose default does not fit',
    'query ($size: Int! = "ten") { search(query: "a", first: $size) { slug } }',
    {},
    [['first']],
  ],
  [
    'a text for an object, and no object at all',
    'mutation { createBriefing(input: "a") { __typename } addFeed(input: [1]) { __typename } }',
    {},
    [['input'], ['input']],
  ],
  [
    'an argument of a field inside',
    'query ($id: String!) { briefings(first: 1) { edges { node { section(id: $id) { id } } } } }',
    { id: { long: ['x'] } },
    [['id']],
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

/** Of the input of `createBriefing`, in the text of the operation and in its variables. */
const WRONG_INPUTS: [name: string, document: object, path: string[], rule: RegExp][] = [
  ['a field that does not exist', { titel: 'a' }, ['titel'], /is no field of BriefingDocumentInput/],
  ['a field that is missing', { title: undefined }, ['title'], /is missing: it must be a text/],
  ['null for what must be there', { language: null }, ['language'], /must be a BCP 47 .*, not null/],
  ['a number for a text', { title: 3 }, ['title'], /must be a text, not 3/],
  ['a text for a number', { importance: 'three' }, ['importance'], /must be a whole number .*, not "three"/],
  ['an object for a list', { sources: 'x' }, ['sources'], /must be a list, .* SourceInput, not "x"/],
  ['a list for an object', { summary: [] }, ['summary'], /must be an object with the fields of SummaryInput/],
  ['a list inside a list', { topics: [[]] }, ['topics', '0'], /must be an object .* TopicInput, not a list/],
  [
    'two choices where one is due',
    { sections: [sectionWith({ paragraph: 'x', quotedClaimId: 'y' })] },
    ['sections', '0', 'blocks', '0', 'content'],
    /exactly one of the fields .* has paragraph and quotedClaimId/,
  ],
  [
    'no choice where one is due',
    { sections: [sectionWith({})] },
    ['sections', '0', 'blocks', '0', 'content'],
    /exactly one of the fields .* has none/,
  ],
];

test.each(WRONG_INPUTS)('%s is said alike in a text and in variables', (_name, changes, path, rule) =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const document = { title: 'A', language: 'en', sections: [], ...changes };
    const input = { slug: 'a', idempotencyKey: KEY, document };
    const inVariables = await query(CREATE, { wish: JSON.parse(JSON.stringify(input)) });
    const inText = await query(`mutation { createBriefing(input: ${literalOf(input)}) { __typename } }`);
    for (const { data, errors } of [inVariables, inText]) {
      expect(data).toBeNull();
      expect(errors).toMatchObject([
        { extensions: { code: 'INVALID_INPUT', path: ['input', 'document', ...path] } },
      ]);
      expect(errors[0]?.message).toMatch(rule);
      expect(errors[0]?.message).toContain(`"input.document.${path.join('.')}"`);
    }
    expect(inText.errors[0]?.message).toBe(inVariables.errors[0]?.message);
  }),
);

function sectionWith(content: object) {
  return { id: 's', kind: 'OTHER', blocks: [{ id: 'b', content }] };
}

/** As GraphQL writes it: the names of fields without quotation marks, and so this enum value. */
function literalOf(input: object): string {
  return JSON.stringify(input)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll('"OTHER"', 'OTHER');
}

test('what nests deeper than a stack is refused like anything else', () =>
  withApi(async (api) => {
    const depth = 40_000;
    const text = `{"query":"query ($v: String!) { search(query: $v, first: 1) { slug } }","variables":{"v":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    const server = createApi({ ...api, logger: createSilentLogger() });
    const response = await server.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: text,
      }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      errors: [{ message: '"query" must be a text, not a list', extensions: { path: ['query'] } }],
    });
  }));

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
      ['query A { __typename } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
    ] as const) {
      expect((await api.query(document)).errors).toMatchObject([{ extensions: { code } }]);
    }
  }));
