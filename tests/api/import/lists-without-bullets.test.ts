/** Lists and tables that lost their marks on the way from a page to a text. */
import { describe, expect, test } from 'vitest';
import { draftText } from '../../support/drafts.ts';

const HEAD =
  'Council Bans Cars From the Old Town\n\nThe city council voted on Tuesday to ban cars from the old town. Residents may still drive to their homes.\n\n';
const PROSE = 'The council says that the air in the old town has been bad for many years.';

function partsOf(text: string): { parts: unknown[]; leftOut: unknown[] } {
  const { document, leftOut } = draftText(HEAD + text);
  const parts = document.sections.map(({ heading, blocks }) => [
    heading,
    ...blocks
      .filter((block) => !(block.type === 'PARAGRAPH' && block.text.startsWith('The city council')))
      .map((block) => {
        if (block.type === 'POINTS')
          return block.items.map(({ label, text: words }) => (label === null ? words : `${label}: ${words}`));
        if (block.type === 'TABLE') return [block.columns.map(({ label }) => label), ...block.rows];
        return block.type === 'PARAGRAPH' ? block.text : block.type;
      }),
  ]);
  return { parts, leftOut };
}

describe('short lines without bullets are the points of a list', () => {
  test('below a heading, with a section after them', () => {
    const text = `Closed streets\n\nMarket Street\nMill Lane\nOld Bridge Road\n\nWhy now\n\n${PROSE}`;
    expect(partsOf(text)).toEqual({
      parts: [
        [null],
        ['Closed streets', ['Market Street', 'Mill Lane', 'Old Bridge Road']],
        ['Why now', PROSE],
      ],
      leftOut: [],
    });
  });

  test.each([
    ['a blank line below it', 'What to bring:\n\nWarm clothes\nA torch\nA bottle of water'],
    ['nothing below it', 'What to bring:\nWarm clothes\nA torch\nA bottle of water'],
  ])('below a line that ends in a colon, with %s', (_, list) => {
    expect(partsOf(`${list}\n\n${PROSE}`)).toEqual({
      parts: [[null, 'What to bring:', ['Warm clothes', 'A torch', 'A bottle of water'], PROSE]],
      leftOut: [],
    });
  });

  test('at the very end, however short', () => {
    expect(partsOf('What to bring\n\nWarm clothes\nA torch\nWater')).toEqual({
      parts: [[null], ['What to bring', ['Warm clothes', 'A torch', 'Water']]],
      leftOut: [],
    });
  });

  test('with labels', () => {
    expect(partsOf('The result\n\nYes: 12\nNo: 7\nAbstained: 2').parts).toEqual([
      [null],
      ['The result', ['Yes: 12', 'No: 7', 'Abstained: 2']],
    ]);
  });

  test('with an address among them', () => {
    expect(partsOf('Contact\n\nTown Hall\n12 Market Street\npress@example.org').parts).toEqual([
      [null],
      ['Contact', ['Town Hall', '12 Market Street', 'press@example.org']],
    ]);
  });

  test.each([
    ['each line apart', '\n\n'],
    ['no blank line at all', '\n'],
  ])('between two headings, %s', (_, gap) => {
    const lines = ['Closed Streets', 'Market Street', 'Mill Lane', 'Old Bridge Road', 'Why now', PROSE];
    expect(partsOf(lines.join(gap))).toEqual({
      parts: [
        [null],
        ['Closed Streets', ['Market Street', 'Mill Lane', 'Old Bridge Road']],
        ['Why now', PROSE],
      ],
      leftOut: [],
    });
  });

  test('and headings that touch their text stay headings', () => {
    expect(partsOf(`Closed streets\n${PROSE}\nWhy now\n${PROSE}`).parts).toEqual([
      [null],
      ['Closed streets', PROSE],
      ['Why now', PROSE],
    ]);
  });
});

describe('tables without bars', () => {
  test.each([
    [
      'columns that begin below each other',
      'Group        Fare     Pass\nAdults       $4       $80\nChildren     $2       $40',
    ],
    [
      'columns that end below each other',
      'Group        Fare     Pass\nAdults         $4      $80\nChildren       $2      $40',
    ],
    [
      'a grid',
      '+----------+------+------+\n| Group    | Fare | Pass |\n+==========+======+======+\n| Adults   | $4   | $80  |\n+----------+------+------+\n| Children | $2   | $40  |\n+----------+------+------+',
    ],
  ])('are tables: %s', (_, table) => {
    expect(partsOf(`Fares\n\n${table}\n\n${PROSE}`)).toEqual({
      parts: [
        [null],
        [
          'Fares',
          [
            ['Group', 'Fare', 'Pass'],
            ['Adults', '$4', '$80'],
            ['Children', '$2', '$40'],
          ],
          PROSE,
        ],
      ],
      leftOut: [],
    });
  });
});

test.each([
  ['ticks', '✓ Warm clothes\n✔ A torch'],
  ['arrows', '→ Warm clothes\n► A torch'],
  ['Roman numbers', 'i. Warm clothes\nii. A torch'],
])('%s are bullets', (_, list) => {
  expect(partsOf(`What to bring\n\n${list}\n\n${PROSE}`).parts).toEqual([
    [null],
    ['What to bring', ['Warm clothes', 'A torch'], PROSE],
  ]);
});

describe('a number that counts nothing', () => {
  test.each(['(555) 555-0199', '2. Harbour League is the second league of the city.'])(
    'stays in its line: %s',
    (line) => {
      expect(partsOf(`${line}\n\n${PROSE}`).parts).toEqual([[null, line, PROSE]]);
    },
  );

  test('stays in its point where others are left out', () => {
    expect(partsOf(`1) Market Street\n3) Mill Lane\n7) Old Bridge Road\n\n${PROSE}`).parts).toEqual([
      [null, ['1) Market Street', '3) Mill Lane', '7) Old Bridge Road'], PROSE],
    ]);
  });

  test('but not where two lists follow each other, and where all points have one number', () => {
    const lists = '1. Market Street\n2. Mill Lane\n\n1. Old Bridge\n2. New Bridge';
    expect(partsOf(`${lists}\n\n${PROSE}`).parts).toEqual([
      [null, ['Market Street', 'Mill Lane'], ['Old Bridge', 'New Bridge'], PROSE],
    ]);
    expect(partsOf(`1. Market Street\n1. Mill Lane\n\n${PROSE}`).parts).toEqual([
      [null, ['Market Street', 'Mill Lane'], PROSE],
    ]);
  });
});

describe('tables of other marks', () => {
  const table = [
    ['Year', 'Cars', 'Trams'],
    ['2019', '30', '12'],
    ['2020', '35', '14'],
  ];

  test.each([
    [
      'a line of dashes below the names',
      'Year    Cars    Trams\n----    ----    -----\n2019    30      12\n2020    35      14',
    ],
    ['semicolons', 'Year;Cars;Trams\n2019;30;12\n2020;35;14'],
  ])('%s', (_, text) => {
    expect(partsOf(`${text}\n\n${PROSE}`).parts).toEqual([[null, table, PROSE]]);
  });

  test('a line of signs with a backslash before one that is no border', () => {
    const text = '| Year | Cars |\n|---|---|\n| 2019 | 30 \\| 31 |\n| 2020 | 35 |';
    expect(partsOf(`${text}\n\n${PROSE}`).parts).toEqual([
      [
        null,
        [
          ['Year', 'Cars'],
          ['2019', '30 | 31'],
          ['2020', '35'],
        ],
        PROSE,
      ],
    ]);
  });

  test('semicolons of prose are none', () => {
    const lines = 'Cars stay out; trams do not\nMills stay; shops go\nBridges stay; boats go';
    expect(JSON.stringify(partsOf(`${lines}\n\n${PROSE}`).parts)).toContain('Mills stay; shops go');
  });
});
