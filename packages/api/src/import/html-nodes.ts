/** A page's tree → the tree of articles. */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { BlockContent, DefinitionContent, Paragraph, Root, RootContent } from 'mdast';
import { isMarked, markAnswer } from './faq-marks.ts';
import { attribute, elementText, findElements } from './html-tree.ts';
import { webAddress } from './extract-sources.ts';
import { textOf } from './tree-text.ts';

export function htmlNodes(page: HtmlRoot, base: string | null): RootContent[] {
  limitSpans(page);
  repeatSpannedCells(page);
  // Links are read by a handler of this call: it knows what the page's addresses are relative to.
  const link: Handle = (state, element) => readLink(state, element, base);
  const tree = toMdast(page, { document: true, handlers: { ...HANDLERS, a: link } });
  return tree.type === 'root' ? withPositions(tree).children : [];
}

const nothing: Handle = () => undefined;
const own: Handle = (state, element) => state.all(element);

const paragraph: Handle = (state, element, parent) => {
  if (attribute(element, 'dataFaq') !== 'question') return defaultHandlers.p(state, element);
  const node: Paragraph = { type: 'paragraph', children: inline(state, element), data: { faq: 'QUESTION' } };
  state.patch(element, node);
  return parent === undefined ? undefined : node;
};

const block: Handle = (state, element) => {
  if (attribute(element, 'dataFaq') !== 'answer') return state.toFlow(state.all(element));
  const nodes: RootContent[] = state.toFlow(state.all(element));
  // An answer holds blocks, and stays what it was but for its mark.
  return nodes.map(markAnswer) as (BlockContent | DefinitionContent)[];
};

function inline(state: State, element: Element): Paragraph['children'] {
  return state.all(element).filter((node) => node.type === 'text');
}

function readLink(state: State, element: Element, base: string | null): ReturnType<Handle> {
  const href = attribute(element, 'href').trim();
  const address = base !== null && URL.canParse(href, base) ? new URL(href, base).href : href;
  // A page's own parts, mail and scripts lead nowhere that a reader could follow.
  const url = href.startsWith('#') ? null : webAddress(address);
  if (url === null) return state.all(element);
  const handle = defaultHandlers.a;
  return handle(state, { ...element, properties: { href: url } });
}

/** Without a header row the first row is one: that is how tables of plain text are read, too. */
const table: Handle = (state, element) => {
  const rows = rowsOf(element);
  if (isLayout(element, rows)) {
    return state.toFlow(
      rows.flatMap((row) => row.children.filter(isCell).flatMap((cell) => state.toFlow(state.all(cell)))),
    );
  }
  const node = defaultHandlers.table(state, element);
  if (node.type !== 'table') return node;
  const [first] = node.children;
  const isEmpty = first?.children.every(({ children }) => children.length === 0) ?? false;
  return isEmpty ? { ...node, children: node.children.slice(1) } : node;
};

/** Its own rows, not those of a table within it. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

/** Longer than anything a table tells. */
const MAX_CELL = 500;

/** A table that only puts things beside each other: its cells hold articles, not values. */
function isLayout(element: Element, rows: readonly Element[]): boolean {
  if (/^(?:presentation|none)$/.test(attribute(element, 'role'))) return true;
  const cells = rows.map(({ children }) => children.filter(isCell));
  if (cells.every(({ length }) => length <= 1)) return true;
  if (findElements(element, ({ tagName }) => /^(?:table|h[1-6])$/.test(tagName)).length > 0) return true;
  const isHeaded = findElements(element, ({ tagName }) => tagName === 'th').length > 0;
  return !isHeaded && (rows.length === 1 || cells.flat().some((cell) => elementText(cell).length > MAX_CELL));
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

const MAX_SPAN = 50;
/** Cells that are there only because another one spans them: a page of one line can ask for millions. */
const MAX_SPANNED = 10_000;

function limitSpans(page: HtmlRoot): void {
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

/** A cell that spans several rows says the same in each of them. */
function repeatSpannedCells(page: HtmlRoot): void {
  for (const table of findElements(page, ({ tagName }) => tagName === 'table')) {
    // By column: what still stands there from the rows above.
    const hanging = new Map<number, { cell: Element; rows: number }>();
    for (const row of rowsOf(table)) row.children = fillRow(row, hanging);
  }
}

function fillRow(row: Element, hanging: Map<number, { cell: Element; rows: number }>): Element[] {
  const filled: Element[] = [];
  const own = row.children.filter(isCell);
  let column = 0;
  for (let next = own.shift(), above = hanging.get(0); next !== undefined || above !== undefined;) {
    const cell = above?.cell ?? next;
    if (cell === undefined) break;
    const rows = above?.rows ?? Number(cell.properties['rowSpan']);
    if (rows > 1) hanging.set(column, { cell, rows: rows - 1 });
    else hanging.delete(column);
    filled.push({ ...cell, properties: { ...cell.properties, rowSpan: 1 } });
    column += Number(cell.properties['colSpan']);
    if (above === undefined) next = own.shift();
    above = hanging.get(column);
  }
  return filled;
}

/** Between words a picture stands for one. */
const image: Handle = (_state, element, parent) => {
  const siblings = parent !== undefined && 'children' in parent ? parent.children : [];
  const index = siblings.findIndex((each) => each === element);
  const isText = (each: (typeof siblings)[number] | undefined): boolean =>
    each?.type === 'text' && each.value.trim() !== '';
  const value = attribute(element, 'alt').trim();
  if (value === '' || !isText(siblings[index - 1]) || !isText(siblings[index + 1])) return undefined;
  const { position } = element;
  return { type: 'text', value, ...(position && { position }) };
};

const HANDLERS: Record<string, Handle> = {
  p: paragraph,
  table,
  div: block,
  img: image,
  picture: nothing,
  figcaption: nothing,
  input: nothing,
  button: own,
  sup: (state, element) => (NOTE_MARK.test(text(element)) ? undefined : state.all(element)),
};

// "[1]", "[a]", "[n 8]", "[note 2]"
const NOTE_MARK = /^(?:\d{1,3}|\[(?:[a-z]|(?:[a-z]{1,4} )?\d{1,3})\])$/i;

function text(element: Element): string {
  const [only] = element.children;
  if (only?.type === 'text') return only.value.trim();
  return only?.type === 'element' ? text(only) : '';
}

/** Everything says where it stands: what the page only implies (a paragraph around loose text) by what it holds. */
function withPositions(tree: Root): Root {
  for (const node of tree.children) fillPosition(node);
  return {
    ...tree,
    children: tree.children.filter((node) => isMarked(node) || saysSomething(node)),
  };
}

/** Rules, and paragraphs of nothing but a space that keeps a cell open, say nothing. */
function saysSomething(node: RootContent): boolean {
  return node.type !== 'thematicBreak' && (node.type !== 'paragraph' || textOf(node) !== '');
}

function fillPosition(node: RootContent): void {
  if (!('children' in node)) return;
  for (const child of node.children) fillPosition(child);
  if (node.position !== undefined) return;
  const places = node.children.flatMap(({ position }) => (position === undefined ? [] : [position]));
  const [first] = places;
  const last = places.at(-1);
  if (first !== undefined && last !== undefined) node.position = { start: first.start, end: last.end };
}
