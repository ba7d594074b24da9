import type { Dated } from '../../briefings/document.ts';
import { findDates } from '../events/find-dates.ts';
import { compilePattern } from '../text/compile-pattern.ts';

export interface Dateline {
  publishedOn: Dated;
  /** How much of the text it is, up to the first word of the sentence. */
  length: number;
}

const AFTER = /^(?:\s*\([^()]{1,60}\))?\.?(?:\s*\/\p{L}{2,20}\/)?\s*[—–-]{1,2}\s+(?=\S)/u;
// "Berlin, 5. März 2025. Der Rat …"
const FULL_STOP = compilePattern(/^\.\s+(?=\p{Lu})/u);
const TOWN = compilePattern(/^\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}'’-]{1,30})?,\s(?:den\s|le\s)?$/u);
const SMALL_WORD = /^(?:le|den|the|de|del|la|sur|am|an|der|of)$/u;
const MAX_WORDS = 6;

/** "PORT VALE, 12 June 2026 (Reuters) – The works …": place and day of writing are no part of the sentence. */
export function readDateline(text: string): Dateline | null {
  const [date] = findDates(text.slice(0, 120));
  const place = text.slice(0, date?.start ?? 0).replace(/[\s,–—-]+$/, '');
  const words = place.split(/\s+/);
  if (date === undefined || place === '' || words.length > MAX_WORDS) return null;
  const after = text.slice(date.end, date.end + 80);
  const end = AFTER.exec(after) ?? (TOWN.test(text.slice(0, date.start)) ? FULL_STOP.exec(after) : null);
  const [first = ''] = words;
  const isPlace = isCapitalized(first) && words.every((word) => isCapitalized(word) || SMALL_WORD.test(word));
  return end === null || !isPlace ? null : { publishedOn: date.dated, length: date.end + end[0].length };
}

function isCapitalized(word: string): boolean {
  return /^[(]?\p{Lu}/u.test(word);
}
