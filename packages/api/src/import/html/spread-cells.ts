import type { Element, ElementContent, Root } from 'hast';
import { attribute, elementText, findElements } from './html-tree.ts';

export interface HtmlRow {
  element: Element;
  /** One for each column; a cell that spans several stands in each of them. */
  cells: Element[];
  /** The page says that it names columns: it stands in `<thead>`, or all that it holds are `<th>`. */
  isHeading: boolean;
  /** What its one cell says, where that spans all columns. */
  banner: string | null;
}

const MAX_SPAN = 50;
/** Cells that are there only because another one spans them: a page of one line can ask for millions. */
const MAX_SPANNED = 10_000;

/** Before any table is read: spans that no table needs become 1. */
export function limitSpans(page: Root): void {
  let spanned = 0;
  for (const cell of findElements(page, isCell)) {
    const span = (name: 'colSpan' | 'rowSpan'): number =>
      Math.min(Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1), MAX_SPAN);
    const [colSpan, rowSpan] = [span('colSpan'), span('rowSpan')];
    spanned += colSpan * rowSpan - 1;
    const isFine = spanned <= MAX_SPANNED;
    cell.properties = { ...cell.properties, colSpan: isFine ? colSpan : 1, rowSpan: isFine ? rowSpan : 1 };
  }
}

/** A table as a grid: a cell that spans rows or columns says the same in each of them. */
export function spreadCells(table: Element): HtmlRow[] {
  // By column: what still stands there from the rows above.
  const hanging = new Map<number, Hanging>();
  const rows = rowsOf(table).map(({ element, isHead }) => {
    const own = element.children.filter(isCell);
    return { element, isHead, own, cells: fillRow(own, hanging) };
  });
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows
    .map(({ element, isHead, own, cells }): HtmlRow => {
      const [only] = cells;
      const isBanner = own.length === 1 && width > 1 && cells.length === width && isOneCell(cells);
      return {
        element,
        cells: isBanner && only !== undefined ? [only] : cells,
        isHeading: isHead || isAllHeadings(cells),
        banner: isBanner && only !== undefined ? elementText(only) : null,
      };
    })
    .filter(({ cells }) => cells.some((cell) => elementText(cell) !== ''));
}

/** The table's own rows, not those of a table within it; what stands at its foot comes last. */
export function rowsOf(table: Element): { element: Element; isHead: boolean }[] {
  const parts = table.children.filter((child): child is Element => child.type === 'element');
  const of = (part: Element) =>
    (part.tagName === 'tr' ? [part] : part.children).flatMap((element) =>
      element.type === 'element' && element.tagName === 'tr'
        ? [{ element, isHead: part.tagName === 'thead' }]
        : [],
    );
  const isFoot = ({ tagName }: Element): boolean => tagName === 'tfoot';
  return [
    ...parts.filter(({ tagName }) => /^(?:tr|thead|tbody)$/.test(tagName)),
    ...parts.filter(isFoot),
  ].flatMap(of);
}

export function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

interface Hanging {
  cell: Element;
  rows: number;
}

function fillRow(own: readonly Element[], hanging: Map<number, Hanging>): Element[] {
  const cells: Element[] = [];
  let next = 0;
  for (;;) {
    const above = hanging.get(cells.length);
    const cell = above?.cell ?? own[next];
    if (cell === undefined) return cells;
    if (above === undefined) next += 1;
    const rows = above?.rows ?? Number(cell.properties['rowSpan']);
    const columns = above === undefined ? Number(cell.properties['colSpan']) : 1;
    for (let column = 0; column < columns; column += 1) {
      if (rows > 1) hanging.set(cells.length, { cell, rows: rows - 1 });
      else hanging.delete(cells.length);
      cells.push(cell);
    }
  }
}

function isOneCell([first, ...others]: readonly Element[]): boolean {
  return others.every((cell) => cell === first);
}

function isAllHeadings(cells: readonly Element[]): boolean {
  const filled = cells.filter((cell) => elementText(cell) !== '');
  // One name beside an empty value is a row as any other.
  return filled.every(({ tagName }) => tagName === 'th') && (filled.length > 1 || cells.length === 1);
}
