import { compilePattern } from '../text/compile-pattern.ts';
import type { NamedPerson } from './extract-people.ts';
import { findPublishers } from '../reporting/known-publishers.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';

const NAME_WORD = "\\p{Lu}[\\p{L}'’-]{1,40}";
const FULL_NAME = compilePattern(`(?<![\\p{L}.])${NAME_WORD}(?:\\s+${NAME_WORD}){1,3}`, 'gu');
// "Sanz told me", "…," said Sanz
const SPEAKING = compilePattern(
  `(?<![\\p{L}.])(${NAME_WORD})\\s+(?:also\\s+|later\\s+|has\\s+)?(?:${SPEECH_VERBS})\\b|\\b(?:said|says|told)\\s+(${NAME_WORD})`,
  'gu',
);
/** Words of names that are no person's, and words that only begin a sentence. */
const NO_NAME =
  /^(?:the|this|that|these|those|in|on|at|as|but|and|if|when|while|after|before|it|they|we|you|he|she|both|with|for|from|to|of|by|for|united|states|kingdom|nations|european|union|white|house|security|council|ministry|department|foreign|prime|minister|president|secretary|deputy|state|general|national|international|federal|central|north|south|east|west|northern|southern|eastern|western|new|cold|war|bank|court|party|university|institute|agency|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|russia|ukraine|china|saudi|arabia|russian|american|us|eu|uk|nato|un)$/i;

/** Whether a sentence names a person nobody introduced: two names in a row, or a name that speaks. */
export function namesStranger(text: string, named: readonly NamedPerson[]): boolean {
  let isKnown = overlaps(named);
  for (const match of text.matchAll(FULL_NAME)) {
    const words = match[0].split(/\s+/).filter((word) => !NO_NAME.test(word));
    if (words.length < 2 || isKnown(match.index, match.index + match[0].length)) continue;
    if (findPublishers(match[0]).length === 0) return true;
  }
  isKnown = overlaps(named);
  for (const match of text.matchAll(SPEAKING)) {
    const name = match[1] ?? match[2] ?? '';
    if (NO_NAME.test(name) || isKnown(match.index, match.index + match[0].length)) continue;
    if (findPublishers(name).length === 0) return true;
  }
  return false;
}

/** Whether one of the persons stands within a range. Asked from left to right: a line may name a hundred thousand. */
function overlaps(named: readonly NamedPerson[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while ((named[next]?.end ?? Infinity) <= start) next += 1;
    return (named[next]?.start ?? Infinity) < end;
  };
}
