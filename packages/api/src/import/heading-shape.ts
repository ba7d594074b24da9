/** Headings without any markup are known by their shape only. */

/** How a heading is written; null when a line does not look like one. */
export type HeadingShape = 'UPPER_CASE' | 'TITLE_CASE' | 'SENTENCE_CASE' | 'QUESTION' | 'UNCASED';

// "Headline: Can the U.S. and Russia traverse … Amidst Global Tensions" has 129 characters.
const MAX_LENGTH = 160;
const MAX_WORDS = 26;
// A sentence without its full stop is longer than most headings in sentence case.
const MAX_SENTENCE_CASE_LENGTH = 90;
const MAX_SENTENCE_CASE_WORDS = 12;
// Chinese and Japanese headings are short, and their prose ends in "。".
const MAX_UNCASED_LENGTH = 40;

export function headingShape(text: string): HeadingShape | null {
  if (text.length > MAX_LENGTH || text.length < 2) return null;
  const words = text.split(/\s+/);
  if (words.length > MAX_WORDS || !/\p{L}/u.test(text)) return null;
  if (/[.,;:…。，；：、！]["'”’»)\]]{0,2}$/u.test(text) && !/\b\p{Lu}\.\p{Lu}\.$/u.test(text)) return null;
  if (/[?？]["'”’»)\]]{0,2}$/u.test(text)) return 'QUESTION';
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return text.length <= MAX_UNCASED_LENGTH ? 'UNCASED' : null;
  if (isUpperCase(text)) return 'UPPER_CASE';
  if (titleCaseRatio(words) >= 0.6) return 'TITLE_CASE';
  const fits = text.length <= MAX_SENTENCE_CASE_LENGTH && words.length <= MAX_SENTENCE_CASE_WORDS;
  return fits && /^["'“„«‘(]?[\p{Lu}\p{N}]/u.test(text) ? 'SENTENCE_CASE' : null;
}

function isUpperCase(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

/** Articles, conjunctions, short prepositions: lower case in titles, in the languages that write titles so. */
const SMALL_WORDS = new Set(
  'a an the and or but nor of in on at to for with from by as is vs via into onto over per amid amidst about de du des la le les el los las et y e o en von und der die das zu im'.split(
    ' ',
  ),
);

/** How many of the words that a title would capitalize are capitalized, 0–1. */
export function titleCaseRatio(words: readonly string[]): number {
  let capitals = 0;
  let all = 0;
  for (const word of words) {
    const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
    if (letters === '' || SMALL_WORDS.has(letters.toLowerCase().replace(/\P{L}+$/u, ''))) continue;
    all += 1;
    if (/^[\p{Lu}\p{N}]/u.test(letters)) capitals += 1;
  }
  // "In on": nothing but small words says nothing.
  return all === 0 ? 0 : capitals / all;
}
