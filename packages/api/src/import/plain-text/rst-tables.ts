import type { Line } from './plain-text-lines.ts';
import type { PlainTable } from './plain-text-tables.ts';

const SIMPLE_RULE = /^=+(?:\s+=+)+$/;
const GRID_RULE = /^\+(?:[-=]+\+)+$/;

type Row = PlainTable['rows'][number];

/** Columns below lines of "===== =====", or a grid of "+-----+-----+". */
export function readRstTable(lines: readonly Line[], index: number): PlainTable | null {
  const rule = lines[index];
  if (rule === undefined || rule.text.length > MAX_WIDTH) return null;
  if (SIMPLE_RULE.test(rule.text)) return readSimple(lines, index, rule);
  return GRID_RULE.test(rule.text) ? readGrid(lines, index) : null;
}

const MAX_WIDTH = 500;

function readSimple(lines: readonly Line[], index: number, rule: Line): PlainTable | null {
  const columns = [...rule.text.matchAll(/=+/g)].map((match) => match.index + rule.indent);
  const rows: Row[] = [];
  let next = index + 1;
  let rules = 1;
  for (let line = lines[next]; line !== undefined; line = lines[next]) {
    next += 1;
    if (SIMPLE_RULE.test(line.text)) {
      rules += 1;
      const isLast = (lines[next]?.text ?? '') === '';
      if (isLast && rules > 1 && rows.length > 0) break;
    } else if (line.text !== '' && !/^[-=\s]+$/.test(line.text)) addRow(rows, line, cellsAt(line, columns));
  }
  return rows.length < 2 ? null : { rows, align: [], lines: next - index };
}

function cellsAt(line: Line, columns: readonly number[]): Row['cells'] {
  return columns.map((column, place) => {
    const from = Math.max(0, column - line.indent);
    const to = Math.max(from, (columns[place + 1] ?? MAX_WIDTH * 10) - line.indent);
    return cell(line, from, column < line.indent && place === 0 ? from : to);
  });
}

function readGrid(lines: readonly Line[], index: number): PlainTable | null {
  const rows: Row[] = [];
  let isNew = true;
  let next = index;
  for (let line = lines[next]; line !== undefined && /^[+|]/.test(line.text); line = lines[next]) {
    next += 1;
    if (GRID_RULE.test(line.text) || line.text.startsWith('+')) {
      isNew = true;
      continue;
    }
    const cells = gridCells(line);
    if (isNew) rows.push({ line, cells });
    else joinCells(rows.at(-1), cells);
    isNew = false;
  }
  return rows.length < 2 ? null : { rows, align: [], lines: next - index };
}

function gridCells(line: Line): Row['cells'] {
  const pipes = [...line.text.matchAll(/\|/g)].map(({ index }) => index);
  return pipes.slice(0, -1).map((pipe, place) => cell(line, pipe + 1, pipes[place + 1] ?? line.text.length));
}

/** A row whose first cell is empty goes on with the row above. */
function addRow(rows: Row[], line: Line, cells: Row['cells']): void {
  if (rows.length > 1 && cells[0]?.text === '') joinCells(rows.at(-1), cells);
  else rows.push({ line, cells });
}

function joinCells(row: Row | undefined, more: Row['cells']): void {
  for (const [place, { text, end }] of more.entries()) {
    const above = row?.cells[place];
    if (above === undefined || text === '') continue;
    above.text = above.text === '' ? text : `${above.text} ${text}`;
    above.end = end;
  }
}

function cell(line: Line, from: number, to: number): Row['cells'][number] {
  const raw = line.text.slice(from, to);
  const text = raw.trim();
  const before = text === '' ? 0 : raw.length - raw.trimStart().length;
  const start = Math.min(line.start + from + before, line.end);
  return { start, end: Math.min(start + text.length, line.end), text };
}
