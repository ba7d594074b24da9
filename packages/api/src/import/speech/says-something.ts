import { compilePattern } from '../text/compile-pattern.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';
import { cleanText } from '../text/tree-text.ts';

const MIN_CLAIM_WORDS = 6;
// "市长表示，大桥是安全的。"
const MIN_CHINESE = 9;

// Who, when and that it was reported, but not what.
const REPORT_ONLY = compilePattern(
  `(?<!\\p{L})(?:${SPEECH_VERBS}|reported|reports|quoted|cited|on|in|the|late|early|last|news|agency|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|this|that|it|so|also|first)(?!\\p{L})`,
  'giu',
);

const CAPITAL = compilePattern(/^\p{Lu}/u);
const SMALL_LETTER = compilePattern(/^\p{Ll}/u);
const WORD = compilePattern(/\p{L}{4}|\p{Script=Han}/u);
const CHINESE = compilePattern(/\p{Script=Han}/gu);

/** Nobody says more in one sentence. */
const MAX_STATEMENT = 5_000;

/** “he told me.”, left over from a quotation, and “She said:”, which only leads to one, state nothing. */
export function saysSomething(text: string, reportedBy: readonly string[]): boolean {
  const words = cleanText(text);
  if (words.length > MAX_STATEMENT) return false;
  if (reportedBy.length > 0 && CAPITAL.test(words) && !/[:：]$/.test(words)) {
    const told = reportedBy.reduce((rest, name) => rest.replaceAll(name, ' '), words);
    return WORD.test(told.replaceAll(REPORT_ONLY, ' '));
  }
  // Between Chinese words stands nothing.
  if ((words.match(CHINESE)?.length ?? 0) >= MIN_CHINESE) return !/[:：]$/.test(words);
  const isFragment = SMALL_LETTER.test(words) && words.split(' ').length < MIN_CLAIM_WORDS * 2;
  return !isFragment && !/[:：]$/.test(words) && words.split(' ').length >= MIN_CLAIM_WORDS;
}
