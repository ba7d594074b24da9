/** Lines of plain text → mdast nodes that know where they stand in the article. */
import type { Blockquote, Heading, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import type { PlainTable } from './plain-text-tables.ts';
import type { Line } from './plain-text-lines.ts';
import { readBullet } from './plain-text-lines.ts';

type Position = NonNullable<Paragraph['position']>;
type Range = Pick<Line, 'start' | 'end' | 'number'>;

declare module 'mdast' {
  interface Data {
    /** Of a heading: its number in a list, as the text writes it. */
    number?: number;
    /** Of a heading without markup: only its shape and its neighbours say that it is one. */
    isGuess?: boolean;
    /** Of a paragraph: from the head of an e-mail, or its signature. */
    isOfMail?: boolean;
  }
}

export function headingNode(
  lines: readonly Line[],
  depth: Heading['depth'],
  data: NonNullable<Heading['data']> = {},
): Heading {
  return { type: 'heading', depth, children: phrasing(lines), position: positionOf(lines), data };
}

export function paragraphNode(lines: readonly Line[]): Paragraph {
  return { type: 'paragraph', children: phrasing(lines), position: positionOf(lines) };
}

export function blockquoteNode(lines: readonly Line[]): Blockquote {
  const children: Paragraph[] = [];
  let open: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') open.push(line);
    else if (open.length > 0) {
      children.push(paragraphNode(open));
      open = [];
    }
  }
  if (open.length > 0) children.push(paragraphNode(open));
  return { type: 'blockquote', children, position: positionOf(lines) };
}

export function tableNode({ rows, align }: PlainTable): Table {
  return {
    type: 'table',
    align,
    children: rows.map(({ line, cells }) => ({
      type: 'tableRow',
      children: cells.map((cell) => {
        const range = { ...line, ...cell };
        return {
          type: 'tableCell',
          children: cell.text === '' ? [] : phrasing([range]),
          position: positionOf([range]),
        };
      }),
      position: positionOf([line]),
    })),
    position: positionOf(rows.map(({ line }) => line)),
  };
}

/** The line of a bullet, or of a further paragraph of a point, and the lines that go on with it. */
export interface ListEntry {
  kind: 'ITEM' | 'PARAGRAPH';
  lines: readonly [Line, ...Line[]];
}

interface OpenList {
  indent: number;
  list: List;
}

/** An item that is indented further than the one before it belongs to that one. */
export function listNode(entries: readonly ListEntry[]): List {
  const top = newList(entries);
  const open: OpenList[] = [{ indent: entries[0]?.lines[0].indent ?? 0, list: top }];
  for (const { kind, lines } of entries) {
    const { indent } = lines[0];
    while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) open.pop();
    if (kind === 'PARAGRAPH') addParagraph(open, lines);
    else addItem(open, lines);
  }
  closeList(top);
  return top;
}

function addItem(open: OpenList[], lines: ListEntry['lines']): void {
  const { indent } = lines[0];
  const current = open.at(-1);
  const parent = current?.list.children.at(-1);
  // One space more is careless typing, and eight levels are more than any reader follows.
  if (current !== undefined && parent !== undefined && indent >= current.indent + 2 && open.length < 8) {
    const list = newList([{ kind: 'ITEM', lines }]);
    parent.children.push(list);
    open.push({ indent, list });
  }
  open.at(-1)?.list.children.push(itemNode(lines));
}

/** Below the innermost point whose bullet it is indented from. */
function addParagraph(open: OpenList[], lines: ListEntry['lines']): void {
  while (open.length > 1 && lines[0].indent <= (open.at(-1)?.indent ?? 0)) open.pop();
  const item = open.at(-1)?.list.children.at(-1);
  if (item === undefined) return;
  const paragraph = paragraphNode(lines);
  item.children.push(paragraph);
  if (item.position !== undefined && paragraph.position !== undefined)
    item.position.end = paragraph.position.end;
}

function newList(entries: readonly ListEntry[]): List {
  const first = entries[0]?.lines[0];
  const last = entries.at(-1)?.lines.at(-1);
  return {
    type: 'list',
    ordered: first !== undefined && readBullet(first).ordered,
    spread: false,
    children: [],
    position: positionOf(first === undefined || last === undefined ? [] : [first, last]),
  };
}

/** A list ends where its last point ends, and a point where the last list within it does. */
function closeList(list: List): void {
  for (const item of list.children) {
    const inner = item.children.at(-1);
    if (inner?.type === 'list') closeList(inner);
    if (item.position !== undefined && inner?.position !== undefined) item.position.end = inner.position.end;
  }
  const last = list.children.at(-1);
  if (list.position !== undefined && last?.position !== undefined) list.position.end = last.position.end;
}

function itemNode(lines: ListEntry['lines']): ListItem {
  const [first, ...rest] = lines;
  const words = first.keepsNumber === true ? first : readBullet(first).line;
  const paragraph = paragraphNode([words, ...rest]);
  return { type: 'listItem', spread: false, children: [paragraph], position: positionOf(lines) };
}

/** The lines as one running text: the line feeds between them count as spaces. */
function phrasing(lines: readonly (Range & { text: string })[]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] => {
    const text: PhrasingContent = { type: 'text', value: line.text, position: positionOf([line]) };
    const previous = lines[index - 1];
    if (previous === undefined) return [text];
    const gap = { start: previous.end, end: line.start, number: previous.number };
    return [{ type: 'text', value: ' ', position: positionOf([gap]) }, text];
  });
}

function positionOf(ranges: readonly Range[]): Position {
  const first = ranges[0] ?? { start: 0, end: 0, number: 1 };
  const last = ranges.at(-1) ?? first;
  return {
    start: { line: first.number, column: 1, offset: first.start },
    end: { line: last.number, column: 1, offset: last.end },
  };
}
