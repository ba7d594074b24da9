/** Tables in plain text: cells between "|" (with or without outer ones), between tabs, in a grid, or in columns. */
import { readColumns } from './plain-text-columns.ts';
import { readRstTable } from './rst-tables.ts';
import { follows, readSectionNumber } from './section-numbers.ts';
import type { Line } from './plain-text-lines.ts';

export interface CellLine {
  start: number;
  end: number;
  text: string;
}

export interface PlainTable {
  /** Column names first. */
  rows: { line: Line; cells: CellLine[] }[];
  align: ('left' | 'center' | 'right' | null)[];
  /** How many lines it takes. */
  lines: number;
}

/** The table that begins at `lines[index]`, or null. */
export function readPlainTable(lines: readonly Line[], index: number): PlainTable | null {
  const header = lines[index];
  if (header === undefined) return null;
  if (header.text.includes('|')) {
    const separator = lines[index + 1];
    return separator !== undefined && isSeparator(separator.text)
      ? readSeparated(lines, index, separator)
      : readUnseparated(lines, index, '|');
  }
  if (header.text.includes('\t')) return readUnseparated(lines, index, '\t');
  if (isSemicolonHeader(header.text)) return readUnseparated(lines, index, ';');
  return readRstTable(lines, index) ?? readColumns(lines, index);
}

/** "Year;Cost;Length", as spreadsheets export it: in prose a space follows. */
function isSemicolonHeader(text: string): boolean {
  return text.length <= 500 && text.includes(';') && /^\p{L}[^;]{0,60}(?:;\p{L}[^;]{0,60})+;?$/u.test(text);
}

type Delimiter = '|' | '\t' | ';';

const SEPARATOR_CELL = /^:?-{2,}:?$/;

/** "---|:--:|--:", at most as long as a table is wide. */
export function isSeparator(text: string): boolean {
  if (!text.includes('|') || text.length > 5_000) return false;
  const cells = text.split('|').map((cell) => cell.trim());
  return cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || SEPARATOR_CELL.test(cell));
}

function readSeparated(lines: readonly Line[], index: number, separator: Line): PlainTable {
  const rows: PlainTable['rows'] = [];
  let next = index;
  for (let line = lines[next]; line?.text.includes('|'); next += 1, line = lines[next]) {
    if (line !== separator) rows.push({ line, cells: splitCells(line, '|') });
  }
  return { rows, align: trimOuter(separator.text.split('|')).map(alignmentOf), lines: next - index };
}

/** Without a "---" line only a block of lines with the same number of cells is believed to be a table. */
function readUnseparated(lines: readonly Line[], index: number, delimiter: Delimiter): PlainTable | null {
  const rows: PlainTable['rows'] = [];
  for (let next = index; ; next += 1) {
    const line = lines[next];
    if (!line?.text.includes(delimiter)) break;
    const cells = splitCells(line, delimiter);
    if (cells.length < 2 || cells.length !== (rows[0]?.cells.length ?? cells.length)) break;
    rows.push({ line, cells });
    if (rows.length === 3 && isNumberedThrough(rows)) return null;
  }
  return rows.length >= 3 ? { rows, align: [], lines: rows.length } : null;
}

/** "2.1<tab>What is it?", "2.2<tab>…": a list of titles, not a table. */
function isNumberedThrough(rows: PlainTable['rows']): boolean {
  const paths = rows.map(({ line }) => readSectionNumber(line.text)?.path ?? []);
  return paths.every((path, index) => {
    const before = paths[index - 1];
    return path.length > 0 && (before === undefined || follows(before, path));
  });
}

function splitCells(line: Line, delimiter: Delimiter): CellLine[] {
  const cells: CellLine[] = [];
  let start = 0;
  for (let position = 0; position <= line.text.length; position += 1) {
    const isEnd = position === line.text.length;
    if (!isEnd && (line.text[position] !== delimiter || line.text[position - 1] === '\\')) continue;
    cells.push(toCell(line, start, position));
    start = position + 1;
  }
  if (delimiter !== '|') return cells;
  for (const cell of cells) cell.text = cell.text.replaceAll('\\|', '|');
  if (cells[0]?.text === '') cells.shift();
  if (cells.at(-1)?.text === '') cells.pop();
  return cells;
}

function toCell(line: Line, start: number, end: number): CellLine {
  const raw = line.text.slice(start, end);
  const text = raw.trim();
  const before = text === '' ? 0 : raw.length - raw.trimStart().length;
  const from = line.start + start + before;
  return { start: from, end: from + text.length, text };
}

function trimOuter(cells: readonly string[]): string[] {
  const trimmed = cells.map((cell) => cell.trim());
  if (trimmed[0] === '') trimmed.shift();
  if (trimmed.at(-1) === '') trimmed.pop();
  return trimmed;
}

function alignmentOf(cell: string): PlainTable['align'][number] {
  if (cell.startsWith(':') && cell.endsWith(':')) return 'center';
  if (cell.endsWith(':')) return 'right';
  return cell.startsWith(':') ? 'left' : null;
}
