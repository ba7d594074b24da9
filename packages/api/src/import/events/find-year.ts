import type { FoundTime } from './find-rough-dates.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const HAPPENS =
  '(?:began|begun|started|opened|ended|closed|collapsed|resumed|launched|founded|built|signed|held|took place|broke out|begin|begins|start|starts|open|opens|end|ends)\\s+in\\s+(?:the\\s+)?';
// A year alone is in every second sentence: only what begins, ends or is held then is an event.
const IN_A_YEAR = compilePattern(`(?<!\\p{L})${HAPPENS}(?<year>[12]\\d{3})(?![\\p{L}\\p{N}]|[.-]\\d)`, 'iu');

/** Right before a time: it tells when something happened. */
export const HAPPENS_IN = compilePattern(`(?<!\\p{L})${HAPPENS}$`, 'iu');

/** "Talks began in 2022": a date as precise as the text is, and no more. */
export function findYear(text: string): FoundTime | null {
  const match = IN_A_YEAR.exec(text);
  const year = match?.groups?.['year'];
  if (match === null || year === undefined) return null;
  const end = match.index + match[0].length;
  return { dated: { value: year, precision: 'YEAR' }, words: null, start: end - year.length, end };
}

const ANY_YEAR = /(?<![\d.,$€£#])(?:1[5-9]|20)\d{2}(?!\d|[.,]\d|\s?%)/g;

/** The last that a text names. */
export function lastYearOf(text: string): string | null {
  return text.match(ANY_YEAR)?.at(-1) ?? null;
}
