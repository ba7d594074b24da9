import { compilePattern } from './compile-pattern.ts';

const BETWEEN_WORDS = compilePattern(/[^\p{L}\p{N}]+/gu);

/** Letters and digits only, lower case: two headings that a reader would call the same are equal. */
export function comparableText(text: string): string {
  return text.toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
}
