import type { FoundDate } from './find-dates.ts';
import { compilePattern } from './compile-pattern.ts';

// A year alone is in every second sentence: only what begins, ends or is held then is an event.
const IN_A_YEAR = compilePattern(
  /(?<!\p{L})(?:began|begun|started|opened|ended|closed|collapsed|resumed|launched|founded|signed|held|took place|broke out|begin|begins|start|starts|open|opens|end|ends)\s+(?:in\s+)(?:the\s+)?(?:(?:early|mid|late|spring|summer|autumn|fall|winter)(?:[\s-]+(?:of\s+)?))?(?<year>[12]\d{3})(?![\p{L}\p{N}]|[.-]\d)/iu,
);

/** "Talks began in early 2022": a date as precise as the text is, and no more. */
export function findYear(text: string): FoundDate | null {
  const match = IN_A_YEAR.exec(text);
  const year = match?.groups?.['year'];
  if (match === null || year === undefined) return null;
  const end = match.index + match[0].length;
  return { dated: { value: year, precision: 'YEAR' }, start: end - year.length, end };
}
