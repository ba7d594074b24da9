import { normalizeText, wordsOf } from './normalize-text.ts';

/** Enough for any question a person asks; every word costs a look into the index. */
const MAX_WORDS = 16;
const MAX_LENGTH = 1_000;

export interface SearchQuery {
  /** The words without case and accents, joined by spaces: what titles and aliases are compared with. */
  key: string;
  words: readonly string[];
  /** For FTS5: every word must occur, the last one may be the beginning of one. */
  match: string;
}

/** Null where the text has no word. Operators and quotes of FTS5 cannot get through: only words are kept, each in quotes. */
export function readSearchQuery(text: string): SearchQuery | null {
  const words = wordsOf(text.slice(0, MAX_LENGTH)).slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const key = normalizeText(words.join(' '));
  return { key, words: key.split(' '), match: `${words.map((word) => `"${word}"`).join(' ')} *` };
}
