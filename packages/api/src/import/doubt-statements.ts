/** Sentences that say of a statement that nobody could check it, and which statement they mean. */
import { compilePattern } from './compile-pattern.ts';
import type { Attribution } from './extract-claims.ts';
import { DOUBTED, NUMBER_WORDS, UNVERIFIED } from './languages-of-speech.ts';

const UNVERIFIED_TEXT = compilePattern(Object.values(UNVERIFIED).flat().join('|'), 'iu');
const DOUBTS_ITSELF = compilePattern(`(?<!\\p{L})(?:${DOUBTED.join('|')})(?!\\p{L})`, 'iu');
const NUMBER = compilePattern(`(?<!\\p{L})(?:${NUMBER_WORDS.join('|')})(?!\\p{L})`, 'iu');
/** After the name of who made them. */
export const ALL_STATEMENTS =
  /^(?:['’]s?)?\s+(?:\w+\s+)?(?:statements|claims|remarks|comments|words|assertions|allegations|accounts)\b/i;

export function isDoubt(text: string): boolean {
  return UNVERIFIED_TEXT.test(text);
}

/** "The mayor will allegedly resign": what a sentence tells is in doubt by its own words. */
export function doubtsItself(text: string): boolean {
  return DOUBTS_ITSELF.test(text);
}

/** What the sentence right before attributes; "these figures" are of the last one of that paragraph that has any. */
export function doubtedBy(
  text: string,
  { claims, last }: { claims: readonly Attribution[]; last: readonly Attribution[] },
): readonly Attribution[] {
  const [first] = last;
  if (first === undefined || !NUMBER.test(text) || last.some(hasNumber)) return last;
  const numbered = claims
    .slice(-MAX_BEFORE)
    .findLast((claim) => claim.node === first.node && hasNumber(claim));
  return numbered === undefined ? last : [numbered];
}

const MAX_BEFORE = 10;

function hasNumber({ text }: Attribution): boolean {
  return /\d/.test(text);
}
