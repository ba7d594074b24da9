import { compilePattern } from './compile-pattern.ts';

const BETWEEN_WORDS = compilePattern(/[^\p{L}\p{N}]+/gu);

const LETTER_OR_DIGIT = compilePattern(/[\p{L}\p{N}]/u);

/** Letters and digits only, lower case: two headings that a reader would call the same are equal. */
export function comparableText(text: string): string {
  return text.toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
}

/** The same as a comparable text that is not empty. */
export function holdsWords(text: string): boolean {
  return LETTER_OR_DIGIT.test(text);
}
