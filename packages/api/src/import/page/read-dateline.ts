import type { Dated } from '../../briefings/document.ts';
import { findDates } from '../events/find-dates.ts';
import { compilePattern } from '../text/compile-pattern.ts';

export interface Dateline {
  publishedOn: Dated;
  /** How much of the text it is, up to the first word of the sentence. */
  length: number;
}

// "(Reuters) –", "/PRNewswire/ --", "–"
const AFTER = /^(?:\s*\([^()]{1,60}\)|\s*\/[^/]{2,30}\/)?\.?\s*(?:--|[—–-])\s+(?=\S)/u;
// "Berlin, 5. März 2025. Der Rat …": after a place and its comma a full stop is enough.
const FULL_STOP = /^\.\s+(?=["“„«(]?\p{Lu})/u;
const BEFORE_DATE = /(?:,\s+(?:le|den|el|on|the))?[\s,–—-]+$/u;
const NO_PLACE =
  /^(?:on|in|at|by|since|until|from|am|im|seit|bis|le|en|depuis|el|desde|la|в|с|до|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/iu;
const SMALL_WORD = /^(?:le|den|the|de|del|la|sur|am|an|der|of)$/u;
const MAX_WORDS = 6;

/** "PORT VALE, 12 June 2026 (Reuters) – The works …": place and day of writing are no part of the sentence. */
export function readDateline(text: string): Dateline | null {
  const [date] = findDates(text.slice(0, 120));
  if (date === undefined) return null;
  const before = text.slice(0, date.start);
  const place = before.replace(BEFORE_DATE, '');
  const words = place.split(/\s+/);
  if (place === '' || words.length > MAX_WORDS) return null;
  const rest = text.slice(date.end, date.end + 80);
  const isNamed = /,\s+(?:\p{Ll}{2,3}\s+)?$/u.test(before) && !NO_PLACE.test(words[0] ?? '');
  const end = AFTER.exec(rest) ?? (isNamed ? FULL_STOP.exec(rest) : null);
  const [first = ''] = words;
  const isPlace = isCapitalized(first) && words.every((word) => isCapitalized(word) || SMALL_WORD.test(word));
  return end === null || !isPlace ? null : { publishedOn: date.dated, length: date.end + end[0].length };
}

function isCapitalized(word: string): boolean {
  return /^[(]?\p{Lu}/u.test(word);
}

// "WASHINGTON (Reuters) -", "LONDON, Oct 14 (AFP) –": the beginning of the news.
const AGENCY_LINE = compilePattern(/^\p{Lu}[^().!?]{1,50}\([\p{L}\s.-]{2,30}\)\s*(?:--|[—–-])(?:\s|$)/u);

export function beginsWithDateline(text: string): boolean {
  const start = text.slice(0, 120);
  return AGENCY_LINE.test(start) || readDateline(start) !== null;
}
