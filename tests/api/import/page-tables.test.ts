/** Which row of a page's table names its columns, and where a merged cell stands. */
import { describe, expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
import { writeBriefing } from '@communique/api/import/library/write-markdown';
import { draftText } from '../../support/drafts.ts';

const PROSE = '<p>The quay was closed on Monday. It stays closed for a week, until the ice is gone.</p>';

function read(table: string) {
  const page = `<html><head><title>The quay</title></head><body><article><h1>The quay</h1>${PROSE}${table}${PROSE}</article></body></html>`;
  const draft = draftText(page, 'quay.html');
  const blocks = draft.document.sections.flatMap((section) => section.blocks);
  const found = blocks.find((block) => block.type === 'TABLE');
  const columns = found?.columns.map(({ label }) => label);
  return { columns, rows: found?.rows, align: found?.columns.map(({ align }) => align), blocks, draft };
}

function rows(...lines: string[][]): string {
  return `<table>${lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
}

describe('a table without marked headings', () => {
  test.each([
    [
      'values from the first row on',
      [
        ['Monday', '9–17'],
        ['Tuesday', '9–18'],
        ['Sunday', 'closed'],
      ],
    ],
    [
      'names beside names',
      [
        ['Anna', 'Engineer'],
        ['Bo', 'Pilot'],
        ['Cleo', 'Cook'],
      ],
    ],
    [
      'one pair of a name and a number',
      [
        ['Name', 'Anna'],
        ['Age', '12'],
      ],
    ],
    [
      'numbers alone',
      [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'years of birth',
      [
        ['Anna', '1990'],
        ['Bo', '1991'],
      ],
    ],
    [
      'a first row that is a sentence',
      [
        ['It is closed.', 'We do not know why.'],
        ['12', '13'],
        ['14', '15'],
      ],
    ],
    [
      'bold names in every row',
      [
        ['<b>Anna</b>', '<b>Berg</b>'],
        ['<b>Bo</b>', '<b>Sand</b>'],
      ],
    ],
  ])('keeps its first row: %s', (_what, lines) => {
    const { columns, rows: kept } = read(rows(...lines));
    expect(columns).toEqual(lines[0]?.map(() => ''));
    expect(kept).toEqual(lines.map((cells) => cells.map((cell) => cell.replaceAll(/<\/?b>/g, ''))));
  });

  test.each([
    [
      'names above numbers',
      [
        ['Town', 'People'],
        ['Oslo', '700 000'],
        ['Bergen', '280 000'],
      ],
    ],
    [
      'years above numbers',
      [
        ['', '2020', '2021'],
        ['Ships', '12', '14'],
      ],
    ],
    [
      'names above days',
      [
        ['What', 'When'],
        ['Opening', '3 May 2025'],
        ['Closing', '2025-06-01'],
      ],
    ],
    [
      'bold words',
      [
        ['<b>Name</b>', '<p><strong>Task</strong></p>'],
        ['Anna', 'Engineer'],
      ],
    ],
    [
      'the words of a table of stakeholders',
      [
        ['Actor', 'Interests'],
        ['Harbour union', 'Wages'],
      ],
    ],
  ])('is named by a first row that is clearly a heading: %s', (_what, lines) => {
    const { columns, rows: kept } = read(rows(...lines));
    expect(columns).toEqual(lines[0]?.map((cell) => cell.replaceAll(/<[^>]+>/g, '')));
    expect(kept).toEqual(lines.slice(1));
  });

  test('is named by a row of which the class says so', () => {
    const { columns, rows: kept } = read(
      '<table><tr class="table-header"><td>Name</td><td>Task</td></tr><tr><td>Anna</td><td>Engineer</td></tr></table>',
    );
    expect({ columns, kept }).toEqual({ columns: ['Name', 'Task'], kept: [['Anna', 'Engineer']] });
  });
});

describe('a table with marked headings', () => {
  test('is named by them, above each other where they stand so, and what spans cells stands in each', () => {
    const {
      columns,
      rows: kept,
      align,
      blocks,
      draft,
    } = read(
      `<table><caption>Fares of 2025</caption><thead><tr><th rowspan="2">Line</th><th colspan="2">Fare</th></tr><tr><th>Adults</th><th>Children</th></tr></thead>
       <tfoot><tr><td>All lines</td><td>6</td><td>3</td></tr></tfoot>
       <tbody><tr><td>North</td><td align="right">5</td><td style="text-align: center">2</td></tr><tr><td colspan="3">From May on</td></tr><tr><td>South</td><td colspan="2">free</td></tr></tbody></table>`,
    );
    expect(columns).toEqual(['Line', 'Fare – Adults', 'Fare – Children']);
    expect(align).toEqual(['START', 'END', 'CENTER']);
    expect(kept).toEqual([
      ['North', '5', '2'],
      ['From May on', '', ''],
      ['South', 'free', 'free'],
      ['All lines', '6', '3'],
    ]);
    expect(blocks[1]).toMatchObject({ type: 'TABLE', caption: 'Fares of 2025' });
    expect(draft.leftOut).toEqual([]);
  });

  test('of its rows has no names of columns, and its title stands above it', () => {
    const {
      columns,
      rows: kept,
      blocks,
    } = read(
      '<table><tr><th colspan="2">Facts and figures</th></tr><tr><th>Built</th><td>1901</td></tr><tr><th>Length</th><td>200 m</td></tr></table>',
    );
    expect({ columns, kept }).toEqual({
      columns: ['', ''],
      kept: [
        ['Built', '1901'],
        ['Length', '200 m'],
      ],
    });
    expect(blocks[1]).toMatchObject({ text: 'Facts and figures' });
  });

  test('that are empty, as Markdown without names becomes a page, has none', () => {
    const { columns, rows: kept } = read(
      '<table><thead><tr><th></th><th></th></tr></thead><tbody><tr><td>Anna</td><td>Engineer</td></tr><tr><td>Bo</td><td>Pilot</td></tr></tbody></table>',
    );
    expect(columns).toEqual(['', '']);
    expect(kept).toHaveLength(2);
  });
});

test('a cell that asks to span a million others is one cell', () => {
  const { rows: kept } = read(
    rows(['<i>a</i>', 'b']).replace('<td>b', '<td colspan="1000000" rowspan="99999">b'),
  );
  expect((kept?.[0]?.length ?? 0) <= 52).toBe(true);
});

test.each([
  ['in it', '<table><caption>Fares of [1] 2025</caption>ROWS</table>'],
  [
    'of the figure around it',
    '<figure><table>ROWS</table><figcaption>Fares of [1] 2025</figcaption></figure>',
  ],
])('the caption %s is told with the table, also in Markdown and back', (_where, html) => {
  const rowsOf = '<tr><th>Line</th><th>Fare</th></tr><tr><td>North</td><td>5</td></tr>';
  const { document, slug, provenance } = draftText(
    `<html><body><h1>The night ferry</h1><p>It sails again in May. Nobody was asked.</p>${html.replace('ROWS', rowsOf)}</body></html>`,
    'ferry.html',
  );
  const captionsOf = ({ sections }: typeof document) =>
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'TABLE' ? [block.caption] : [])),
    );
  expect(captionsOf(document)).toEqual(['Fares of [1] 2025']);
  const written = writeBriefing({ slug, document, provenance });
  expect(written).toContain('**Table:** Fares of');
  const read = readLibraryFile(written, 'ferry.md');
  expect(read.kind === 'briefing' && captionsOf(read.document)).toEqual(['Fares of [1] 2025']);
});

test('a caption in an answer stands above its table', () => {
  const { faq } = draftText(
    '<html><body><h1>FAQ</h1><h2>What does it cost?</h2><p>That depends on the line.</p><table><caption>Fares of 2025</caption><tr><th>Line</th><th>Fare</th></tr><tr><td>North</td><td>5</td></tr></table><h2>Who pays?</h2><p>Everybody pays.</p></body></html>',
    'faq.html',
  );
  expect(faq[0]?.answer).toMatch(/\*\*Fares of 2025\*\*\n\n\| Line/);
});
