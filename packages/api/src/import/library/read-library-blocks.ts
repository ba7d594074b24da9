import type { Html, List, Nodes, Paragraph, RootContent, Table } from 'mdast';
import { COLUMN_TYPES, type BlockOf } from '../../briefings/document.ts';
import { MalformedDocumentError } from '../errors.ts';
import { extractTable } from '../sections/extract-table.ts';
import { mergeCitations, readCitations } from '../drafting/read-citations.ts';
import type { CitedText } from '../drafting/read-citations.ts';
import { readNotes } from './piece-notes.ts';
import type { BlockNotes } from './piece-notes.ts';
import { plain } from './library-block.ts';
import type { LibraryBlock, LibraryFile } from './library-block.ts';
import { readQuote } from './read-library-quote.ts';
import { exchangeOf, misplacedTurn, readTurn } from './read-library-turns.ts';
import type { Turn } from './read-library-turns.ts';
import { splitStrongLabel } from './split-strong-label.ts';
import { lineOf, originOf, textOf } from '../text/tree-text.ts';

type Column = BlockOf<'TABLE'>['columns'][number];

export interface LocatedBlock {
  block: LibraryBlock;
  line: number;
}

export function readLibraryBlocks(nodes: readonly RootContent[], file: LibraryFile): LocatedBlock[] {
  const located: LocatedBlock[] = [];
  let question: Turn | null = null;
  let noted: Noted | null = null;
  for (const [index, node] of nodes.entries()) {
    const found = node.type === 'html' ? blockNotesOf(node, file) : null;
    if (found !== null) {
      if (noted !== null) throw unusedNotes(noted, file);
      noted = found;
      continue;
    }
    const count = located.length;
    const table = nodes[index + 1];
    if (table?.type === 'table' && readCaption(node) !== null) continue;
    const turn: Turn | null = node.type === 'paragraph' ? readTurn(node, file) : null;
    if (question !== null) {
      if (turn?.letter !== 'A') throw misplacedTurn(question, file);
      located.push({ block: exchangeOf(question, turn), line: question.line });
      question = null;
    } else if (turn?.letter === 'A') {
      throw misplacedTurn(turn, file);
    } else if (turn !== null) {
      question = turn;
    } else {
      readBlock(node, located, { ...file, caption: readCaption(nodes[index - 1]) });
    }
    const last = located.at(-1);
    if (noted !== null && last !== undefined && located.length > count) {
      last.block = withNotes(last.block, noted.notes);
      noted = null;
    }
  }
  if (question !== null) throw misplacedTurn(question, file);
  if (noted !== null) throw unusedNotes(noted, file);
  return located;
}

interface Noted {
  notes: BlockNotes;
  line: number;
}

function blockNotesOf(node: Html, { path }: LibraryFile): Noted | null {
  const line = lineOf(node);
  const notes = readNotes(node.value, { path, line });
  return notes !== null && 'block' in notes ? { notes: notes.block, line } : null;
}

function unusedNotes({ line }: Noted, { path }: LibraryFile): MalformedDocumentError {
  return new MalformedDocumentError(path, line, 'a comment about a block has none below it: remove it');
}

function withNotes<Of extends LibraryBlock>(block: Of, { id, provenance, ...hints }: BlockNotes): Of {
  return {
    ...block,
    ...(id === undefined ? {} : { id }),
    ...(provenance === undefined ? {} : { provenance }),
    hints: { ...block.hints, ...hints },
  };
}

function readBlock(
  node: RootContent,
  located: LocatedBlock[],
  file: LibraryFile & { caption: string | null },
): void {
  const line = lineOf(node);
  if (node.type === 'paragraph') {
    const { text, citations } = citedText(node, file);
    if (text !== '') located.push({ block: { ...plain(citations), type: 'PARAGRAPH', text }, line });
    else if (citations.length > 0) citeLast(located, citations, { line, path: file.path });
  } else if (node.type === 'code') {
    if (node.value.trim() !== '')
      located.push({ block: { ...plain([]), type: 'PARAGRAPH', text: node.value.trim() }, line });
  } else if (node.type === 'list') {
    located.push({ block: readPoints(node, file), line });
  } else if (node.type === 'table') {
    located.push({ block: { ...readTable(node, file), caption: file.caption }, line });
  } else if (node.type === 'blockquote') {
    located.push({ block: readQuote(node, file), line });
  } else if (node.type !== 'thematicBreak' && !isComment(node)) {
    throw new MalformedDocumentError(
      file.path,
      line,
      `a section cannot hold a ${node.type}: write it as a paragraph, list or table`,
    );
  }
}

/** For the next author. */
function isComment(node: RootContent): boolean {
  return node.type === 'html' && /^\s*<!--/.test(node.value);
}

/** "**Table:** Fares of 2025", right above a table. */
function readCaption(node: RootContent | undefined): string | null {
  if (node?.type !== 'paragraph') return null;
  const { label, body } = splitStrongLabel(node);
  return label === 'Table' ? textOf(body) || null : null;
}

function citedText(node: Nodes, { text }: LibraryFile): CitedText {
  const { start, end } = originOf(node);
  return readCitations(textOf(node), text.slice(start, end));
}

function citeLast(
  located: LocatedBlock[],
  citations: number[],
  { line, path }: { line: number; path: string },
): void {
  const last = located.at(-1);
  if (last === undefined) {
    throw new MalformedDocumentError(
      path,
      line,
      'citations stand alone: put them at the end of a block or right after a list or table',
    );
  }
  last.block.citations = mergeCitations(last.block.citations, citations);
}

function readPoints(list: List, file: LibraryFile): LibraryBlock {
  const items: BlockOf<'POINTS'>['items'] = [];
  const citations: number[] = [];
  for (const { paragraph, line, depth } of itemParagraphs(list)) {
    const { label, body } = splitStrongLabel(paragraph);
    const cited = citedText(body, file);
    if (cited.text === '') {
      throw new MalformedDocumentError(
        file.path,
        line,
        label === null
          ? 'a list has an empty item: remove it'
          : `the point "${label}" has no text: write one after the label`,
      );
    }
    items.push({ label, text: cited.text, ...(depth > 0 && { depth }) });
    citations.push(...cited.citations);
  }
  return { ...plain(mergeCitations(citations)), type: 'POINTS', items };
}

/** Items in reading order; what is nested stands as an item of its own after the one it belongs to. */
function itemParagraphs(list: List, depth = 0): { paragraph: Paragraph; line: number; depth: number }[] {
  return list.children.flatMap((item) => {
    const line = lineOf(item);
    const nested = item.children
      .filter((child) => child.type === 'list')
      .flatMap((inner) => itemParagraphs(inner, depth + 1));
    const children = item.children
      .filter((child) => child.type === 'paragraph')
      .flatMap((child, index): Paragraph['children'] =>
        index === 0 ? child.children : [{ type: 'break' }, ...child.children],
      );
    const first = item.children[0];
    const paragraph: Paragraph = { type: 'paragraph', children };
    if (item.position !== undefined) {
      const end = nested.length === 0 ? item.position.end : (first?.position?.end ?? item.position.end);
      paragraph.position = { start: item.position.start, end };
    }
    return [{ paragraph, line, depth }, ...nested];
  });
}

function readTable(table: Table, file: LibraryFile): Omit<BlockOf<'TABLE'>, 'id'> {
  const last = table.children.at(-1);
  const [cell, ...others] = last?.children ?? [];
  const cited =
    cell === undefined || others.some((other) => textOf(other) !== '') ? null : citedText(cell, file);
  // A line right below a table is one more row of it to a Markdown parser.
  const isCitationLine =
    table.children.length > 1 && cited !== null && cited.text === '' && cited.citations.length > 0;
  const children = isCitationLine ? table.children.slice(0, -1) : table.children;
  const width = table.children[0]?.children.length ?? 0;
  const tooLong = children.find((row) => row.children.length > width);
  if (tooLong !== undefined) {
    throw new MalformedDocumentError(
      file.path,
      lineOf(tooLong),
      `the row has more cells than the table has columns (${width}): write "|" within a cell as "\\|"`,
    );
  }
  const { columns, rows } = extractTable({ ...table, children });
  return {
    ...plain(isCitationLine ? mergeCitations(cited.citations) : []),
    type: 'TABLE',
    caption: null,
    columns: columns.map(typedColumn),
    rows,
  };
}

// "Amount {type=NUMBER} {unit=USD}"
const COLUMN_TYPE = /\s*\{type=(TEXT|NUMBER|DATE)\}/;

function typedColumn(column: Column): Column {
  const type = COLUMN_TYPES.find((known) => known === COLUMN_TYPE.exec(column.label)?.[1]);
  return type === undefined ? column : { ...column, label: column.label.replace(COLUMN_TYPE, ''), type };
}
