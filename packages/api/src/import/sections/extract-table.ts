import type { Table } from 'mdast';
import type { BlockOf } from '../../briefings/document.ts';
import { textOf } from '../text/tree-text.ts';

type TableContent = Pick<BlockOf<'TABLE'>, 'columns' | 'rows'>;
type Column = TableContent['columns'][number];

const ALIGNMENTS = { left: 'START', center: 'CENTER', right: 'END' } as const;

/** First row = names of the columns. Every row comes out as long as the first: short ones are filled up, what is too much joins the last cell. */
export function extractTable(table: Table): TableContent {
  const lines = table.children.map((row) => row.children.map((cell) => textOf(cell)));
  // A first row of long texts names no columns.
  const isHeaded = lines[0]?.every((cell) => cell.length <= MAX_LABEL) ?? true;
  const [header = [], ...rows] = isHeaded ? lines : [[], ...lines];
  const width = usedWidth([header, ...rows]);
  return {
    columns: fitRow(header, width).map((label, index) => toColumn(label, table.align?.[index] ?? null)),
    rows: rows.map((row) => fitRow(row, width)).filter((row) => row.some((cell) => cell !== '')),
  };
}

/** Columns that are empty from top to bottom (a trailing "|") are none. */
function usedWidth(rows: readonly (readonly string[])[]): number {
  let width = 1;
  for (const row of rows) {
    width = Math.max(width, row.findLastIndex((cell) => cell !== '') + 1);
  }
  return Math.min(width, MAX_COLUMNS);
}

const MAX_COLUMNS = 50;
const MAX_LABEL = 500;

function fitRow(row: readonly string[], width: number): string[] {
  const cells = row.slice(0, width);
  while (cells.length < width) cells.push('');
  const surplus = row.slice(width).filter((cell) => cell !== '');
  if (surplus.length > 0) cells[width - 1] = [cells[width - 1], ...surplus].join(' | ');
  return cells;
}

// "Amount (USD) {unit=USD}"
const UNIT = /\s*\{unit=([^{}]{1,40})\}$/;

function toColumn(text: string, align: 'left' | 'center' | 'right' | null): Column {
  const unit = UNIT.exec(text)?.[1]?.trim() || null;
  return {
    label: unit === null ? text : text.replace(UNIT, ''),
    unit,
    align: align === null ? 'START' : ALIGNMENTS[align],
  };
}
