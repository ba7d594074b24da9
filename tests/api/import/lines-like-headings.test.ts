/** Lines of a plain text that have the shape of a heading, and are none. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const HEAD =
  'The Island Market Moves\n\nThe market of the island moves to the quay in May. Its traders have asked for that for years.\n\n';
const PROSE = 'The traders say that the old place was too small, and that nobody could park there.';

function outlineOf(text: string): unknown[] {
  const { document, leftOut } = draftText(HEAD + text);
  expect(leftOut).toEqual([]);
  return document.sections.flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [`# ${heading}`]),
    ...blocks.flatMap((block) => {
      if (block.type === 'POINTS') return block.items.map(({ text: words }) => `- ${words}`);
      return block.type === 'PARAGRAPH' && !block.text.startsWith('The market of') ? [block.text] : [];
    }),
  ]);
}

test('a heading that heads nothing but the next one stays a line of the text', () => {
  expect(outlineOf(`The Stalls\n\nWhat They Sell\n\n${PROSE}`)).toEqual([
    'The Stalls',
    '# What They Sell',
    PROSE,
  ]);
});

test('but a heading above questions, and one with headings of a lower level below it, is one', () => {
  const { faq } = draftText(
    `${HEAD}Frequently Asked Questions\n\nWhen does it move?\n\nIt moves in the month of May.\n\nWho decides about it?\n\nThe traders do, all of them.`,
  );
  expect(faq.map(({ question }) => question)).toEqual(['When does it move?', 'Who decides about it?']);
  expect(
    outlineOf(
      `THE STALLS\n\nWhat they sell\n\n${PROSE}\n\nWhat they cost\n\n${PROSE}\n\nTHE QUAY\n\n${PROSE}`,
    ),
  ).toEqual(['# THE STALLS', '# What they sell', PROSE, '# What they cost', PROSE, '# THE QUAY', PROSE]);
});

describe('lines of one form are a row', () => {
  test.each([
    ['amounts', '$400 for the New Tents', '$250 for the Lamps'],
    ['labels with values', 'Stalls Up to Two Metres: 6%', 'Stalls of Three Metres: 40%'],
    ['dates with events', 'May 3: Opening of the Quay', 'May 5: The First Market Day'],
    ['who says what', 'What we said: "Nobody Parks Here"', 'What they said: "We do"'],
  ])('%s', (_name, one, other) => {
    expect(outlineOf(`${one}\n\n${other}\n\n${PROSE}`)).toEqual([one, other, PROSE]);
  });

  test('a name that begins like a credit is a heading', () => {
    expect(outlineOf(`Credit Unions Pay\n\n${PROSE}`)).toEqual(['# Credit Unions Pay', PROSE]);
  });

  test('numbered sections are none', () => {
    expect(outlineOf(`2.1 The Stalls\n\n${PROSE}\n\n2.2 The Quay\n\n${PROSE}`)).toEqual([
      '# The Stalls',
      PROSE,
      '# The Quay',
      PROSE,
    ]);
  });
});

describe('what stands beside pictures and in boxes', () => {
  test.each([
    'Price: $31.00',
    'Credit: Strait Museum - Click for the Full Size',
    'Great Day at the Quay — Ann Holm (@annholm) May 3, 2025',
    'Our Guide to the Market [',
    '(Artist: Ann Holm)',
    'The New Stalls - Image: Strait Museum',
    'Ann Holm/iStock/Getty Images',
    'CreditAnn Holm for the Strait Museum',
    'Top Photo by Ann Holm',
    '^ Holm, Ann, The Quays of the Strait',
    'Strait Museum[12]',
    '“Will It Ever Move?”',
    '"Will It Move?" Said Holm, "Or What?"',
    'He Will Have None. IT MOVED',
    'The New Place Is Large, and',
    'We Found the New Place So Easily!',
    'Large or Small Stalls? Would You Walk That Far? Or Does It Have to Be Near?',
  ])('%s', (line) => {
    expect(outlineOf(`${line}\n\n${PROSE}`)).toEqual([line, PROSE]);
  });
});

describe('a masthead', () => {
  test.each([
    ['Anna Bell | Staff Writer | 5 March 2025', 'Anna Bell', '2025-03-05', null],
    ['By\nAnna Bell\n5 March 2025', 'Anna Bell', '2025-03-05', null],
    ['Harbour Weekly · 5 March 2025', null, '2025-03-05', 'Harbour Weekly'],
    ['Hafenkurier | 5. März 2025', null, '2025-03-05', 'Hafenkurier'],
  ])('%s', (lines, byline, day, publisher) => {
    const { article, document } = draftText(`The Island Market Moves\n${lines}\n\n${PROSE}\n\n${PROSE}`);
    expect([article.title, article.byline, article.publishedOn, article.publisher]).toEqual([
      'The Island Market Moves',
      byline,
      day,
      publisher,
    ]);
    expect(document.sections.map(({ heading }) => heading)).toEqual([null]);
  });
});

test('lines that touch each other and are no sentences stay together, at the very end too', () => {
  const verse = ['The quay is old', 'The sea is cold', 'The ships are sold'];
  expect(outlineOf(`${PROSE}\n\n${verse.join('\n')}`)).toEqual([PROSE, ...verse]);
  expect(outlineOf(`The Result\nYes 12\nNo 7\nAbstained 2`)).toEqual([
    '# The Result',
    '- Yes 12',
    '- No 7',
    '- Abstained 2',
  ]);
});

test('letters that were set apart are words', () => {
  expect(outlineOf(`T H E   N E W   S T A L L S\n\n${PROSE}`)).toEqual(['# THE NEW STALLS', PROSE]);
  expect(outlineOf(`A B C\n\n${PROSE}`)).toEqual(['# A B C', PROSE]);
});

describe('sections that are numbered through', () => {
  test.each([
    ['a.txt', 'I. The Stalls', 'II. The Quay', 'III. The Outlook'],
    ['a.txt', '1. The Stalls', '2. The Quay', '3. The Outlook'],
    ['a.md', '## 1. The Stalls', '## 2. The Quay', '## 3. The Outlook'],
    ['a.md', '# I. The Stalls', '# II. The Quay', '# III. The Outlook'],
  ])('are sections from the first on, in a text without a title: %s, %s', (fileName, ...headings) => {
    const { document, leftOut } = draftText(
      headings.map((heading) => `${heading}\n\n${PROSE}\n`).join('\n'),
      fileName,
    );
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      'The Stalls',
      'The Quay',
      'The Outlook',
    ]);
    expect(leftOut).toEqual([]);
  });

  test('an initial is no number', () => {
    expect(outlineOf(`V. Holm Speaks\n\n${PROSE}`)).toEqual(['# V. Holm Speaks', PROSE]);
  });
});

test('a line that comes again and again is the head of a page, or a button', () => {
  const page = `${PROSE}\n\nStrait Draft, May 2025\n\n`;
  expect(outlineOf(page.repeat(4) + PROSE).filter((line) => String(line).startsWith('#'))).toEqual([]);
});

describe('the first line is the title', () => {
  test.each([
    'The market of the island moves to the quay in May, and most of its traders have asked for that for years',
    'The market moves\nBy Anna Bell (with Tom Holm)',
    '“We will move”: the market of the island goes to the quay',
    'The market moves. The traders are glad',
  ])('however long for a heading: %s', (head) => {
    const { article } = draftText(`${head}\n\nShort.\n\n${PROSE} ${PROSE}\n\n${PROSE}\n`, 'x.txt');
    expect(article.title).toBe(head.split('\n')[0]);
  });
});

const SENTENCES =
  'The town has argued about the old bridge for ten years. Now it builds a new one.\n\nIt will cost four million crowns, which nobody has yet.\n';

test.each([
  ['why the bridge matters', false],
  ['and so it goes on without end.', true],
])(
  'a first line in lower case, above prose of sentences, is the title unless it is one itself: %s',
  (line, isProposed) => {
    const { document } = draftText(`${line}\n\n${SENTENCES}`, 'a.txt');
    expect(document.titleIsProposed).toBe(isProposed);
    if (!isProposed) expect(document.title).toBe(line);
  },
);

test.each(['', '\n'])('what somebody does stands below the name, and heads nothing (%j)', (space) => {
  const text = `Two Voices on the Bridge\n\n${SENTENCES}\nAnna Berg\n${space}Harbour Master, Port Vale\n${space}We have waited for ten years, and the ferry is old. Nobody wants to wait longer.\n\nJan Holm\n${space}Baker, Old Town\n${space}I bake bread for the ferry every morning. What will become of me?\n`;
  const { document } = draftText(text, 'a.txt');
  expect(document.sections.map(({ heading }) => heading)).toEqual([null, 'Anna Berg', 'Jan Holm']);
  expect(document.sections[1]?.blocks[0]).toMatchObject({
    type: 'PARAGRAPH',
    text: 'Harbour Master, Port Vale',
  });
});

test.each([
  ['a.txt', 'What it needs:\n- stone\n- wood\n'],
  ['a.txt', 'What it needs:\n\n- stone\n- wood\n'],
  ['a.md', 'What it needs:\n\n- stone\n- wood\n'],
  ['a.html', '<p><b>What it needs:</b></p><ul><li>stone</li><li>wood</li></ul>'],
])('words with a colon stand right above the list they announce (%s)', (fileName, list) => {
  const isPage = fileName === 'a.html';
  const text = isPage
    ? `<article><h1>The bridge</h1><p>${SENTENCES}</p>${list}</article>`
    : `${fileName === 'a.md' ? '# ' : ''}The bridge\n\n${SENTENCES}\n${list}`;
  const { document, leftOut } = draftText(text, fileName);
  const blocks = document.sections.flatMap((section) => section.blocks);
  expect(blocks.slice(-2)).toMatchObject([
    { type: 'PARAGRAPH', text: 'What it needs:' },
    { type: 'POINTS', items: [{ text: 'stone' }, { text: 'wood' }] },
  ]);
  expect(leftOut).toEqual([]);
});
