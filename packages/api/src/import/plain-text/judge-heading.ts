/** Which lines of a plain text are headings. The shape of the line is not enough: its neighbours decide. */
import type { Heading } from 'mdast';
import { isFaqHeading } from '../faq/faq-headings.ts';
import { findCountedLines } from './find-counted-lines.ts';
import { findListedLines } from './find-listed-lines.ts';
import type { LinesAbove } from './find-lines-above.ts';
import { findPlainMasthead } from './find-plain-masthead.ts';
import { headingShape } from './heading-shape.ts';
import type { HeadingShape } from './heading-shape.ts';
import { readBareByline } from '../page/extract-byline.ts';
import { isContentsHeading, isMenuWord, isPageChrome, isRelatedHeading } from '../page/page-chrome.ts';
import { endsSentence, startsInLowerCase } from './plain-text-lines.ts';
import type { Line } from './plain-text-lines.ts';
import { maxIndent } from './numbered-titles.ts';
import type { NumberedTitles } from './numbered-titles.ts';
import type { Piece } from './tidy-plain-text.ts';
import { isMailField, readMastheadLine } from '../page/masthead-lines.ts';
import { readTopicLine } from '../page/extract-hashtags.ts';
import { readWholeTime } from '../events/read-timeline.ts';
import { isAskedLine } from '../faq/read-asked-line.ts';
import { asksByTrade } from '../exchanges/asks-by-trade.ts';
import { isRemark } from './is-remark.ts';
import { judgeNumbered } from './judge-numbered.ts';
import { standsInRow } from './stands-in-row.ts';
import { readSpeaker } from '../exchanges/read-speaker.ts';
import type { SpokenLine } from '../exchanges/read-speaker.ts';
import { compilePattern } from '../text/compile-pattern.ts';

export interface JudgedHeading {
  lines: readonly [Line, ...Line[]];
  depth: Heading['depth'];
  /** One more than lines when a line of "===" below belongs to it. */
  pieces: number;
  data?: NonNullable<Heading['data']>;
}

export interface JudgedLines {
  judge: HeadingJudge;
  /** Indexes of lines that look like headings and are the points of a list without bullets. */
  listed: ReadonlySet<number>;
}

/** Says of the piece at an index whether it is a heading. */
export type HeadingJudge = (index: number) => JudgedHeading | null;

export function createHeadingJudge(
  pieces: readonly Piece[],
  isWrapped: boolean,
  { titles, above }: { titles: NumberedTitles['titles']; above: LinesAbove },
): JudgedLines {
  const speakers = recurringSpeakers(pieces);
  const listed =
    titles.size > 0
      ? new Set<number>()
      : findListedLines(pieces, (text) => isNoHeading(text, speakers) || isRelatedHeading(text));
  const range = rangeOf(titles, pieces);
  const masthead = findPlainMasthead(pieces, above.first);
  const repeated = repeatedLines(pieces);
  const { first } = above;
  const prose = pieces.findIndex(({ kind, line }) => kind === 'TEXT' && endsSentence(line.text));
  const counted = findCountedLines(pieces);
  const judged = new Map<number, JudgedHeading | null>();
  const judgeOnce: HeadingJudge = (index) => {
    let verdict = judged.get(index);
    if (verdict === undefined) {
      verdict =
        listed.has(index) ||
        masthead.has(index) ||
        above.dropped.has(index) ||
        repeated.has(pieces[index]?.line.text ?? '')
          ? null
          : judge({ pieces, isWrapped, speakers, titles, range, first, masthead, prose, counted }, index);
      judged.set(index, verdict);
    }
    return verdict;
  };
  return { judge: judgeOnce, listed };
}

const MIN_REPEATED = 4;

/** "Internet draft, page 3 of 9": what comes again and again is the head of a page, or a button. */
function repeatedLines(pieces: readonly Piece[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { kind, line } of pieces) {
    if (kind === 'TEXT' && line.text.length <= MAX_TITLE)
      counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_REPEATED).map(([text]) => text));
}

interface Court {
  pieces: readonly Piece[];
  isWrapped: boolean;
  speakers: ReadonlySet<string>;
  titles: NumberedTitles['titles'];
  /** From the first numbered title to the end of the answer below the last; how far in the titles stand at most. */
  range: { from: number; to: number; indent: number };
  /** Index of the first line of the text. */
  first: number;
  /** Indexes of lines below it that say who wrote the text, or sum it up. */
  masthead: ReadonlySet<number>;
  /** Of the first line that ends a sentence: above it stand titles, names and dates. */
  prose: number;
  /** Indexes of "1 Introduction", "2 The quay": headings that are numbered through without a full stop. */
  counted: ReadonlySet<number>;
}

function judge(court: Court, index: number): JudgedHeading | null {
  const piece = court.pieces[index];
  const title = court.titles.get(index);
  if (title !== undefined) {
    const { lines, level } = title;
    return { lines, depth: DEPTHS[level] ?? 6, pieces: lines.length };
  }
  const { from, to } = court.range;
  const isWithin = index > from && index < to;
  if (isWithin && piece?.kind === 'BULLET') return null;
  if (piece?.kind === 'BULLET') return judgeNumbered(court.pieces, index, nextPiece);
  if (piece?.kind !== 'TEXT' || isNoHeading(piece.line.text, court.speakers)) return null;
  const { line } = piece;
  if (isWithin && line.indent > court.range.indent) return null;
  const underlined = judgeUnderlined(court.pieces, index);
  if (underlined !== null) return underlined;
  if (index === court.first && isFaqTitle(line.text)) return { lines: [line], depth: 2, pieces: 1 };
  if (isTitle(court, index)) return { lines: [line], depth: 2, pieces: 1 };
  const shape = headingShape(line.text);
  if (shape === null) return null;
  // In a text that numbers its titles a line of few words belongs to an answer.
  if (isWithin) return null;
  if (!standsLikeHeading(court, index, shape) || isJobBelowName(court.pieces, index)) return null;
  if (index !== court.first && (isRemark(line.text) || standsInRow(court.pieces, index))) return null;
  return (
    numberedDepth(line, court.counted.has(index)) ?? {
      lines: [line],
      depth: 2,
      pieces: 1,
      data: { isGuess: true },
    }
  );
}

/** "The talks", and below it "---------"; "Why did it take so", with a line below each half of it. */
function judgeUnderlined(pieces: readonly Piece[], index: number): JudgedHeading | null {
  const [line, rule, next] = [pieces[index]?.line, pieces[index + 1], pieces[index + 2]];
  if (line === undefined || !isUnderline(rule)) return null;
  const depth = rule.line.text.startsWith('=') ? 1 : 2;
  if (next?.kind === 'TEXT' && isAsWide(rule.line, line) && startsInLowerCase(next.line.text)) {
    const second = pieces[index + 3];
    if (isUnderline(second) && isAsWide(second.line, next.line))
      return { lines: [line, next.line], depth, pieces: 4 };
  }
  const isHeading =
    headingShape(line.text) !== null || (isAsWide(rule.line, line) && /[!:]$/.test(line.text));
  return isHeading ? { lines: [line], depth, pieces: 2 } : null;
}

function isUnderline(piece: Piece | undefined): piece is Piece {
  return piece?.kind === 'RULE' && /^(?:=+|-+)$/.test(piece.line.text);
}

/** A hand that draws a line below words ends it about where they end. */
function isAsWide(rule: Line, line: Line): boolean {
  return Math.abs(rule.text.length - line.text.length) <= 4;
}

/** How far the last answer goes, only its indentation tells. */
function rangeOf(titles: NumberedTitles['titles'], pieces: readonly Piece[]): Court['range'] {
  const numbers = [...titles.values()];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return { from: Infinity, to: -Infinity, indent: 0 };
  const indent = pieces[last.index]?.line.indent ?? 0;
  let to = last.index + last.lines.length;
  for (let piece = pieces[to]; piece !== undefined; piece = pieces[to]) {
    if (piece.kind !== 'BLANK' && piece.line.indent <= indent) break;
    to += 1;
  }
  return { from: first.index, to, indent: maxIndent(pieces, titles) };
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

/** "The Ferry FAQ", above everything else. */
function isFaqTitle(text: string): boolean {
  return text.length <= 80 && !/[:/]/.test(text) && !endsSentence(text) && isFaqHeading(text);
}

/** Lines that have the shape of a heading and are something else. */
function isNoHeading(text: string, speakers: ReadonlySet<string>): boolean {
  if (isPageChrome(text) || readTopicLine(text).length > 0 || /^https?:\/\//i.test(text)) return true;
  if (readMastheadLine(text) !== null || isMailField(text)) return true;
  if (isAskedLine(text) || readWholeTime(text) !== null) return true;
  const speaker = readSpeaker(text);
  return speaker !== null && speakers.has(speaker.key);
}

/** "Senior Editor: And what next?": who takes turns with somebody, again and again, is no part of a heading. */
function recurringSpeakers(pieces: readonly Piece[]): Set<string> {
  const counts = new Map<string, number>();
  const count = ({ key, name }: SpokenLine): void => {
    counts.set(key, (counts.get(key) ?? 0) + (asksByTrade(name) ? 2 : 1));
  };
  let previous: SpokenLine | null = null;
  let isCounted = false;
  for (const piece of pieces) {
    if (piece.kind === 'BLANK') continue;
    const speaker: SpokenLine | null = piece.kind === 'TEXT' ? readSpeaker(piece.line.text) : null;
    const takesTurn = speaker !== null && previous !== null && speaker.key !== previous.key;
    if (takesTurn) count(speaker);
    if (takesTurn && previous !== null && !isCounted) count(previous);
    isCounted = takesTurn;
    previous = speaker;
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key));
}

const MAX_TITLE = 160;
const MAX_TITLE_WORDS = 26;

/** The first line of the text, however long for a heading, above a byline, or alone above longer ones. */
function isTitle({ pieces, first, masthead, prose }: Court, index: number): boolean {
  if (index !== first || prose <= index) return false;
  const text = pieces[index]?.line.text ?? '';
  const states = endsSentence(text) && !/[?？!]$/.test(text);
  if (states || text.length > MAX_TITLE || text.split(' ').length > MAX_TITLE_WORDS) return false;
  if (/[,;:…，；：、]["”»]?$/.test(text)) return false;
  const below = pieces[index + 1];
  // "why the bridge matters": some write titles so, above prose that begins as sentences do.
  if (startsInLowerCase(text) && !(below?.kind === 'BLANK' && isSentence(nextPiece(pieces, index))))
    return false;
  if (masthead.size > 0) return true;
  if (below?.kind === 'TEXT') return readMastheadLine(below.line.text) !== null;
  const next = nextPiece(pieces, index);
  return below?.kind === 'BLANK' && next?.kind === 'TEXT' && next.line.text.length > text.length;
}

function isSentence(piece: Piece | null): boolean {
  return piece?.kind === 'TEXT' && endsSentence(piece.line.text) && !startsInLowerCase(piece.line.text);
}

/** "Anna Berg", and below it "Harbour master, Port Vale": what somebody does, and where. */
function isJobBelowName(pieces: readonly Piece[], index: number): boolean {
  const text = pieces[index]?.line.text ?? '';
  if (!/^[^,]{2,60},\s[^,]{2,60}$/.test(text)) return false;
  const isSpaced = pieces[index - 1]?.kind === 'BLANK';
  const name = pieces[isSpaced ? index - 2 : index - 1];
  return name?.kind === 'TEXT' && readBareByline(name.line.text) !== null;
}

function standsLikeHeading({ pieces, isWrapped, prose }: Court, index: number, shape: HeadingShape): boolean {
  const text = pieces[index]?.line.text ?? '';
  const following = nextPiece(pieces, index);
  // What nothing follows heads nothing.
  if (following === null) return false;
  const above = pieces[index - 1];
  const stands = (above?.kind ?? 'BLANK') !== 'TEXT' && pieces[index + 1]?.kind === 'BLANK';
  if (isWrapped && shape !== 'UPPER_CASE' && !stands) return false;
  if (index > prose && isAmongShortLines(pieces, index)) return false;
  if (above?.kind === 'TEXT' && !endsSentence(above.line.text) && startsInLowerCase(text)) return false;
  if (following.kind !== 'TEXT') {
    return shape !== 'SENTENCE_CASE' || stands || isContentsHeading(text);
  }
  const next = following.line.text;
  // "The list is found at", and the address below.
  if (shape === 'SENTENCE_CASE' && /^<?(?:https?|ftp):\/\/\S+$/i.test(next)) return false;
  const isAdjacent = pieces[index + 1] === following;
  if (isAdjacent && startsInLowerCase(next) && shape === 'SENTENCE_CASE') return false;
  if (shape !== 'SENTENCE_CASE' || isMenuWord(text)) return true;
  // A sentence that lost its full stop stands among others of its kind; a heading is shorter than what it heads.
  return stands || next.length > text.length;
}

/** Touches a line above it and one below it, and none of them is a sentence: a line of a verse, of an address. */
function isAmongShortLines(pieces: readonly Piece[], index: number): boolean {
  return [pieces[index - 1], pieces[index + 1]].every(
    (piece) =>
      piece?.kind === 'TEXT' && piece.line.text.length <= MAX_SHORT_LINE && !endsSentence(piece.line.text),
  );
}

const MAX_SHORT_LINE = 60;

function nextPiece(pieces: readonly Piece[], index: number): Piece | null {
  for (let next = index + 1; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || piece.kind === 'BLANK' || piece.kind === 'RULE') continue;
    if (piece.kind !== 'TEXT') return piece;
    const { text } = piece.line;
    if (!isPageChrome(text) && readMastheadLine(text) === null) return piece;
  }
  return null;
}

// "2.1 The agenda"
const SECTION_NUMBER = compilePattern(/^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\p{L})/u);

function numberedDepth(line: Line, isCounted: boolean): JudgedHeading | null {
  const match = SECTION_NUMBER.exec(line.text);
  const dots = match?.[1]?.split('.').length ?? 0;
  if (match === null || (dots < 2 && !isCounted)) return null;
  const rest = { ...line, start: line.start + match[0].length, text: line.text.slice(match[0].length) };
  if (dots === 1) return { lines: [rest], depth: 2, pieces: 1, data: { number: Number(match[1]) } };
  return { lines: [rest], depth: dots === 2 ? 3 : 4, pieces: 1 };
}
