import type { Dated } from '../../briefings/document.ts';
import { findDates } from '../events/find-dates.ts';

export interface Dateline {
  publishedOn: Dated;
  /** How much of the text it is, up to the first word of the sentence. */
  length: number;
}

const AFTER = /^(?:\s*\([^()]{1,60}\))?\.?\s*[—–-]\s+(?=\S)/u;
const MAX_WORDS = 6;

/** "PORT VALE, 12 June 2026 (Reuters) – The works …": place and day of writing are no part of the sentence. */
export function readDateline(text: string): Dateline | null {
  const [date] = findDates(text.slice(0, 120));
  const place = text.slice(0, date?.start ?? 0).replace(/[\s,–—-]+$/, '');
  const words = place.split(/\s+/);
  if (date === undefined || place === '' || words.length > MAX_WORDS) return null;
  const end = AFTER.exec(text.slice(date.end, date.end + 80));
  const isPlace = words.every((word) => /^[(]?\p{Lu}/u.test(word));
  return end === null || !isPlace ? null : { publishedOn: date.dated, length: date.end + end[0].length };
}
