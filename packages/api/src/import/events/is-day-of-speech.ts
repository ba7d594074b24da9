import type { FoundDate } from './find-dates.ts';
import { VERBS_OF_SAYING } from '../speech/speech-verbs.ts';
import { compilePattern } from '../text/compile-pattern.ts';

// One for all languages: a verb of one is hardly ever a word of another beside a date.
const VERB = `(?<!\\p{L})(?:${VERBS_OF_SAYING.join('|')})(?!\\p{L})`;
const LISTENERS =
  '(?:\\s+(?:to\\s+)?(?:the\\s+)?(?:reporters|journalists|press|parliament|council|vor\\s+journalisten|a\\s+los\\s+periodistas|aux\\s+journalistes|журналистам))?';
const BEFORE_DAY =
  '\\s+(?:(?:late|early)\\s+)?(?:on|am|el|le|этого|den)?\\s*(?:\\p{L}{4,12},?\\s+(?:the\\s+)?\\(?)?$';
// "said on", "told reporters on", "sagte am"
const RIGHT_AFTER_VERB = compilePattern(`${VERB}${LISTENERS}${BEFORE_DAY}`, 'iu');
// "…, said Mayor Holm on", "…“, sagte die Bürgermeisterin am": all between is who said it.
const AFTER_SPEAKER = compilePattern(
  `[,"“”»—–]\\s*(?:[\\p{L}.'’-]+\\s+){0,4}${VERB}(?:\\s+[\\p{L}.'’-]+){0,7}?${BEFORE_DAY}`,
  'iu',
);
// "On 3 May 2025 the mayor said"
const BEFORE_SPEAKER = compilePattern(`^\\s*,?\\s*(?:[\\p{L}.'’-]+\\s+){0,5}?${VERB}`, 'iu');
const AT_THE_BEGINNING = compilePattern(/^\s*(?:on|am|el|le|den)?\s*(?:\p{L}{4,12},?\s+(?:the\s+)?)?$/iu);

/** Whether a date tells when somebody spoke, and not when what he spoke of was or will be. */
export function isDayOfSpeech(text: string, { start, end }: Pick<FoundDate, 'start' | 'end'>): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  if (RIGHT_AFTER_VERB.test(before) || AFTER_SPEAKER.test(before)) return true;
  return AT_THE_BEGINNING.test(text.slice(0, start)) && BEFORE_SPEAKER.test(text.slice(end, end + 100));
}
