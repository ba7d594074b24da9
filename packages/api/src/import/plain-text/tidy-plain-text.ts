import type { Root, RootContent } from 'mdast';
import { moveTimes } from './move-times.ts';
import { nestHeadings } from './nest-headings.ts';
import { nestListed } from './nest-listed.ts';
import { blockquoteNode, headingNode, listNode, paragraphNode, tableNode } from './plain-text-nodes.ts';
import type { ListEntry } from './plain-text-nodes.ts';
import {
  endsSentence,
  kindOfLine,
  readBullet,
  readHeadingMark,
  readQuoted,
  splitLines,
  startsInLowerCase,
} from './plain-text-lines.ts';
import type { Line, LineKind } from './plain-text-lines.ts';
import { readMastheadLine } from '../page/masthead-lines.ts';
import { isListOfNumbers } from './is-list-of-numbers.ts';
import { beginsWithDay } from '../events/month-names.ts';
import { findNumberedTitles, maxIndent } from './numbered-titles.ts';
import type { NumberedTitles } from './numbered-titles.ts';
import { readMail } from './read-mail.ts';
import type { MailField } from './read-mail.ts';
import { readPlainTable } from './plain-text-tables.ts';
import { createHeadingJudge } from './judge-heading.ts';
import type { HeadingJudge } from './judge-heading.ts';
import { isAskedLine, readAskedLine } from '../faq/read-asked-line.ts';
import { isHardWrapped, MIN_WRAPPED_LENGTH } from './hard-wrapping.ts';

/**
 * Text without markup, as page scrapers and mail programs leave it, → tree. It is not Markdown: a line is a
 * paragraph, text touches tables, headings are known by their shape.
 */
export function tidyPlainText(text: string): Root {
  const lines = splitLines(text);
  const mail = readMail(lines);
  const children = [
    ...(mail?.fields ?? []).map(mailNode),
    ...tidyLines(mail?.body ?? lines),
    ...(mail?.signature ?? []).map((line) => mailNode({ kind: 'OTHER', line })),
  ];
  const end = { line: 1, column: 1, offset: text.length };
  return {
    type: 'root',
    children: moveTimes(children),
    position: { start: { line: 1, column: 1, offset: 0 }, end },
  };
}

/** The subject is the title, sender and day stand below it as in any masthead; the rest is around the text. */
function mailNode({ kind, line }: MailField): RootContent {
  if (kind === 'SUBJECT') return headingNode([line], 1);
  const paragraph = paragraphNode([line]);
  return kind === 'OTHER' ? { ...paragraph, data: { isOfMail: true } } : paragraph;
}

function tidyLines(lines: readonly Line[]): RootContent[] {
  const cut = cutPieces(lines);
  const isWrapped = isHardWrapped(cut);
  const { titles, contents } = findNumberedTitles(cut);
  // What the titles say need not be said twice.
  const pieces = unmarkComments(
    cut.map((piece, index): Piece => (contents.has(index) ? { kind: 'BLANK', line: piece.line } : piece)),
    titles,
  );
  const { judge, listed } = createHeadingJudge(pieces, isWrapped, titles);
  const children: RootContent[] = [];
  for (let index = 0; index < pieces.length;) {
    const { node, next } = assemble(pieces, index, { judge, isWrapped, listed });
    if (node !== null) children.push(node);
    index = next;
  }
  nestHeadings(children);
  nestListed(children);
  return children;
}

/** "# Count the lines", indented further than the numbered titles: a line of a script in an answer. */
function unmarkComments(pieces: Piece[], titles: NumberedTitles['titles']): Piece[] {
  if (titles.size === 0) return pieces;
  const indent = maxIndent(pieces, titles);
  return pieces.map((piece): Piece =>
    piece.kind === 'MARKED_HEADING' && piece.line.indent > indent
      ? { kind: 'TEXT', line: piece.line }
      : piece,
  );
}

/** A line with what it is; a table is one piece. */
export type Piece = { kind: LineKind; line: Line } | { kind: 'TABLE'; line: Line; node: RootContent };

function cutPieces(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < lines.length;) {
    const table = readPlainTable(lines, index);
    const line = lines[index];
    if (line === undefined) break;
    pieces.push(
      table === null ? { kind: kindOfLine(line), line } : { kind: 'TABLE', line, node: tableNode(table) },
    );
    index += table?.lines ?? 1;
  }
  return unmarkDays(unmarkLoneDashes(pieces));
}

// "– Nobody knows, she said.": a dash opens direct speech in many languages; in a list dashes come in rows.
function unmarkLoneDashes(pieces: Piece[]): Piece[] {
  const isDash = (piece: Piece | undefined): boolean =>
    piece?.kind === 'BULLET' && /^[–—]/.test(piece.line.text);
  return pieces.map((piece, index): Piece =>
    isDash(piece) && pieces[index - 1]?.kind !== 'BULLET' && !isDash(pieces[index + 1])
      ? { kind: 'TEXT', line: piece.line }
      : piece,
  );
}

/** "12. März 2025: …" among lines that do not count: a day, and no point of a list. */
function unmarkDays(pieces: Piece[]): Piece[] {
  if (!pieces.some(isDay)) return pieces;
  const unmarked = [...pieces];
  for (let index = 0; index < pieces.length; index += 1) {
    const run = numberedFrom(pieces, index);
    if (run.length === 0) continue;
    if (!isListOfNumbers(run.map((at) => Number.parseInt(pieces[at]?.line.text ?? '', 10)))) {
      for (const at of run) {
        const piece = pieces[at];
        if (isDay(piece)) unmarked[at] = { kind: 'TEXT', line: piece.line };
      }
    }
    index = run.at(-1) ?? index;
  }
  return unmarked;
}

function isDay(piece: Piece | undefined): piece is Piece {
  return piece?.kind === 'BULLET' && beginsWithDay(piece.line.text);
}

/** Indexes of the numbered lines that follow each other, with or without blank lines between them. */
function numberedFrom(pieces: readonly Piece[], start: number): number[] {
  const run: number[] = [];
  for (let index = start; ; index += 1) {
    const piece = pieces[index];
    const isNumber = piece?.kind === 'BULLET' && /^\d/.test(piece.line.text);
    if (isNumber) run.push(index);
    else if (run.length === 0 || piece?.kind !== 'BLANK') return run;
  }
}

interface Assembly {
  judge: HeadingJudge;
  /** Indexes of lines that are the points of a list without bullets. */
  listed: ReadonlySet<number>;
  isWrapped: boolean;
}

interface Assembled {
  node: RootContent | null;
  /** Index of the first piece that is not in the node. */
  next: number;
}

function assemble(pieces: readonly Piece[], index: number, assembly: Assembly): Assembled {
  const piece = pieces[index];
  if (piece === undefined || piece.kind === 'BLANK' || piece.kind === 'RULE')
    return { node: null, next: index + 1 };
  if (piece.kind === 'TABLE') return { node: piece.node, next: index + 1 };
  if (piece.kind === 'MARKED_HEADING') {
    const { depth, line } = readHeadingMark(piece.line);
    return { node: headingNode([line], depth), next: index + 1 };
  }
  if (piece.kind === 'QUOTED') {
    const lines = takeWhile(pieces, index, ({ kind }) => kind === 'QUOTED');
    return { node: blockquoteNode(lines.map(readQuoted)), next: index + lines.length };
  }
  if (assembly.listed.has(index)) return assembleLines(pieces, index, assembly.listed);
  const heading = assembly.judge(index);
  if (heading !== null)
    return {
      node: headingNode(heading.lines, heading.depth, heading.data),
      next: index + heading.pieces,
    };
  return piece.kind === 'BULLET'
    ? assembleList(pieces, index, assembly)
    : assembleParagraph(pieces, index, assembly);
}

function assembleList(pieces: readonly Piece[], index: number, assembly: Assembly): Assembled {
  const entries: ListEntry[] = [];
  let next = index;
  for (;;) {
    const piece = pieces[next];
    const isItem = piece?.kind === 'BULLET' && (next === index || assembly.judge(next) === null);
    if (piece === undefined || !(isItem || belongsToItem(piece, entries))) break;
    if (isItem && pieces[next - 1]?.kind === 'BLANK' && beginsOtherList(piece.line, entries)) break;
    const rest = continuation(pieces, next, assembly);
    entries.push({ kind: isItem ? 'ITEM' : 'PARAGRAPH', lines: [piece.line, ...rest] });
    next += 1 + rest.length;
    next = nextOfList(pieces, next, entries);
  }
  return { node: listNode(entries), next };
}

/** Each line is a point. */
function assembleLines(pieces: readonly Piece[], index: number, listed: ReadonlySet<number>): Assembled {
  const entries: ListEntry[] = [];
  let next = index;
  for (let piece = pieces[next]; piece !== undefined; piece = pieces[next]) {
    if (listed.has(next)) entries.push({ kind: 'ITEM', lines: [piece.line] });
    else if (piece.kind !== 'BLANK' || !listed.has(next + 1)) break;
    next += 1;
  }
  return { node: listNode(entries), next };
}

/** After a blank line another bullet, or the number 1 again: two lists, one below the other. */
function beginsOtherList(line: Line, entries: readonly ListEntry[]): boolean {
  const first = entries[0]?.lines[0];
  if (first === undefined || line.indent !== first.indent) return false;
  const above = entries.findLast(({ kind, lines }) => kind === 'ITEM' && lines[0].indent === first.indent);
  const [one, other] = [readBullet(above?.lines[0] ?? first), readBullet(line)];
  if (one.ordered !== other.ordered) return true;
  return other.ordered ? /^\(?(?:1|a)[.)]$/.test(other.mark) : one.mark !== other.mark;
}

/** Blank lines between the points of one list, as scrapers leave them, and before a point's further paragraphs. */
function nextOfList(pieces: readonly Piece[], index: number, entries: readonly ListEntry[]): number {
  if (pieces[index]?.kind !== 'BLANK') return index;
  const next = pieces[index + 1];
  const goesOn = next?.kind === 'BULLET' || (next !== undefined && belongsToItem(next, entries));
  return goesOn ? index + 1 : index;
}

/** Stands below the words of a point, or further in, not below its bullet. */
function belongsToItem({ kind, line }: Piece, entries: readonly ListEntry[]): boolean {
  if (kind !== 'TEXT') return false;
  const above = entries.findLast((entry) => entry.kind === 'ITEM' && entry.lines[0].indent < line.indent);
  if (above === undefined) return false;
  const bullet = readBullet(above.lines[0]);
  const words = above.lines[0].indent + bullet.line.start - above.lines[0].start;
  return line.indent >= words - 1 && line.indent <= words + MAX_FURTHER_IN;
}

/** What stands further in is set to the right, or in the middle of the page. */
const MAX_FURTHER_IN = 16;

function assembleParagraph(pieces: readonly Piece[], index: number, assembly: Assembly): Assembled {
  const first = pieces[index];
  if (first === undefined) return { node: null, next: index + 1 };
  const rest = continuation(pieces, index, assembly);
  return { node: paragraphNode([first.line, ...rest]), next: index + 1 + rest.length };
}

/** The lines after `index` that go on with its sentence, or, in hard-wrapped text, with its paragraph. */
function continuation(
  pieces: readonly Piece[],
  index: number,
  { judge, isWrapped, listed }: Assembly,
): Line[] {
  const lines: Line[] = [];
  let previous = pieces[index]?.line;
  const first = previous?.text ?? '';
  for (let next = index + 1; previous !== undefined; next += 1) {
    const piece = pieces[next];
    if (piece?.kind !== 'TEXT') break;
    const isOpen = isAskedLine(first) && isUnfinished(first, previous.text, piece.line.text);
    if (!isOpen && (listed.has(next) || judge(next) !== null || isAskedLine(piece.line.text))) break;
    if (readMastheadLine(previous.text) !== null || readMastheadLine(piece.line.text) !== null) break;
    if (!isOpen && !isWrapped && !goesOn(previous.text, piece.line.text)) break;
    lines.push(piece.line);
    previous = piece.line;
  }
  return lines;
}

/** "Q: Does it sail on", "A: It belongs to the": the line below ends the sentence, even one in capitals. */
function isUnfinished(first: string, before: string, after: string): boolean {
  if (endsSentence(before) || isAskedLine(after)) return false;
  return (
    readAskedLine(first)?.letter === 'Q' || startsInLowerCase(after) || before.length >= MIN_WRAPPED_LENGTH
  );
}

/** A sentence was broken here: no full stop before, no capital letter after. */
function goesOn(before: string, after: string): boolean {
  return !endsSentence(before) && !/[:：]$/.test(before) && startsInLowerCase(after);
}

function takeWhile(pieces: readonly Piece[], index: number, wanted: (piece: Piece) => boolean): Line[] {
  const lines: Line[] = [];
  for (let next = index; ; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || !wanted(piece)) return lines;
    lines.push(piece.line);
  }
}
