/** Every piece of a draft says where in the article it came from, so that the two can be shown beside each other. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BriefingDocument, Origin } from '@communique/api/briefings/document';
import type { ArticleDraft } from '@communique/api/import/draft-article';
import { tidyMarkdown } from '@communique/api/import/markdown/tidy-markdown';
import { originWithin, spanOf } from '@communique/api/import/text/tree-text';
import { ARTICLES, draftFile, draftText } from '../../support/drafts.ts';

const PAGES = join(import.meta.dirname, '../../fixtures/pages');

type Section = BriefingDocument['sections'][number];

interface Piece {
  kind: string;
  words: string;
  origin: Origin | null;
}

function piecesOf({ document, faq, faqCandidates }: ArticleDraft): Piece[] {
  const claims = new Map(document.claims.map((claim) => [claim.id, claim]));
  const { title = null, summary = null } = document.origins ?? {};
  return [
    ...(title === null ? [] : [piece('title', document.title, title)]),
    ...(summary === null ? [] : [piece('summary', document.summary.short ?? '', summary)]),
    ...document.sections.map(({ heading, origin }) => piece('section', heading ?? '', origin)),
    ...document.sections.flatMap(({ blocks }) => blocks.map((block) => blockPiece(block, claims))),
    ...document.claims.map(({ text, origin }) => piece('claim', text, origin)),
    // The title of a meeting is put together from the names of those who met.
    ...document.events.map(({ title, participants, origin }) =>
      piece('event', participants.length > 0 ? '' : title, origin),
    ),
    ...document.stakeholders.map(({ name, interests, origin }) =>
      piece('stakeholder', [name, ...interests].join(' '), origin),
    ),
    ...document.scenarios.map(({ title, origin }) => piece('scenario', title, origin)),
    ...document.prompts.map(({ text, origin }) => piece('prompt', text, origin)),
    ...faq.map(({ question, answer, origin }) =>
      piece('faq', `${question} ${withoutAddresses(answer)}`, origin),
    ),
    ...faqCandidates.map(({ question, origin }) => piece('faqCandidate', question, origin)),
  ];
}

function piece(kind: string, words: string, origin: Origin | null): Piece {
  return { kind, words, origin };
}

function blockPiece(block: Section['blocks'][number], claims: ReadonlyMap<string, { text: string }>): Piece {
  return piece(block.type, blockWords(block, claims), block.origin);
}

function blockWords(block: Section['blocks'][number], claims: ReadonlyMap<string, { text: string }>): string {
  switch (block.type) {
    case 'PARAGRAPH':
      return block.text;
    case 'POINTS':
      return block.items.map(({ label, text }) => `${label ?? ''} ${text}`).join(' ');
    case 'TABLE':
      return [block.columns.map(({ label }) => label), ...block.rows].flat().join(' ');
    case 'QUOTE':
      return claims.get(block.claimId)?.text ?? '';
    case 'EXCHANGE':
      return `${block.question} ${block.answer}`;
  }
}

/** "[here](https://…)": a link definition may stand elsewhere in the file. */
function withoutAddresses(markdown: string): string {
  return markdown.replaceAll(/\]\([^)]*\)/g, ']');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function expectProvenance(draft: ArticleDraft): void {
  const { text } = draft.article;
  for (const { kind, words, origin } of piecesOf(draft)) {
    const { start, end } = origin ?? { start: -1, end: -1 };
    expect(start, kind).toBeGreaterThanOrEqual(0);
    expect(end, kind).toBeGreaterThan(start);
    expect(end, kind).toBeLessThanOrEqual(text.length);
    const found = new Set(wordsOf(text.slice(start, end)));
    const missing = wordsOf(words).filter((word) => !found.has(word));
    expect({ kind, words, missing }).toEqual({ kind, words, missing: [] });
  }
}

describe('the words of every piece stand where it says', () => {
  const files = [ARTICLES, PAGES].flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  // Its questions stand in data about the page, where tags and quotation marks are written otherwise.
  const readable = files.filter((file) => !/only-menus|questions\.html/.test(file));

  test.each(readable)('%s', async (file) => {
    expectProvenance(await draftFile(file));
  });
});

const word = fc.constantFrom(
  'harbour',
  'ferry',
  'toll',
  'quay',
  'island',
  'winter',
  'bridge',
  'lamp',
  'Sund',
  'Fähre',
  'паром',
);
const sentence = fc
  .array(word, { minLength: 4, maxLength: 9 })
  .map((words) => `The ${words.join(' ')} stays.`);
const prose = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(' '));
const title = fc
  .array(word, { minLength: 2, maxLength: 4 })
  .map((words) => `About the ${words.join(' and ')}`);

type Part =
  | { kind: 'HEADING'; text: string }
  | { kind: 'QUESTION'; text: string }
  | { kind: 'PROSE'; text: string }
  | { kind: 'POINTS'; items: string[] }
  | { kind: 'TABLE'; rows: string[][] };

const part: fc.Arbitrary<Part> = fc.oneof(
  prose.map((text): Part => ({ kind: 'PROSE', text })),
  title.map((text): Part => ({ kind: 'HEADING', text })),
  title.map((text): Part => ({ kind: 'QUESTION', text: `Why ${text.toLowerCase()}?` })),
  fc
    .array(
      sentence.map((text) => `Label: ${text}`),
      { minLength: 1, maxLength: 4 },
    )
    .map((items): Part => ({ kind: 'POINTS', items })),
  fc
    .array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })
    .map((rows): Part => ({ kind: 'TABLE', rows })),
);

function asText(parts: readonly Part[]): string {
  return parts
    .map((each) => {
      if (each.kind === 'POINTS') return each.items.map((item) => `• ${item}`).join('\n');
      if (each.kind !== 'TABLE') return each.text;
      const [head = [], ...rows] = each.rows.map((row) => row.join(' | '));
      return [head, '---|---|---', ...rows].join('\n');
    })
    .join('\n\n');
}

function asMarkdown(parts: readonly Part[]): string {
  return parts
    .map((each) => {
      if (each.kind === 'HEADING' || each.kind === 'QUESTION') return `## ${each.text}`;
      if (each.kind === 'POINTS')
        return each.items.map((item) => `- ${item.replace('Label:', '**Label:**')}`).join('\n');
      return asText([each]);
    })
    .join('\n\n');
}

function asHtml(parts: readonly Part[]): string {
  const body = parts.map((each) => {
    if (each.kind === 'HEADING' || each.kind === 'QUESTION') return `<h2 class="x">${each.text}</h2>`;
    if (each.kind === 'PROSE') return `<p>${each.text.replace('stays', '<em>stays</em>')}</p>`;
    if (each.kind === 'POINTS') return `<ul>${each.items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
    return `<table>${each.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  });
  return `<html><body><article><h1>The title of it</h1><p>It begins here. It goes on.</p>${body.join('\n')}</article></body></html>`;
}

test.each([
  ['article.txt', asText],
  ['article.md', asMarkdown],
  ['faq.md', asMarkdown],
  ['article.html', asHtml],
] as const)('so it is in any document, as %s', (fileName, write) => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const head = fileName.endsWith('.html')
        ? ''
        : `${fileName.endsWith('.md') ? '# ' : ''}The title of it\n\nIt begins here. It goes on.\n\n`;
      expectProvenance(draftText(`${head}${write(parts)}\n`, fileName));
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['The harbour office', '[The harbour office](https://harbour.example)'],
  ['said Ann Holm', 'said **[Ann Holm](https://ann.example)**'],
  ['harbour', 'harbour'],
])('the range of “%s” holds a link from its first sign to its last', (words, source) => {
  const text =
    '[The harbour office](https://harbour.example) leaks, said **[Ann Holm](https://ann.example)**.';
  const [paragraph] = tidyMarkdown(text).children;
  const span = spanOf(paragraph ?? { type: 'text', value: '' });
  const at = span.text.indexOf(words);
  const { start, end } = originWithin(span, at, at + words.length);
  expect(text.slice(start, end)).toBe(source);
});
