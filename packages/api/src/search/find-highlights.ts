/** Where the words that were searched for stand in a text. */
import { cutTerms, type Term } from './cut-terms.ts';
import { isOneEdit } from './one-edit.ts';
import type { SearchQuery } from './read-search-query.ts';
import { SHORTEST_FORGIVEN } from './term-list.ts';

export interface TextRange {
  /** UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
}

/** What was searched for; null: nothing was, so nothing stands anywhere. */
export interface Wanted {
  query: SearchQuery | null;
  /** Nothing has the words as they are: each may have one typo. */
  mistyped: boolean;
}

/** In order, none within another. */
export function findHighlights(text: string, wanted: Wanted): TextRange[] {
  return joined(findMatches(text, wanted));
}

/** Each term of the text that counts as one of the query. */
export function* findMatches(text: string, { query, mistyped }: Wanted): Generator<TextRange> {
  if (query === null) return;
  for (const found of cutTerms(text)) {
    if (query.terms.includes(found.term)) yield found;
    else if (isBegun(found, query)) yield shownOf(text, found);
    else if (mistyped && isMistyped(found, query)) yield found;
  }
}

/** How many of the words stand in the text. */
export function countWanted(text: string, { query, mistyped }: Wanted): number {
  if (query === null) return 0;
  const found = [...cutTerms(text)];
  return query.terms.filter((wanted) => {
    const alone = { terms: [wanted], unfinished: query.unfinished };
    return found.some(
      (term) => term.term === wanted || isBegun(term, alone) || (mistyped && isMistyped(term, alone)),
    );
  }).length;
}

type Words = Pick<SearchQuery, 'terms' | 'unfinished'>;

function isBegun({ term }: Term, { terms, unfinished }: Words): boolean {
  return terms.some((wanted) => unfinished.has(wanted) && term.startsWith(wanted));
}

function isMistyped({ term }: Term, { terms }: Words): boolean {
  return terms.some((wanted) => wanted.length >= SHORTEST_FORGIVEN && isOneEdit(term, wanted));
}

const PAIR = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{2}$/u;

/** A word that is begun is shown whole; of two ideographs, each a word, the one that is meant. */
function shownOf(text: string, { start, end }: Term): TextRange {
  const word = text.slice(start, end);
  const [first = word] = word;
  return { start, end: PAIR.test(word) ? start + first.length : end };
}

/** Pairs of ideographs overlap: that is one stretch. */
function joined(found: Iterable<TextRange>): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { start, end } of found) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}
