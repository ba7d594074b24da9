/** A table of a page → a table of an article, or what stands in it where it only puts things beside each other. */
import type { Element, Nodes as Node } from 'hast';
import { defaultHandlers } from 'hast-util-to-mdast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { AlignType, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { countHeadingRows } from './count-heading-rows.ts';
import { attribute, elementText, findElements } from './html-tree.ts';
import { MAX_CAPTION } from './table-captions.ts';
import { isCell, rowsOf, spreadCells } from './spread-cells.ts';
import type { HtmlRow } from './spread-cells.ts';

/** What stands above the columns stands above the table: a first row of one cell. */
export const tableNodes: Handle = (state, element, parent) => {
  if (isLayout(element)) {
    return state.toFlow(
      rowsOf(element).flatMap((row) =>
        row.element.children.filter(isCell).flatMap((cell) => state.toFlow(state.all(cell))),
      ),
    );
  }
  const rows = spreadCells(element);
  const titles = rows.findIndex(({ banner }) => banner === null);
  if (titles === -1) return state.toFlow(state.all(element));
  const table = tableNode(state, element, rows.slice(titles));
  const caption = captionOf(element, parent);
  const text = caption === undefined ? '' : elementText(caption);
  const isLong = text.length > MAX_CAPTION;
  if (text !== '' && !isLong) table.data = { ...table.data, caption: text };
  const above = [
    ...(isLong && caption !== undefined ? [caption] : []),
    ...rows.slice(0, titles).flatMap(({ cells }) => cells),
  ];
  return [...above.flatMap((each) => state.toFlow(state.all(each))), table];
};

/** Its own, or that of the figure it stands in. */
function captionOf(table: Element, parent: Parameters<Handle>[2]): Element | undefined {
  const named = (nodes: readonly Node[], tagName: string): Element | undefined =>
    nodes.find(
      (node): node is Element => node.type === 'element' && 'tagName' in node && node.tagName === tagName,
    );
  const isFigure = parent?.type === 'element' && parent.tagName === 'figure';
  return named(table.children, 'caption') ?? (isFigure ? named(parent.children, 'figcaption') : undefined);
}

/** The names of columns first, empty where the table has none. */
function tableNode(state: State, element: Element, rows: readonly HtmlRow[]): Table {
  const headings = countHeadingRows(rows);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const body = rows.slice(headings);
  const node: Table = {
    type: 'table',
    align: columns.map((column) => alignmentOf(body[0]?.cells[column])),
    children: [
      headingRow(state, rows.slice(0, headings), columns),
      ...body.map((row) => {
        const cells = columns.map((column) => cellNode(state, row.cells[column]));
        const tableRow: TableRow = { type: 'tableRow', children: cells };
        state.patch(row.element, tableRow);
        return tableRow;
      }),
    ],
  };
  state.patch(element, node);
  return node;
}

/** Names below each other belong together: "Fares" above "Adults" and "Children". */
function headingRow(state: State, rows: readonly HtmlRow[], columns: readonly number[]): TableRow {
  const children = columns.map((column): TableCell => {
    const cells = [...new Set(rows.map(({ cells: { [column]: cell } }) => cell))];
    const parts = cells.map((cell) => cellNode(state, cell).children).filter((part) => part.length > 0);
    return {
      type: 'tableCell',
      children: parts.flatMap((part, index) => (index === 0 ? part : [BETWEEN, ...part])),
    };
  });
  return { type: 'tableRow', children };
}

const BETWEEN: PhrasingContent = { type: 'text', value: ' – ' };

function cellNode(state: State, cell: Element | undefined): TableCell {
  const node = cell === undefined ? undefined : defaultHandlers.td(state, plainCell(cell));
  return node ?? { type: 'tableCell', children: [] };
}

/** The cells it spans are there already. */
function plainCell(cell: Element): Element {
  const { colSpan: _columns, rowSpan: _rows, ...properties } = cell.properties;
  return { ...cell, properties };
}

function alignmentOf(cell: Element | undefined): AlignType {
  if (cell === undefined) return null;
  const style = /text-align:\s*(\w{1,10})/.exec(attribute(cell, 'style'))?.[1];
  const align = attribute(cell, 'align') || style;
  return align === 'left' || align === 'right' || align === 'center' ? align : null;
}

/** Longer than anything a table tells. */
const MAX_CELL = 500;

/** A table that only puts things beside each other: its cells hold articles, not values. */
function isLayout(element: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(element, 'role'))) return true;
  const cells = rowsOf(element).map((row) => row.element.children.filter(isCell));
  if (cells.every(({ length }) => length <= 1)) return true;
  if (findElements(element, ({ tagName }) => /^(?:table|h[1-6])$/.test(tagName)).length > 0) return true;
  const isHeaded = findElements(element, ({ tagName }) => tagName === 'th').length > 0;
  return (
    !isHeaded && (cells.length === 1 || cells.flat().some((cell) => elementText(cell).length > MAX_CELL))
  );
}
