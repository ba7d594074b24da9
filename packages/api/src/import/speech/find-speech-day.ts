/** When somebody said something, in the text's own words. */
import { compilePattern } from '../text/compile-pattern.ts';

const DAY =
  /\b(?:(?:on|late on|early on|late|early|last|this)\s+){0,2}(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:yesterday|today|earlier this week|last week|last month)\b/gi;
/** Nobody names more days in one sentence. */
const MAX_DAYS = 10;

// "told reporters on", "said in Berlin on", "told the BBC": nothing of what was said.
const TO_WHOM =
  '(?:\\s+(?:to\\s+)?(?:reporters|journalists|lawmakers|parliament|(?:state|local)\\s+(?:media|television|radio)|the\\s+press|(?:the\\s+)?\\p{Lu}[\\p{L}’-]{1,30}(?:\\s+\\p{Lu}[\\p{L}’-]{1,30}){0,4}))?';
const WHERE =
  "(?:\\s+(?:in|at|during|after)\\s+(?:\\p{L}[\\p{L}'’-]{0,30}\\s+){0,3}\\p{L}[\\p{L}'’-]{0,30})?";
const RIGHT_AFTER = compilePattern(`^\\p{L}+${TO_WHOM}${WHERE}\\s*,?\\s*$`, 'u');
// “…,” said union leader Dana Cole on
const AFTER_SPEAKER = compilePattern(
  /^\p{L}+\s+(?:\p{L}[\p{L}.'’-]{0,30}\s+){0,6}\p{Lu}[\p{L}.'’-]{0,40}(?:\s+told\s+reporters)?\s*$/u,
);
const ENDS_WORDS = /[,”"’'»—–]\s{0,2}$/u;
// "On Monday, Mayor Ann Lee said": between the day and the verb stands nothing but who speaks.
const OPENS_SENTENCE = /^(?:(?:but|and|then|late|early|earlier|also)\s+){0,2}$/i;
// "Speaking in Berlin on Monday, Lee said"
const OPENS_CIRCUMSTANCE =
  /^(?:speaking|addressing|talking|writing|(?:in|at|during)\s+(?:an?|his|her|their|the)\s+(?:\w+\s+){0,3}(?:interview|conference|briefing|speech|address|statement|meeting|post|letter|hearing))\b[^,“”"]{0,80}$/i;
const THEN_SPEAKER = /^[^,“”"]{0,60},[^,“”"]{0,80}$/u;
const SUBJECT = /^,?[^,:“”"]{0,80}$/u;
const BETWEEN_SUBJECT_AND_VERB = /^\s+(?:\w+ly\s+|also\s+)?$/i;

/** The day that stands with the verb or opens the sentence; a day of what was said is none. */
export function findSpeechDay(text: string, verbAt: number): string | null {
  for (const { 0: day, index } of [...text.matchAll(DAY)].slice(0, MAX_DAYS)) {
    const isOfSpeech =
      index < verbAt
        ? opens(text.slice(0, index), text.slice(index + day.length, verbAt))
        : follows(text.slice(verbAt, index), text.slice(Math.max(0, verbAt - 4), verbAt));
    if (isOfSpeech) return day;
  }
  return null;
}

function follows(between: string, before: string): boolean {
  if (between.length > 150) return false;
  return RIGHT_AFTER.test(between) || (ENDS_WORDS.test(before) && AFTER_SPEAKER.test(between));
}

function opens(before: string, between: string): boolean {
  if (BETWEEN_SUBJECT_AND_VERB.test(between)) return true;
  if (OPENS_SENTENCE.test(before)) return SUBJECT.test(between);
  return OPENS_CIRCUMSTANCE.test(before) && THEN_SPEAKER.test(between);
}
