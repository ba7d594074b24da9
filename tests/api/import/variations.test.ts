/** One article, written in each of the ways in which real documents vary: the draft is the same. */
import { describe, expect, test } from 'vitest';
import { decodeText } from '@communique/api/import/reading/decode-text';
import { draftText } from '../../support/drafts.ts';

interface Writing {
  bullet?: (index: number) => string;
  heading?: (words: string) => string;
}

const HEADINGS = ['The Price of Sand', 'The Work on the Quay'];

function articleOf({ bullet = () => '•', heading = (words) => words }: Writing): string {
  const [first = '', second = ''] = HEADINGS;
  const points = ['Sand: two crowns a load', 'Stone: nine crowns a load', 'Rope: found in the shed'];
  return [
    'The Harbour That Was Never Finished',
    '',
    'The harbour has been a building site for eleven years. Nobody on the island remembers why it was begun.',
    '',
    heading(first),
    '',
    'The council buys sand from the mainland every spring. It pays more for it each year than the year before.',
    '',
    ...points.map((point, index) => `${bullet(index)} ${point}`),
    '',
    heading(second),
    '',
    'The quay is built by four men and a horse. They say that it will be done when it is done, and not before.',
    '',
  ].join('\n');
}

function partsOf(text: string, fileName = 'article.txt'): unknown {
  const { document } = draftText(text, fileName);
  return document.sections
    .filter(({ heading }) => heading !== null)
    .map(({ heading, blocks }) => [
      heading?.toLowerCase(),
      ...blocks.map((block) =>
        block.type === 'POINTS' ? block.items.map(({ label }) => label) : block.type,
      ),
    ]);
}

const EXPECTED = [
  ['the price of sand', 'PARAGRAPH', ['Sand', 'Stone', 'Rope']],
  ['the work on the quay', 'PARAGRAPH'],
];

describe('points begin with', () => {
  test.each(['•', '-', '*', '–', '◦', '▪'])('%s', (sign) => {
    expect(partsOf(articleOf({ bullet: () => sign }))).toEqual(EXPECTED);
  });

  test.each([
    ['1.', (index: number) => `${index + 1}.`],
    ['1)', (index: number) => `${index + 1})`],
    ['a)', (index: number) => `${'abc'[index]})`],
  ])('numbers: %s', (_, bullet) => {
    expect(partsOf(articleOf({ bullet }))).toEqual(EXPECTED);
  });
});

describe('headings are written', () => {
  test.each([
    ['in title case', (words: string) => words],
    ['in upper case', (words: string) => words.toUpperCase()],
    ['in sentence case', (words: string) => words.charAt(0) + words.slice(1).toLowerCase()],
    ['with the signs of Markdown', (words: string) => `## ${words}`],
    ['with a line below', (words: string) => `${words}\n${'-'.repeat(words.length)}`],
    ['between signs that fill the line', (words: string) => `==== ${words} ====`],
  ])('%s', (_, heading) => {
    expect(partsOf(articleOf({ heading }))).toEqual(EXPECTED);
  });

  test('as questions', () => {
    const { faqCandidates } = draftText(articleOf({ heading: (words) => `What is ${words}?` }));
    expect(faqCandidates.map(({ question }) => question)).toEqual([
      'What is The Price of Sand?',
      'What is The Work on the Quay?',
    ]);
  });
});

describe('lines and bytes', () => {
  const text = articleOf({});

  test.each([
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['line ends of old Macs', Buffer.from(text.replaceAll('\n', '\r'))],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ])('%s', (_, bytes) => {
    expect(partsOf(decodeText(bytes, 'article.txt'))).toEqual(EXPECTED);
  });
});

describe('tables', () => {
  const ROWS = ['Load | Crowns', 'Sand | 2', 'Stone | 9'];
  const RULE = '---|---';

  test.each([
    ['without a pipe at the ends', [ROWS[0], RULE, ...ROWS.slice(1)]],
    ['with a trailing pipe', [ROWS[0], RULE, ...ROWS.slice(1)].map((row) => `${row} |`)],
    ['with pipes at both ends', [ROWS[0], RULE, ...ROWS.slice(1)].map((row) => `| ${row} |`)],
    ['without a rule', ROWS],
    ['with tabs', ROWS.map((row) => row.replace(' | ', '\t'))],
  ])('%s', (_, lines) => {
    const { document } = draftText(`${articleOf({})}\n${lines.join('\n')}\n`);
    const tables = document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'TABLE' ? [block.rows.length] : [])),
    );
    expect(tables).toEqual([2]);
  });
});

describe('quotation marks', () => {
  test.each([
    ['straight', '"We shall finish it when the sand is paid," said Mayor Clara Holm.'],
    ['smart', '“We shall finish it when the sand is paid,” said Mayor Clara Holm.'],
    ['German', '„Wir bauen weiter, bis der Sand bezahlt ist“, sagte Bürgermeisterin Clara Holm.'],
    ['angular', '« Nous finirons quand le sable sera payé », a déclaré la maire Clara Holm.'],
    ['nested', '“He said ‘pay for the sand first’ and went home again,” said Mayor Clara Holm.'],
  ])('%s', (_, sentence) => {
    const { claims } = draftText(`${articleOf({})}\n${sentence}\n`).document;
    expect(claims).toMatchObject([{ verbatim: true, speaker: 'Clara Holm' }]);
    expect(claims[0]?.text).not.toMatch(/^["“„«\s]|["”“»\s]$/);
  });
});
