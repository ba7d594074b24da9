import { compilePattern } from './compile-pattern.ts';

const BETWEEN_WORDS = compilePattern(/[^\p{L}\p{N}]+/gu);

/** A tenth of the ranges, where a text has no letters beyond them. */
const BEYOND_ASCII = /[^\0-\x7f]/;
const BETWEEN_ASCII_WORDS = /[^a-z0-9]+/g;

const LETTER_OR_DIGIT = compilePattern(/[\p{L}\p{N}]/u);

/** Letters and digits only, lower case: two headings that a reader would call the same are equal. */
export function comparableText(text: string): string {
  const lower = text.toLowerCase();
  return lower.replace(BEYOND_ASCII.test(lower) ? BETWEEN_WORDS : BETWEEN_ASCII_WORDS, ' ').trim();
}

/** The same as a comparable text that is not empty. */
export function holdsWords(text: string): boolean {
  return LETTER_OR_DIGIT.test(text);
}
