import { findPublishers } from './known-publishers.ts';

// Up to five words may stand between: "the Russian state news agency".
const BEFORE =
  /(?:according to|reported by|carried by|published (?:by|in)|quoted (?:by|in)|cited by|citing|told|reports? (?:by|from|in|of)|interview with|speaking to|statement to)\s+(?:[\p{L}'’-]+\s+){0,6}$/iu;
const AFTER =
  /^\s+(?:(?:has|have|had|also|first|later|earlier|previously)\s+){0,2}(?:reported|reports|said|says|wrote|writes|revealed|quoted|cited|noted)\b/iu;

/** The news organisations that, by the words around their names, carried what a sentence says. */
export function findReporters(text: string): string[] {
  const names = findPublishers(text)
    .filter(
      ({ start, end }) =>
        BEFORE.test(text.slice(Math.max(0, start - 80), start)) || AFTER.test(text.slice(end, end + 60)),
    )
    .map(({ name }) => name);
  return [...new Set(names)];
}
