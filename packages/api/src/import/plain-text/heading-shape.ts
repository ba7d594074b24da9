/** Headings without any markup are known by their shape only. */
import { compilePattern } from '../text/compile-pattern.ts';

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

const LETTER = compilePattern(/\p{L}/u);
const CASED = compilePattern(/[\p{Lu}\p{Ll}]/u);
const SMALL_LETTER = compilePattern(/\p{Ll}/u);
const CAPITALS = compilePattern(/\p{Lu}/gu);
const CAPITAL = compilePattern(/^[\p{Lu}\p{N}]/u);
const CAPITAL_FIRST = compilePattern(/^["'“„«‘(]?[\p{Lu}\p{N}]/u);
const INITIALS = compilePattern(/\b\p{Lu}\.\p{Lu}\.$/u);
const BEFORE_LETTERS = compilePattern(/^[^\p{L}\p{N}]+/u);
const AFTER_LETTERS = compilePattern(/\P{L}+$/u);

export function headingShape(text: string): HeadingShape | null {
  if (text.length > MAX_LENGTH || text.length < 2) return null;
  const words = text.split(/\s+/);
  if (words.length > MAX_WORDS || !LETTER.test(text)) return null;
  if (/[.,;:…。，；：、！](?:\s?[»›]|["'“”‘’»«›)\]]{0,2})$|\s[-–—]$/u.test(text) && !INITIALS.test(text))
    return null;
  if (/[?？]["'”’»)\]]{0,2}$/u.test(text)) return asksAgainAndAgain(text) ? null : 'QUESTION';
  if (!CASED.test(text)) return text.length <= MAX_UNCASED_LENGTH ? 'UNCASED' : null;
  if (isUpperCase(text)) return 'UPPER_CASE';
  if (titleCaseRatio(words) >= 0.6) return 'TITLE_CASE';
  const fits = text.length <= MAX_SENTENCE_CASE_LENGTH && words.length <= MAX_SENTENCE_CASE_WORDS;
  return fits && CAPITAL_FIRST.test(text) ? 'SENTENCE_CASE' : null;
}

/** "Yes or no? And would you wear it? Or not?": a paragraph. */
function asksAgainAndAgain(text: string): boolean {
  return (text.match(/[?？!]["'”’»)]{0,2}\s/gu)?.length ?? 0) >= 2;
}

function isUpperCase(text: string): boolean {
  return !SMALL_LETTER.test(text) && (text.match(CAPITALS)?.length ?? 0) >= 4;
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
    const letters = word.replace(BEFORE_LETTERS, '');
    if (letters === '' || SMALL_WORDS.has(letters.toLowerCase().replace(AFTER_LETTERS, ''))) continue;
    all += 1;
    if (CAPITAL.test(letters)) capitals += 1;
  }
  // "In on": nothing but small words says nothing.
  return all === 0 ? 0 : capitals / all;
}
