/** "1. What is it?", "2.1 It is lost": questions of a plain text that are numbered through, and their answers below. */
import { comparableText } from '../text/comparable-text.ts';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { MIN_WRAPPED_LENGTH } from './hard-wrapping.ts';
import { isContentsHeading } from '../page/page-chrome.ts';
import { endsSentence, startsInLowerCase } from './plain-text-lines.ts';
import type { Line } from './plain-text-lines.ts';
import { follows, readSectionNumber } from './section-numbers.ts';
import type { SectionNumber } from './section-numbers.ts';
import type { Piece } from './tidy-plain-text.ts';

export interface NumberedTitle {
  /** Index of its first piece; a title of several lines has several. */
  index: number;
  /** Without the number. */
  lines: readonly [Line, ...Line[]];
  /** 1 for "3.", 2 for "3.1". */
  level: number;
}

export interface NumberedTitles {
  titles: ReadonlyMap<number, NumberedTitle>;
  /** Indexes of pieces that only list the titles, before the text. */
  contents: ReadonlySet<number>;
}

const NONE: NumberedTitles = { titles: new Map(), contents: new Set() };

interface Candidate extends NumberedTitle {
  path: readonly number[];
  indent: number;
  asks: boolean;
  /** Text stands below it, before the next number. */
  hasText: boolean;
}

/** Only where many of the numbered lines ask, or were listed before: every other numbered line is a heading or a point as any other. */
export function findNumberedTitles(pieces: readonly Piece[]): NumberedTitles {
  const candidates = readCandidates(pieces);
  const heading = candidates.filter((_, index) => headsSomething(candidates, index));
  const chain = longestChain(heading);
  const leaves = chain.filter(({ hasText }) => hasText);
  const asking = leaves.filter(({ asks }) => asks).length;
  const [first] = chain;
  if (first === undefined) return NONE;
  const contents = listedBefore(first, candidates, new Set(chain.map(wordsOf)));
  // Where a list of contents names most of them, they are titles even if few ask, and all of many if none does.
  const isListed = contents.length * 2 > chain.length;
  const areTitles = isListed && (asking * 6 >= leaves.length || leaves.length >= MIN_LISTED_TITLES);
  if ((asking < 2 || asking * 3 < leaves.length) && !areTitles) return NONE;
  return {
    titles: new Map(chain.map((title) => [title.index, title])),
    contents: new Set([...rangeOf(pieces, contents), ...announcementOf(pieces, contents[0])]),
  };
}

/** How far in the titles stand at most. */
export function maxIndent(pieces: readonly Piece[], titles: NumberedTitles['titles']): number {
  let most = 0;
  for (const index of titles.keys()) most = Math.max(most, pieces[index]?.line.indent ?? 0);
  return most;
}

/** From the first of them to the last, with the names of parts and the lines a title goes on in. */
function rangeOf(pieces: readonly Piece[], contents: readonly Candidate[]): number[] {
  const [first, last] = [contents[0], contents.at(-1)];
  if (first === undefined || last === undefined) return [];
  let end = last.index + last.lines.length;
  while (pieces[end]?.kind === 'TEXT') end += 1;
  return Array.from({ length: end - first.index }, (_, offset) => first.index + offset);
}

/** "Contents:", above the first of them. */
function announcementOf(pieces: readonly Piece[], first: Candidate | undefined): number[] {
  if (first === undefined) return [];
  let above = first.index - 1;
  while (/^(?:BLANK|RULE)$/.test(pieces[above]?.kind ?? '')) above -= 1;
  const text = pieces[above]?.line.text ?? '';
  return isContentsHeading(text) || /^index:?$/i.test(text) ? [above] : [];
}

const MIN_LISTED = 2;
const MIN_LISTED_TITLES = 6;

/** From the first line that says what a title says to the last one: few documents list their titles word for word. */
function listedBefore(first: Candidate, candidates: readonly Candidate[], known: Set<string>): Candidate[] {
  const before = candidates.filter(({ index }) => index < first.index);
  const isListed = (candidate: Candidate): boolean => known.has(wordsOf(candidate));
  const list = before.slice(before.findIndex(isListed), before.findLastIndex(isListed) + 1);
  const listed = list.filter(isListed).length;
  return listed >= MIN_LISTED && listed * 2 > list.length ? list : [];
}

function wordsOf(candidate: Candidate | undefined): string {
  return comparableText(candidate?.lines.map(({ text }) => text).join(' ') ?? '');
}

function readNumber(piece: Piece | undefined): SectionNumber | null {
  if (piece?.kind !== 'BULLET' && piece?.kind !== 'TEXT') return null;
  return readSectionNumber(piece.line.text);
}

function readCandidates(pieces: readonly Piece[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    const number = readNumber(piece);
    if (piece === undefined || number === null) continue;
    const { line } = piece;
    const first = { ...line, start: line.start + number.length, text: line.text.slice(number.length) };
    const lines = titleLines(pieces, index, first);
    let below = index + lines.length;
    while (/^(?:BLANK|RULE)$/.test(pieces[below]?.kind ?? '')) below += 1;
    candidates.push({
      index,
      lines,
      level: number.path.length,
      path: number.path,
      indent: line.indent,
      asks: endsInQuestionMark(lines.at(-1)?.text ?? ''),
      hasText: below < pieces.length && readNumber(pieces[below]) === null,
    });
  }
  return candidates;
}

const MAX_LINES = 4;

/** Up to the question mark, or to the end of a paragraph that is no longer than a title. */
function titleLines(pieces: readonly Piece[], index: number, first: Line): [Line, ...Line[]] {
  const paragraph = paragraphFrom(pieces, index, first);
  // "It is sold out. Can I still come?"
  if (endsInQuestionMark(paragraph.at(-1)?.text ?? '')) return paragraph;
  const lines: [Line, ...Line[]] = [first];
  let last = first;
  while (!endsSentence(last.text) && lines.length < MAX_LINES) {
    const next = pieces[index + lines.length];
    if (next?.kind !== 'TEXT' || readNumber(next) !== null) break;
    if (!startsInLowerCase(next.line.text) && last.text.length < MIN_WRAPPED_LENGTH) break;
    last = withoutRule(next.line);
    lines.push(last);
  }
  const isWhole = endsInQuestionMark(last.text) || pieces[index + lines.length]?.kind !== 'TEXT';
  return isWhole ? lines : [first];
}

/** The first line alone where the paragraph is longer than a title. */
function paragraphFrom(pieces: readonly Piece[], index: number, first: Line): [Line, ...Line[]] {
  const lines: [Line, ...Line[]] = [first];
  for (let next = pieces[index + 1]; next?.kind === 'TEXT'; next = pieces[index + lines.length]) {
    if (lines.length === MAX_LINES || readNumber(next) !== null) return [first];
    // An answer that asks in turn: the question was asked before it.
    if (endsInQuestionMark(lines.at(-1)?.text ?? '')) return [first];
    lines.push(withoutRule(next.line));
  }
  return lines;
}

/** "---   and this", below the number of its title: a rule that the title goes on beside. */
function withoutRule(line: Line): Line {
  const rule = /^-{3,20}\s+(?=\S)/.exec(line.text.slice(0, 60))?.[0].length ?? 0;
  return rule === 0 ? line : { ...line, start: line.start + rule, text: line.text.slice(rule) };
}

/** Text, or a title one level down that heads something. */
function headsSomething(candidates: readonly Candidate[], index: number): boolean {
  for (let at = index; ; at += 1) {
    const candidate = candidates[at];
    const next = candidates[at + 1];
    if (candidate === undefined) return false;
    if (candidate.hasText) return true;
    if (next === undefined || next.level !== candidate.level + 1 || !follows(candidate.path, next.path))
      return false;
  }
}

/** Lists within answers begin at 1, too: the run that asks most is the document's own. */
const MAX_STARTS = 20;

function longestChain(candidates: readonly Candidate[]): Candidate[] {
  const starts = candidates.flatMap(({ path }, index) => (path.every((part) => part <= 1) ? [index] : []));
  let best: Candidate[] = [];
  let most = 0;
  let mostText = 0;
  for (const start of starts.slice(0, MAX_STARTS)) {
    const chain = chainFrom(candidates, start);
    const asking = chain.filter(({ asks, hasText }) => asks && hasText).length;
    // The second time is the one with the answers.
    const isRepeated = asking === most && wordsOf(chain[0]) === wordsOf(best[0]);
    const withText = chain.filter(({ hasText }) => hasText).length;
    const isLonger = asking === 0 && most === 0 && withText > mostText;
    if (asking <= most && !isRepeated && !isLonger) continue;
    best = chain;
    most = asking;
    mostText = withText;
  }
  return best;
}

function chainFrom(candidates: readonly Candidate[], start: number): Candidate[] {
  const chain: Candidate[] = [];
  const indents = new Map<number, number>();
  for (const candidate of candidates.slice(start)) {
    const previous = chain.at(-1);
    const indent = indents.get(candidate.level) ?? candidate.indent;
    // " 9." and "10." stand flush right.
    if (Math.abs(indent - candidate.indent) > 1) continue;
    if (previous !== undefined && !follows(previous.path, candidate.path)) continue;
    chain.push(candidate);
    indents.set(candidate.level, indent);
  }
  return chain;
}
