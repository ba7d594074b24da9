/** A short piece of a text around the first word that was searched for. */
import { cutTerms, type Term } from './cut-terms.ts';
import { isOneEdit } from './one-edit.ts';
import type { SearchQuery } from './read-search-query.ts';
import { SHORTEST_FORGIVEN } from './term-list.ts';

export interface TextRange {
  /** UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
}

export interface TextExcerpt {
  text: string;
  highlights: TextRange[];
}

const LENGTH = 240;
/** Of that, what is shown of the text before the first match. */
const LEAD = 60;

/** No match, or no query: the beginning of the text. */
export function makeExcerpt(
  text: string,
  query: SearchQuery | null,
  { mistyped }: { mistyped: boolean },
): TextExcerpt {
  const test = mistyped ? isMistyped : isMeant;
  const line = text.replace(/\s+/g, ' ').trim();
  const first = firstMatch(line, query, test);
  const start = first <= LEAD ? 0 : wordStart(line, first - LEAD);
  const end = start + LENGTH >= line.length ? line.length : wordEnd(line, start + LENGTH);
  const shown = `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
  return { text: shown, highlights: joined(matches(shown, query, test)) };
}

type Test = (term: string, query: SearchQuery) => boolean;

function firstMatch(line: string, query: SearchQuery | null, test: Test): number {
  for (const { start } of matches(line, query, test)) return start;
  return 0;
}

function* matches(line: string, query: SearchQuery | null, test: Test): Generator<Term> {
  if (query === null) return;
  for (const term of cutTerms(line)) if (test(term.term, query)) yield term;
}

function isMeant(term: string, { terms, unfinished }: SearchQuery): boolean {
  for (const wanted of terms) {
    if (term === wanted || (unfinished.has(wanted) && term.startsWith(wanted))) return true;
  }
  return false;
}

function isMistyped(term: string, query: SearchQuery): boolean {
  if (isMeant(term, query)) return true;
  return query.terms.some((wanted) => wanted.length >= SHORTEST_FORGIVEN && isOneEdit(term, wanted));
}

/** Pairs of ideographs overlap: what touches is one stretch. */
function joined(found: Iterable<Term>): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { start, end } of found) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** The beginning of the word after a position. */
function wordStart(line: string, position: number): number {
  const space = line.indexOf(' ', position);
  return space === -1 || space > position + 30 ? unitStart(line, position) : space + 1;
}

/** The end of the word before a position. */
function wordEnd(line: string, position: number): number {
  const space = line.lastIndexOf(' ', position);
  return space === -1 || space < position - 30 ? unitStart(line, position) : space;
}

/** Never inside a surrogate pair. */
function unitStart(line: string, position: number): number {
  return /[\uDC00-\uDFFF]/.test(line.charAt(position)) ? position - 1 : position;
}
