/** What no list can hold is a mistake that names its argument, and not an empty list. */
import { expect, test } from 'vitest';
import { withApi } from '../../support/api.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { addFeed } from '../../support/kept-things.ts';
import { tableCounts } from '../../support/records.ts';

const PAGE = '{ edges { cursor } }';
const PERIOD = 'publishedSince: "2025-02-02T00:00:00Z", publishedBefore: "2025-02-01T00:00:00Z"';
const LISTS = [
  'articles',
  'feeds',
  'auditLog',
  'reports',
  'questions',
  'webhooks',
  'editorialBriefings',
  'editorialFaqEntries',
];

const IMPOSSIBLE: [field: string, code: string, path: string, message: string][] = [
  ['briefings(first: 1, minImportance: 9)', 'INVALID_INPUT', 'minImportance', 'must be from 1 to 5, not 9'],
  ['briefings(first: 1, minImportance: 0)', 'INVALID_INPUT', 'minImportance', 'must be from 1 to 5, not 0'],
  ['editorialBriefings(first: 1, minImportance: 6)', 'INVALID_INPUT', 'minImportance', 'not 6'],
  [`briefings(first: 1, ${PERIOD})`, 'INVALID_INPUT', 'publishedSince', 'later than "publishedBefore"'],
  [`faqEntries(first: 1, ${PERIOD})`, 'INVALID_INPUT', 'publishedSince', 'later than "publishedBefore"'],
  ['events(first: 1, from: "2025", to: "2024")', 'INVALID_INPUT', 'from', 'later than "to"'],
  ['events(first: 1, from: "2025-03-02", to: "2025-03-01")', 'INVALID_INPUT', 'from', 'later than "to"'],
  ['articles(first: 1, feedId: "x")', 'NOT_FOUND', 'feedId', 'no feed "x"'],
  ...LISTS.map((list): [string, string, string, string] => [
    `${list}(first: 1, communityId: "zz")`,
    'INVALID_INPUT',
    'communityId',
    'must be the id of a Discord server or "library"',
  ]),
  ...LISTS.map((list): [string, string, string, string] => [
    `${list}(first: 1, communityId: "1336000000000000999")`,
    'NOT_FOUND',
    'communityId',
    'no community "1336000000000000999"',
  ]),
  ['community(id: "zz")', 'INVALID_INPUT', 'id', 'must be the id of a Discord server or "library"'],
  ['feeds(first: 1, communityId: "*")', 'INVALID_INPUT', 'communityId', 'not "*"'],
];

test.each(IMPOSSIBLE)('%s is %s', (field, code, path, message) =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'OPERATOR');
    const { data, errors } = await query(`{ ${field} ${field.startsWith('community(') ? '{ id }' : PAGE} }`);
    expect(data === null || Object.values(data)[0] === null).toBe(true);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code, path: [path] } },
    ]);
    expect(errors[0]?.message).toContain(path === 'feedId' ? '' : `"${path}"`);
  }),
);

test('what some list can hold is none, even where this one does not', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'OPERATOR');
    await addFeed(api, 'library', 'followed');
    const [followed] = (await query('{ feeds(first: 1) { edges { node { id } } } }')).data.feeds.edges;
    for (const field of [
      'briefings(first: 1, minImportance: 5, publishedSince: "2025-02-01T00:00:00Z", publishedBefore: "2025-02-01T00:00:00Z")',
      'events(first: 1, from: "2025-03-02", to: "2025-03")',
      'events(first: 1, from: "2025", to: "2025-03")',
      'webhooks(first: 1, communityId: "*")',
      `articles(first: 1, feedId: "${followed.node.id}")`,
    ]) {
      expect((await query(`{ list: ${field} ${PAGE} }`)).errors).toEqual([]);
    }
  }));

test('nothing is written into a server that does not exist: the error names the field, and not the slug', () =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'OPERATOR');
    const before = tableCounts(api);
    const communityId = '1336000000000000999';
    const wishes: [mutation: string, input: object][] = [
      ['createBriefing', { slug: 'riyadh', document: documentInput() }],
      ['createFaqEntry', { question: 'Who?', answer: 'They.', language: 'en' }],
      ['importArticle', { text: 'A title' }],
      ['closeReport', { reportId: 'x', outcome: 'DISMISSED', note: 'x' }],
    ];
    for (const [mutation, input] of wishes) {
      const refused = await mutate(
        query,
        mutation,
        { communityId, ...input },
        '... on Error { code message path }',
      );
      expect([mutation, refused]).toEqual([
        mutation,
        {
          code: 'NOT_FOUND',
          message: expect.stringContaining('"communityId" must be'),
          path: ['input', 'communityId'],
        },
      ]);
    }
    expect(tableCounts(api)).toEqual(before);
  }));
