/** What a document or an FAQ entry may not hold: said with the name of its field as the input has it, the limit, and what came. */
import { expect, test } from 'vitest';
import { withApi } from '../../support/api.ts';
import { documentInput, mutate, withToken } from '../../support/editing.ts';
import { tableCounts } from '../../support/records.ts';

const sections = (...contents: object[]) => ({
  sections: [{ id: 's', kind: 'OTHER', blocks: contents.map((content, at) => ({ id: `b${at}`, content })) }],
});
const withBlock = (fields: object) => ({
  sections: [{ id: 's', kind: 'OTHER', blocks: [{ id: 'b', content: { paragraph: 'x' }, ...fields }] }],
});
const claim = { id: 'c', verbatim: false, text: 'They met.' };

const DOCUMENTS: [changes: object, path: string, rule: string][] = [
  [{ title: 'x'.repeat(412) }, 'title', 'must have at most 200 characters, not 412'],
  [{ title: ' ' }, 'title', 'must not be empty'],
  [{ title: 'a\u0007' }, 'title', 'must hold no control characters'],
  [{ language: 'abcde' }, 'language', 'must be a language tag such as "en" or "pt-BR"'],
  [{ importance: 6 }, 'importance', 'must be at most 5, not 6'],
  [{ importance: 0 }, 'importance', 'must be at least 1, not 0'],
  [{ summary: { short: 'x'.repeat(301) } }, 'summary.short', 'must have at most 300 characters, not 301'],
  [
    { summary: { keyPoints: Array(21).fill('x') } },
    'summary.keyPoints',
    'must have at most 20 items, not 21',
  ],
  [{ sources: [{ country: 'Germany' }] }, 'sources.0.country', 'must be two capital letters, such as "DE"'],
  ...['XX', 'ZZ', 'UK', 'DD'].map((country): [object, string, string] => [
    { sources: [{ country: 'DE' }, { country }] },
    'sources.1.country',
    `must be the code of a country by ISO 3166-1, such as "DE" or "GB", not "${country}"`,
  ]),
  [{ claims: [{ ...claim, id: '.' }] }, 'claims.0.id', 'must be letters, digits, ".", "_", "-", at most 80'],
  [{ claims: [{ ...claim, text: '' }] }, 'claims.0.text', 'must not be empty'],
  [sections({ paragraph: '' }), 'sections.0.blocks.0.content.paragraph', 'must not be empty'],
  [sections({ points: [] }), 'sections.0.blocks.0.content.points', 'must have at least 1 item, not 0'],
  [sections({ points: [{ text: '' }] }), 'sections.0.blocks.0.content.points.0.text', 'must not be empty'],
  [
    sections({ table: { columns: [], rows: [] } }),
    'sections.0.blocks.0.content.table.columns',
    'must have at least 1 item, not 0',
  ],
  [
    sections({ quotedClaimId: '' }),
    'sections.0.blocks.0.content.quotedClaimId',
    'must be letters, digits, ".", "_", "-", at most 80',
  ],
  [
    sections({ exchange: { question: '', answer: 'x' } }),
    'sections.0.blocks.0.content.exchange.question',
    'must not be empty',
  ],
  [withBlock({ priority: 6 }), 'sections.0.blocks.0.priority', 'must be at most 5, not 6'],
  [
    withBlock({ shortForm: 'x'.repeat(501) }),
    'sections.0.blocks.0.shortForm',
    'must have at most 500 characters, not 501',
  ],
  [withBlock({ citations: [0] }), 'sections.0.blocks.0.citations.0', 'must be at least 1, not 0'],
];

test.each(DOCUMENTS)('a document with %j', (changes, path, rule) =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const before = tableCounts(api);
    const wish = { slug: 'riyadh', document: documentInput(changes) };
    expect(await mutate(query, 'createBriefing', wish)).toMatchObject({
      code: 'INVALID_INPUT',
      message: `"document.${path}" ${rule}`,
      path: ['input', 'document', ...path.split('.')],
    });
    expect(tableCounts(api)).toEqual(before);
  }),
);

const ENTRIES: [changes: object, path: string, rule: string][] = [
  [{ question: '?!' }, 'question', 'must have a letter or digit'],
  [{ question: 'x'.repeat(301) }, 'question', 'must have at most 300 characters, not 301'],
  [{ answer: '' }, 'answer', 'must not be empty'],
  [{ aliases: ['Who?', ''] }, 'aliases.1', 'must not be empty'],
  [
    { aliases: Array.from({ length: 51 }, (_, at) => `Who ${at}?`) },
    'aliases',
    'must have at most 50 items, not 51',
  ],
  [{ reviewIntervalDays: 0 }, 'reviewIntervalDays', 'must be at least 1, not 0'],
];

test.each(ENTRIES)('an FAQ entry with %j', (changes, path, rule) =>
  withApi(async (api) => {
    const { query } = await withToken(api, 'EDITOR');
    const before = tableCounts(api);
    const wish = { question: 'Who?', answer: 'They.', language: 'en', ...changes };
    expect(
      await mutate(query, 'createFaqEntry', wish, '__typename ... on Error { code message path }'),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message: `"${path}" ${rule}`,
      path: ['input', ...path.split('.')],
    });
    expect(tableCounts(api)).toEqual(before);
  }),
);
