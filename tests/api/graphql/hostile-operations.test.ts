import fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { withApi, type TestApi } from '../../support/api.ts';
import { aFullDocument, published } from '../../support/records.ts';
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
  'fields nested without end': nested(20),
  'many aliases': `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: briefings(first: 1) { edges { cursor } }`).join(' ')} }`,
  'many directives': `{ briefings(first: 1) ${'@skip(if: false) '.repeat(100)} { edges { cursor } } }`,
  'many tokens': `{ ${'__typename '.repeat(5_000)} }`,
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
  'no operation': '# nothing',
  nothing: '',
  'a subscription': 'subscription { x }',
};

test.each(Object.entries(OPERATIONS))('%s is refused with a reason', (_name, document) =>
  withApi(async ({ query }) => expectRefused(await query(document))),
);

test.each(['fields nested without end', 'many aliases', 'many tokens', 'lists inside lists'])(
  '%s are refused with a code and the limit',
  (name) =>
    withApi(async ({ query }) => {
      const { errors, status } = await query(OPERATIONS[name] ?? '');
      expect(status).toBe(400);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/\d+.*limit|limit.*\d+/i), extensions: { code: 'INVALID_INPUT' } },
      ]);
      expect(errors[0]?.message).not.toContain('Syntax Error');
    }),
);

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
  ['query ($v: String!) { briefing(slug: $v) { __typename } }', { v: value }],
  ['query ($v: String!) { faqEntry(slug: $v) { __typename } }', { v: value }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: value }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: Buffer.from(`Briefing:${value}`).toString('base64') }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: Buffer.from(`Nothing:${value}`).toString('base64') }],
  ['query ($v: ID!) { node(id: $v) { id } }', { v: Buffer.from(`Source:${value}`).toString('base64') }],
  ['query ($v: String!) { briefings(first: 1, topic: $v) { edges { cursor } } }', { v: value }],
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

test.each(['', 'x', '====', 'QnJpZWZpbmc=', 'Briefing:1', '0'])(
  '"%s" is no id, and node says null or why',
  (id) =>
    withApi(async ({ query }) => {
      const { data, errors } = await query('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data?.node ?? null).toBeNull();
      for (const { extensions } of errors) expect(extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
    }),
);

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
