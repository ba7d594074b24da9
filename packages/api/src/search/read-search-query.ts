import { cutTerms } from './cut-terms.ts';
import { normalizeText } from './normalize-text.ts';

/** Enough for any question a person asks; every word costs a look into the index. */
const MAX_WORDS = 16;
const MAX_LENGTH = 1_000;

export interface SearchQuery {
  /** The words without case and accents, joined by spaces: what titles and aliases are compared with. */
  key: string;
  /** Each must occur. */
  terms: readonly string[];
  /** The beginnings of words that suffice: of the last word, which may be unfinished, and of single ideographs. */
  unfinished: ReadonlySet<string>;
}

// People type the same beginnings again and again.
const known = new Map<string, SearchQuery | null>();
const MAX_KNOWN = 1_000;
const LONGEST_KNOWN = 100;

/** Null where the text has no word. Whatever else a text holds is not looked at, so that it cannot mean anything. */
export function readSearchQuery(text: string): SearchQuery | null {
  const earlier = known.get(text);
  if (earlier !== undefined) return earlier;
  const query = read(text);
  if (known.size >= MAX_KNOWN) known.clear();
  if (text.length <= LONGEST_KNOWN) known.set(text, query);
  return query;
}

function read(text: string): SearchQuery | null {
  const cut = [...cutTerms(text.slice(0, MAX_LENGTH))];
  if (cut.length === 0) return null;
  // The last character of a run of ideographs stands in its last pair already.
  const meant = cut.filter((term, at) => at === 0 || !isWithin(term, cut[at - 1]));
  const words = meant.slice(0, MAX_WORDS).map(({ term }) => term);
  const terms = [...new Set(words)];
  const unfinished = new Set(terms.filter(isIdeograph));
  const lastWord = words.at(-1);
  // What stands whole before it is meant whole.
  const isWhole =
    meant.length > MAX_WORDS || lastWord === undefined || words.indexOf(lastWord) < words.length - 1;
  if (!isWhole) unfinished.add(lastWord);
  return { key: normalizeText(text.slice(0, MAX_LENGTH)), terms, unfinished };
}

function isWithin(term: { start: number; end: number }, before: { end: number } | undefined): boolean {
  return before !== undefined && term.end <= before.end;
}

function isIdeograph(term: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(term);
}
