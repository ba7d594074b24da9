/** Short lines of a plain text that stand together as the points of a list stood, before a scraper took their bullets. */
import { headingShape } from './heading-shape.ts';
import { endsSentence, startsInLowerCase } from './plain-text-lines.ts';
import { isOfOneForm } from './stands-in-row.ts';
import type { Piece } from './tidy-plain-text.ts';

// Longer lines are sentences that lost their full stop.
const MAX_LINE = 60;
const MIN_LINES = 3;
const MIN_LED = 2;
/** A heading, two points and the next heading. */
const MIN_ROW = 4;

/** Indexes of the lines that are points; `isOther` says of a line that it is something else. */
export function findListedLines(
  pieces: readonly Piece[],
  isOther: (text: string) => boolean,
): ReadonlySet<number> {
  const listed = new Set<number>();
  let isBelowProse = false;
  for (let index = 0; index < pieces.length;) {
    const end = endOfBlock(pieces, index);
    const block = range(index, end);
    // Above the first sentence stand titles, names and dates.
    if (isBelowProse) for (const at of listedIn(pieces, block, isOther)) listed.add(at);
    isBelowProse ||= block.some((at) => endsSentence(pieces[at]?.line.text ?? ''));
    index = Math.max(end, index + 1);
  }
  for (const at of listedBetweenHeadings(pieces, listed, isOther)) listed.add(at);
  return listed;
}

/** Index after the lines of text that touch each other from `index` on. */
function endOfBlock(pieces: readonly Piece[], index: number): number {
  let end = index;
  while (pieces[end]?.kind === 'TEXT') end += 1;
  return end;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place);
}

type IsOther = (text: string) => boolean;

function listedIn(pieces: readonly Piece[], block: readonly number[], isOther: IsOther): readonly number[] {
  const [first = 0] = block;
  const introduces = block.length > MIN_LED && isColonLine(pieces[first]?.line.text ?? '');
  const isHeaded = !introduces && isRowBelowHead(block.map((at) => pieces[at]?.line.text ?? ''));
  const lines = introduces || isHeaded ? block.slice(1) : block;
  if (lines.length < MIN_LED) return [];
  const isLed = introduces || isHeaded || isLedIn(pieces, first);
  if (!isLed && (lines.length < MIN_LINES || !isFollowed(pieces, (lines.at(-1) ?? 0) + 1))) return [];
  const texts = lines.map((at) => pieces[at]?.line.text ?? '');
  const isRow = texts.every((text) => isShortLine(text) && !isOther(text) && !isBrokenOff(text));
  return isRow ? lines : [];
}

/** "The result", and right below it "Yes: 12", "No: 7": lines of one form below one of another. */
function isRowBelowHead([head = '', ...row]: readonly string[]): boolean {
  const [first = ''] = row;
  if (row.length < MIN_LED || headingShape(head) === null || isOfOneForm(head, first)) return false;
  return row.every((line, index) => isOfOneForm(line, row[index === 0 ? 1 : index - 1] ?? ''));
}

function isShortLine(text: string): boolean {
  return text.length <= MAX_LINE && !endsSentence(text) && !/[,;:，；：、]$/.test(text);
}

/** Begins as the rest of a sentence does; an address of the web does too. */
function isBrokenOff(text: string): boolean {
  return startsInLowerCase(text) && !/^\S+[@./]\S+$/.test(text);
}

/** A heading of its own, or "What to bring:", is the last thing above. */
function isLedIn(pieces: readonly Piece[], first: number): boolean {
  let above = first - 1;
  while (pieces[above]?.kind === 'BLANK' || pieces[above]?.kind === 'RULE') above -= 1;
  const lead = pieces[above];
  if (lead?.kind === 'MARKED_HEADING') return true;
  if (lead?.kind !== 'TEXT') return false;
  if (isColonLine(lead.line.text)) return true;
  return pieces[above - 1]?.kind !== 'TEXT' && headingShape(lead.line.text) !== null;
}

function isColonLine(text: string): boolean {
  return /[:：]$/.test(text);
}

function isFollowed(pieces: readonly Piece[], index: number): boolean {
  for (let next = index; next < pieces.length; next += 1) {
    const kind = pieces[next]?.kind;
    if (kind !== 'BLANK' && kind !== 'RULE') return true;
  }
  return false;
}

/** Of many lines in a row that look like headings only the first and the last can head anything. */
function listedBetweenHeadings(
  pieces: readonly Piece[],
  listed: ReadonlySet<number>,
  isOther: IsOther,
): readonly number[] {
  const found: number[] = [];
  let row: number[] = [];
  let isBelowProse = false;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'BLANK') continue;
    const { text } = piece.line;
    const isLine =
      piece.kind === 'TEXT' &&
      !listed.has(index) &&
      isShortLine(text) &&
      headingShape(text) !== null &&
      !/[?？]$/.test(text);
    if (isLine && isBelowProse) row.push(index);
    if (isLine) continue;
    const isLong = row.length >= MIN_ROW && piece.kind === 'TEXT';
    if (isLong && !row.some((at) => isOther(pieces[at]?.line.text ?? '')))
      for (const at of row.slice(1, -1)) found.push(at);
    row = [];
    isBelowProse ||= endsSentence(text);
  }
  return found;
}
