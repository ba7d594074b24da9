/** Tables whose columns are kept apart by spaces alone. */
import { kindOfLine } from './plain-text-lines.ts';
import type { Line } from './plain-text-lines.ts';
import type { CellLine, PlainTable } from './plain-text-tables.ts';

const MAX_WIDTH = 200;
// Wider ones are prose that somebody set in two columns, or justified.
const MAX_CELL = 40;
const MIN_ROWS = 3;
const RULER = /^(?:-{2,}|={2,}|_{2,}|[─═]{2,})$/;
const GAP = / {2,}/g;

/** Lines that fall into as many cells each, which begin or end below each other. */
export function readColumns(lines: readonly Line[], index: number): PlainTable | null {
  const rows: PlainTable['rows'] = [];
  let lineCount = 0;
  for (let next = index; ; next += 1) {
    const line = lines[next];
    const cells = line === undefined ? [] : splitColumns(line);
    if (line === undefined || cells.length < 2 || !fits(rows, line, cells)) break;
    lineCount += 1;
    // "----  ----", below the names of the columns.
    const isRuler = rows.length === 1 && cells.every(({ text }) => RULER.test(text));
    if (!isRuler) rows.push({ line, cells });
  }
  return rows.length >= MIN_ROWS ? { rows, align: [], lines: lineCount } : null;
}

function splitColumns(line: Line): CellLine[] {
  const { text } = line;
  if (text.length > MAX_WIDTH || !text.includes('  ') || kindOfLine(line) !== 'TEXT') return [];
  const cells: CellLine[] = [];
  let start = 0;
  for (const gap of text.matchAll(GAP)) {
    cells.push(toCell(line, start, gap.index));
    start = gap.index + gap[0].length;
  }
  cells.push(toCell(line, start, text.length));
  return cells.every((cell) => cell.text.length <= MAX_CELL) ? cells : [];
}

function toCell(line: Line, from: number, to: number): CellLine {
  return { start: line.start + from, end: line.start + to, text: line.text.slice(from, to) };
}

function fits(rows: PlainTable['rows'], line: Line, cells: readonly CellLine[]): boolean {
  const [header] = rows;
  if (header === undefined) return true;
  if (header.cells.length !== cells.length) return false;
  return cells.every((cell, place) => {
    const above = header.cells[place];
    if (above === undefined) return false;
    return (
      columnOf(line, cell.start) === columnOf(header.line, above.start) ||
      columnOf(line, cell.end) === columnOf(header.line, above.end)
    );
  });
}

function columnOf(line: Line, position: number): number {
  return line.indent + position - line.start;
}
