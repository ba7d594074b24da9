import { expect, test } from 'vitest';
import { layOutTable, type Table } from '@communique/bot/messages/lay-out-table';

function aTable(labels: string[], rows: string[][]): Table {
  return { columns: labels.map((label) => ({ label, unit: null, align: 'START' })), rows };
}

test('a narrow table is an aligned code block', () => {
  const table: Table = {
    columns: [
      { label: 'Year', unit: null, align: 'START' },
      { label: 'Warheads', unit: 'k', align: 'END' },
    ],
    rows: [
      ['2010', '1.5'],
      ['2026', '12.25'],
    ],
  };
  expect(layOutTable(table)).toBe(
    [
      '```',
      'Year  Warheads (k)',
      '────  ────────────',
      '2010           1.5',
      '2026         12.25',
      '```',
    ].join('\n'),
  );
});

test('wide characters keep their columns', () => {
  const lines = layOutTable(aTable(['国', 'b'], [['会談', 'x']])).split('\n');
  expect(lines[1]).toBe('国    b');
  expect(lines[3]).toBe('会談  x');
});

test('a table too wide for a phone is a list', () => {
  const long = 'a rather long description of a thing';
  expect(layOutTable(aTable(['Topic', 'Concern', 'Way'], [['Arms *control*', long, '']]))).toBe(
    `**Arms \\*control\\***\n- Concern: ${long}`,
  );
});

test('a row without its cells, and cells with line breaks, fit in', () => {
  expect(layOutTable(aTable(['a', 'b'], [['one\ntwo'], []]))).toContain('one two');
});
