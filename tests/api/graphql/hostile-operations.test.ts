import fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { createApi } from '@communique/api/server';
import { createSilentLogger } from '@communique/shared/logger';
import { withApi, type TestApi } from '../../support/api.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { aFullDocument, published, tableCounts } from '../../support/records.ts';
import type { Answer } from '../../support/ask-api.ts';

function expectRefused(answer: Answer): void {
  expect(answer.errors.length).toBeGreaterThan(0);
  expectNoBug(answer);
}

function expectNoBug({ errors, status }: Answer): void {
  expect(status).toBeLessThan(500);
  for (const { message, extensions } of errors) {
    expect(message).not.toContain('Something went wrong');
    expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
  }
}

const nested = (depth: number) =>
  `{ faqEntries(first: 1) { edges { node { ${'briefing { faq(first: 1) { edges { node { '.repeat(depth)} slug ${'} } } }'.repeat(depth)} } } } }`;

const OPERATIONS: Record<string, string> = {
  'fields nested too deep': nested(3),
  'brackets nested without end': nested(20),
  'many aliases': `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: briefings(first: 1) { edges { cursor } }`).join(' ')} }`,
  'too many aliases': `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: changeCursor`).join(' ')} }`,
  'too many aliases of __typename': `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
  'a thousand aliases': `{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
  'a thousand aliases of what is not there': `{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: nothing`).join(' ')} }`,
  'many fragments that contain each other': `{ ...A ${'...B '.repeat(1_000)} } fragment A on Query { ...B } fragment B on Query { ...A }`,
  'too many directives': `{ ${'__typename @include(if: true) '.repeat(31)} }`,
  'many directives': `{ briefings(first: 1) ${'@skip(if: false) '.repeat(100)} { edges { cursor } } }`,
  'many tokens': `{ ${'__typename '.repeat(5_000)} }`,
  'tokens without end': `{ ${'__typename '.repeat(10_000)} }`,
  'brackets only': '{'.repeat(5_000),
  'lists inside lists': `{ briefings(first: 1, topics: ${'['.repeat(950)}${']'.repeat(950)}) { edges { cursor } } }`,
  'objects inside objects': `{ search(first: 1, query: ${'{ a: '.repeat(600)}1${' }'.repeat(600)}) { slug } }`,
  'types inside types': `query ($v: ${'['.repeat(990)}Int${']'.repeat(990)}) { __typename }`,
  'a fragment inside itself': 'fragment A on Query { ...A } { ...A }',
  'fragments that contain each other': 'fragment A on Query { ...B } fragment B on Query { ...A } { ...A }',
  'a page of pages of pages':
    '{ faqEntries(first: 100) { edges { node { briefing { faq(first: 100) { edges { node { briefing { faq(first: 100) { edges { cursor } } } } } } } } } } }',
  'an unknown field': '{ briefing(slug: "x") { password } }',
  'an unknown argument': '{ briefings(first: 1, where: "1=1") { edges { cursor } } }',
  'a missing argument': '{ briefings { edges { cursor } } }',
  'an argument of the wrong type': '{ briefings(first: "1") { edges { cursor } } }',
  'a number out of range': '{ briefings(first: 99999999999) { edges { cursor } } }',
  'an unknown enum value': '{ briefings(first: 1, orderBy: RANDOM) { edges { cursor } } }',
  'fragments that use others twice': `{ ...F0 } ${Array.from(
    { length: 40 },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
  ).join(' ')} fragment F40 on Query { __typename }`,
  'no operation': '# nothing',
  nothing: '',
  'a subscription': 'subscription { x }',
};

test.each(Object.entries(OPERATIONS))('%s is refused with a reason', (_name, document) =>
  withApi(async ({ query }) => expectRefused(await query(document))),
);

const cost = { requested: expect.any(Number), limit: 400_000 };

test.each([
  ['fields nested too deep', { measure: 'DEPTH', requested: 16, limit: 12 }, cost],
  ['too many aliases', { measure: 'ALIASES', requested: 31, limit: 30 }, { requested: 31, limit: 400_000 }],
  [
    'too many aliases of __typename',
    { measure: 'ALIASES', requested: 31, limit: 30 },
    { requested: 31, limit: 400_000 },
  ],
  [
    'a thousand aliases',
    { measure: 'TOKENS', requested: 3_002, limit: 2_000 },
    { requested: 1_000, limit: 400_000 },
  ],
  [
    'a thousand aliases of what is not there',
    { measure: 'TOKENS', requested: 3_002, limit: 2_000 },
    undefined,
  ],
  [
    'many fragments that contain each other',
    { measure: 'TOKENS', requested: 2_020, limit: 2_000 },
    undefined,
  ],
  ['too many directives', { measure: 'DIRECTIVES', requested: 31, limit: 30 }, cost],
  ['brackets nested without end', { measure: 'NESTING', requested: 84, limit: 60 }, undefined],
  ['many tokens', { measure: 'TOKENS', requested: 5_002, limit: 2_000 }, cost],
  ['tokens without end', { measure: 'TOKENS', requested: 10_002, limit: 2_000 }, undefined],
  ['lists inside lists', { measure: 'NESTING', requested: 952, limit: 60 }, undefined],
  ['a page of pages of pages', { measure: 'COST', requested: expect.any(Number), limit: 400_000 }, cost],
  ['fragments that use others twice', { measure: 'FIELDS', requested: 1_000_000, limit: 1_000 }, undefined],
] as const)(
  '%s: refused with a code, the limit, what was asked for, and its cost if it has one',
  (name, exceeded, price) =>
    withApi(async ({ query }) => {
      const { errors, status } = await query(OPERATIONS[name] ?? '');
      expect(status).toBe(400);
      expect(errors).toMatchObject([
        {
          message: expect.stringMatching(/\d+.*limit|limit.*\d+|one operation may cost 400000/i),
          extensions: { code: 'INVALID_INPUT', exceeded },
        },
      ]);
      expect(errors[0]?.extensions?.cost).toEqual(price);
      expect(errors[0]?.message).not.toContain('Syntax Error');
    }),
);

test('a page that is too long says the limit, and the answer what it would have cost', () =>
  withApi(async (api) => {
    const response = await createApi({ ...api, logger: createSilentLogger() }).fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ briefings(first: 101) { edges { cursor } } }' }),
      }),
    );
    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: '"first" must be from 1 to 100, not 101',
          extensions: {
            code: 'INVALID_INPUT',
            path: ['first'],
            exceeded: { measure: 'PAGE_SIZE', requested: 101, limit: 100 },
          },
        },
      ],
      extensions: { cost: { requested: 201, limit: 400_000 } },
    });
  }));

test('no nesting of brackets, words and values overflows a stack', () =>
  withApi(async ({ query }) => {
    const tokens = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      'briefings',
      'a:',
      '$v',
      '1',
      '"x"',
      '...',
      'on',
      '@skip',
      '!',
    );
    const runs = fc
      .tuple(tokens, fc.integer({ min: 1, max: 1_999 }))
      .map(([token, times]) => `${token} `.repeat(times));
    const texts = fc.array(fc.oneof(tokens, runs), { maxLength: 12 }).map((parts) => `{ ${parts.join(' ')}`);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => expectNoBug(await query(text.slice(0, 90_000)))),
      { numRuns: 300 },
    );
  }));

const STRINGS: Record<string, string> = {
  'ninety kilobytes': 'a'.repeat(90_000),
  'a NUL': '\u0000',
  'a lone surrogate': '\uD800',
  SQL: `' union select document from revisions --`,
  'a bidi override': '\u202Efdp.exe',
  'an emoji': '🕊️',
  'a slash': '../../etc/passwd',
};

const askWith = (value: string): [string, object][] => [
  ['query ($v: Slug!) { briefing(slug: $v) { __typename } }', { v: value }],
  ['query ($v: Slug!) { faqEntry(slug: $v) { __typename } }', { v: value }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: value }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: Buffer.from(`Briefing:${value}`).toString('base64') }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: Buffer.from(`Nothing:${value}`).toString('base64') }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: Buffer.from(`Source:${value}`).toString('base64') }],
  ['query ($v: Slug!) { briefings(first: 1, topic: $v) { edges { cursor } } }', { v: value }],
  ['query ($v: LanguageTag!) { briefings(first: 1, language: $v) { edges { cursor } } }', { v: value }],
  ['query ($v: String!) { briefings(first: 1, after: $v) { edges { cursor } } }', { v: value }],
  ['query ($v: Slug!) { faqEntries(first: 1, topics: [$v]) { edges { cursor } } }', { v: value }],
  ['query ($v: String!) { faqEntries(first: 1, after: $v) { edges { cursor } } }', { v: value }],
  ['query ($v: String!) { topics(first: 1, after: $v) { edges { cursor } } }', { v: value }],
  ['query ($v: String!) { search(query: $v, first: 1) { slug } }', { v: value }],
  ['query ($v: String!) { community(id: $v) { name } }', { v: value }],
];

test.each(Object.entries(STRINGS))('%s as any argument is never an internal error', (_name, value) =>
  withApi(async (api) => {
    await published(api, 'riyadh');
    for (const [document, variables] of askWith(value)) {
      const { status, errors } = await api.query(document, variables);
      expect(status).toBeLessThan(500);
      for (const { extensions } of errors) expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
    }
  }),
);

const idOf = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['nothing', '', '""'],
  ['a word', 'x', '"x"'],
  ['an id without a type', '====', '"===="'],
  ['a type without an id', idOf('Briefing:'), '"QnJpZWZpbmc6"'],
  ['an id of a type that there is not', idOf('foo:bar'), 'one of type "foo"'],
  ['an id of a type that is no object', idOf('Query:1'), 'one of type "Query"'],
  ['an id of a type that is found inside others', idOf('Source:1'), 'one of type "Source"'],
  ['an id with much behind it', `${'x'.repeat(400)}`, `"${'x'.repeat(39)}…"`],
])('node refuses %s, and says what it takes', (_name, id, given) =>
  withApi(async ({ query }) => {
    const { data, errors } = await query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([
      {
        message: `"id" must be the "id" of a Briefing, Delivery, DigestSchedule, Edition, FaqEntry, Topic, not ${given}`,
        extensions: { code: 'INVALID_INPUT', path: ['id'] },
      },
    ]);
  }),
);

test('an id of something that there is not is null', () =>
  withApi(async ({ query }) => {
    for (const type of ['Briefing', 'Delivery', 'DigestSchedule', 'Edition', 'FaqEntry', 'Topic']) {
      const { data, errors } = await query('query ($id: ID!) { node(id: $id) { id } }', {
        id: idOf(`${type}:1`),
      });
      expect([data, errors]).toEqual([{ node: null }, []]);
    }
  }));

const FREE_TEXTS: [argument: string, document: string, limit: number][] = [
  ['query', 'query ($v: String!) { search(query: $v, first: 1) { slug } }', 1_000],
  ['prefix', 'query ($v: String!) { complete(prefix: $v, kind: BRIEFING, first: 1) { slug } }', 1_000],
  ['after', 'query ($v: String!) { topics(first: 1, after: $v) { edges { cursor } } }', 2_000],
  ['id', 'query ($v: String!) { community(id: $v) { id } }', 20],
  ['id', 'query ($v: ID!) { digestSchedule(id: $v) { id } }', 500],
  ['communityId', 'query ($v: String!) { auditLog(first: 1, communityId: $v) { edges { cursor } } }', 20],
  ['subjectId', 'query ($v: String!) { auditLog(first: 1, subjectId: $v) { edges { cursor } } }', 500],
];

test.each(FREE_TEXTS)('"%s" is refused when it is too long or no text: %s', (argument, document, limit) =>
  withApi(async ({ query }) => {
    for (const [value, rule] of [
      ['x'.repeat(limit + 1), `must have at most ${limit} characters, not ${limit + 1}`],
      ['x\u0000', 'must hold no NUL and no half of a surrogate pair: nothing can show them'],
      ['\uD83D', 'must hold no NUL and no half of a surrogate pair: nothing can show them'],
    ]) {
      expect((await query(document, { v: value })).errors).toMatchObject([
        { message: `"${argument}" ${rule}`, extensions: { code: 'INVALID_INPUT', path: [argument] } },
      ]);
    }
  }),
);

test('names and texts that would look like others are refused with the field; what is searched for may hold anything', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'OPERATOR');
    const before = tableCounts(api);
    for (const code of [0x202a, 0x202e, 0x2066, 0x2069, 0x200b, 0x2060, 0xfeff]) {
      const hidden = `Talks${String.fromCharCode(code)} in Riyadh`;
      const named = expect.stringContaining(`U+${code.toString(16).toUpperCase()}`);
      const refused = (path: string[]) => ({
        code: 'INVALID_INPUT',
        message: named,
        path: ['input', ...path],
      });
      const fields = '... on Error { code message path }';
      const entry = { question: 'Who?', answer: hidden, language: 'en' };
      expect(await mutate(query, 'createFaqEntry', entry, fields)).toEqual(refused(['answer']));
      const begun = { slug: 'riyadh', document: documentInput({ title: hidden }) };
      expect(await mutate(query, 'createBriefing', begun, fields)).toEqual(refused(['document', 'title']));
      expect(await mutate(query, 'askQuestion', { question: hidden }, fields)).toEqual(refused(['question']));
      const found = await query('query ($v: String!) { search(query: $v, first: 1) { slug } }', {
        v: hidden,
      });
      expect(found.errors).toEqual([]);
    }
    expect(tableCounts(api)).toEqual(before);
    // What Persian and emoji are written with, and marks of direction that end by themselves.
    const written = 'می‌روم 👩‍💻 \u200e\u200f\u061c';
    const input = { question: 'Who?', answer: written, language: 'fa' };
    expect(await mutate(query, 'createFaqEntry', input, '__typename')).toEqual({
      __typename: 'ChangedFaqEntry',
    });
  }));

test('a page of 25 whole briefings and GraphiQL’s introspection are within the limits', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { document: aFullDocument() });
    expect((await api.query(getIntrospectionQuery())).errors).toEqual([]);
    expect((await wholeBriefings(api, 25)).errors).toEqual([]);
    expect((await wholeBriefings(api, 100)).errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT' } },
    ]);
  }));

function wholeBriefings({ query }: TestApi, first: number): Promise<Answer> {
  const source =
    'number publisher country owner ownerKind title url author publishedOn { value precision } reliability';
  return query(`{
    briefings(first: ${first}) {
      edges { node {
        id slug title language importance summary { headline short keyPoints } topics { id slug name }
        sections { id heading kind parentId blocks {
          __typename id citations hints { priority shortForm plainText }
          ... on ParagraphBlock { text }
          ... on PointsBlock { items { label text } }
          ... on TableBlock { caption columns { label unit align } rows }
          ... on QuoteBlock { claim { text speaker status credibility sources { number publisher } } }
          ... on ExchangeBlock { question answer }
        } }
        sources { ${source} }
        claims { id text speaker statedOn { value } status credibility sources { number } gradings { status gradedBy gradedAt reason } }
        stakeholders { id name interests leverage redLines sources { number } }
        events { id title date { value precision } place participants state sources { number } }
        scenarios { id title likelihood indicators horizon { value } sources { number } }
        perspectives { id holder view }
        prompts { id text }
      } }
    }
  }`);
}
