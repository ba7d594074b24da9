/** Discord's Markdown has no tables: narrow ones become an aligned code block, wide ones a list that reads well on a phone. */
import { codeText, escapeLine } from './markdown.ts';

export interface Table {
  columns: readonly { label: string; unit: string | null; align: 'START' | 'CENTER' | 'END' }[];
  rows: readonly (readonly string[])[];
}

// Columns of a code block that a phone in portrait shows without a scroll bar.
const PHONE_WIDTH = 40;
const GAP = '  ';

export function layOutTable(table: Table): string {
  const labels = table.columns.map(({ label, unit }) => (unit === null ? label : `${label} (${unit})`));
  const cells = [labels, ...table.rows].map((row) =>
    table.columns.map((_, column) => oneLine(row[column] ?? '')),
  );
  const widths = table.columns.map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  const total = widths.reduce((sum, columnWidth) => sum + columnWidth, GAP.length * (widths.length - 1));
  return total <= PHONE_WIDTH ? codeBlock(table, cells, widths) : stackedList(labels, table.rows);
}

function codeBlock(table: Table, cells: readonly string[][], widths: readonly number[]): string {
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, table.columns[column]?.align ?? 'START'))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GAP);
  return ['```', lines[0], rule, ...lines.slice(1), '```'].join('\n');
}

function stackedList(labels: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.map((row) => stackedRow(labels, row)).join('\n');
}

function stackedRow(labels: readonly string[], row: readonly string[]): string {
  const [first = '', ...others] = row;
  const title = first.trim() === '' ? '–' : escapeLine(first);
  const lines = others.flatMap((cell, index) => {
    if (cell.trim() === '') return [];
    const label = escapeLine(labels[index + 1] ?? '');
    return [label === '' ? `- ${escapeLine(cell)}` : `- ${label}: ${escapeLine(cell)}`];
  });
  return [`**${title}**`, ...lines].join('\n');
}

function oneLine(cell: string): string {
  return codeText(cell).replace(/\s+/g, ' ').trim();
}

// East Asian wide characters and emoji take two columns of a fixed-width font.
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF00-\uFF60]/u;

function width(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter('und').segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

function pad(cell: string, columns: number, align: 'START' | 'CENTER' | 'END'): string {
  const space = Math.max(0, columns - width(cell));
  const before = align === 'START' ? 0 : align === 'END' ? space : Math.floor(space / 2);
  return ' '.repeat(before) + cell + ' '.repeat(space - before);
}
