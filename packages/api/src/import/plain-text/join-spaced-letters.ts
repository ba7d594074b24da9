import { compilePattern } from '../text/compile-pattern.ts';

// "C O U N C I L   V O T E S": at least four letters, each alone.
const SPACED = compilePattern(/^(?:[\p{L}\p{N}&'’.,:!?–-] +){3,}[\p{L}\p{N}&'’.,:!?–-]$/u);
const MAX_LINE = 200;

/** Letters that somebody set apart to make a line stand out are words again: wider gaps stand between the words. */
export function joinSpacedLetters(text: string): string {
  if (text.length > MAX_LINE || text[1] !== ' ' || !SPACED.test(text)) return text;
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
}
