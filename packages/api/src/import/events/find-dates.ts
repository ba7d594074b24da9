/** Dates that a text writes out in full. A weekday alone is none: which one it was is not in the text. */
import { compilePattern } from '../text/compile-pattern.ts';
import type { Dated } from '../../briefings/document.ts';
import { toDated } from '../library/library-front-matter.ts';
import { MONTH_NAMES, MONTH_NUMBERS } from './month-names.ts';

export interface FoundDate {
  dated: Dated;
  /** What the text says beyond it: "12–14 June 2026" is more than its first day. */
  words: string | null;
  start: number;
  end: number;
}

const MONTH = `(?<month>${MONTH_NAMES})\\.?`;
const YEAR = '(?<year>[12]\\d{3})';
const BEFORE = '(?<![\\p{L}\\p{N}.-])';
const AFTER = '(?![\\p{L}\\p{N}]|[.-]\\d)';

const TO = '(?:\\s?[–—/-]\\s?|\\s+(?:to|bis|au|al|по)\\s+)';
// "12–14 June 2026", "30 May to 2 June 2026": something begins on the first of its days.
const FROM = `(?<from>\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\s+${MONTH.replace('month', 'fromMonth')})?${TO}`;
const FROM_MONTH = `${MONTH.replace('month', 'fromMonth')}${TO}`;

// 18 February 2025, 18th of February 2025, 18. Februar 2025, 18 de febrero de 2025, 13 березня 2025 року
const DAY_FIRST = `(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?\\s+(?:of\\s+|de\\s+)?${MONTH},?\\s+(?:de\\s+)?${YEAR}(?:\\s+(?:года|року))?`;
const MONTH_ALONE = `${MONTH}\\s+(?:de\\s+)?${YEAR}`;

interface Form {
  pattern: RegExp;
  /** Without which a text has no date of the form: the patterns take milliseconds to compile. */
  sign: RegExp;
}

function form(sign: RegExp, pattern: string): Form {
  return { sign, pattern: compilePattern(`${BEFORE}${pattern}`, 'giu') };
}

const FORMS: readonly Form[] = [
  form(
    /\d(?:st|nd|rd|th|\.)?(?:\s+[^\d\s]{3,15})?(?:\s?[–—/-]\s?|\s+(?:to|bis|au|al|по)\s+)\d{1,2}\D{3,60}\d{4}/i,
    `${FROM}${DAY_FIRST}${AFTER}`,
  ),
  form(/\d\D{3,60}\d{4}/, `${DAY_FIRST}${AFTER}`),
  // February 18, 2025
  form(
    /\d(?:st|nd|rd|th)?,?\s+\d{4}/i,
    `${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?<until>${TO}\\d{1,2})?,?\\s+${YEAR}${AFTER}`,
  ),
  // 2025-02-18
  form(/\d-\d/, `${YEAR}-(?<number>\\d{2})-(?<day>\\d{2})(?=T|${AFTER})`),
  // 18.02.2025 (never 02/18/2025: which number is the month depends on who wrote it)
  form(/\d\.\d/, `(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.${YEAR}${AFTER}`),
  // 2025年2月18日
  {
    sign: /年/,
    pattern:
      /(?<year>[12]\d{3})年(?<number>\d{1,2})月(?:(?<day>\d{1,2})日(?<until>(?:至|到|[-–—])(?:\d{1,2}月)?\d{1,2}日)?)?/gu,
  },
  // February to April 2025
  form(
    /[^\d\s](?:\s?[–—/-]\s?|\s+(?:to|bis|au|al|по)\s+)\D{3,20}\d{4}/i,
    `${FROM_MONTH}${MONTH_ALONE}${AFTER}`,
  ),
  // February 2025
  form(/\D\s\d{4}/, `${MONTH_ALONE}${AFTER}`),
];

/** In the order they stand; of two that overlap the more precise one. */
export function findDates(text: string): FoundDate[] {
  if (!/\d{4}/.test(text)) return [];
  const found: FoundDate[] = [];
  for (const { sign, pattern } of FORMS) {
    if (!sign.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const dated = readGroups(groups);
      if (dated === null) continue;
      const isRange = (groups['from'] ?? groups['fromMonth'] ?? groups['until']) !== undefined;
      const words = isRange ? match[0] : null;
      found.push({ dated, words, start: match.index, end: match.index + match[0].length });
    }
  }
  // The patterns for days come first, and sorting keeps that order among dates that begin at the same place.
  const sorted = found.sort((a, b) => a.start - b.start);
  return sorted.filter((date, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.end <= date.start;
  });
}

type Groups = Record<string, string | undefined>;

/** Of a range its beginning. */
function readGroups({ from, fromMonth, ...last }: Groups): Dated | null {
  const dated = readDay(last);
  if (from === undefined && fromMonth === undefined) return dated;
  const first = readDay({ ...last, day: from, month: fromMonth ?? last['month'] });
  if (first === null || dated === null || first.value < dated.value) return first ?? dated;
  // "30 December to 2 January 2026"
  const year = String(Number(last['year']) - 1);
  return fromMonth === undefined ? dated : readDay({ year, day: from, month: fromMonth });
}

function readDay({ year = '', month, number, day }: Groups): Dated | null {
  const monthNumber = month === undefined ? Number(number) : (MONTH_NUMBERS.get(month.toLowerCase()) ?? 0);
  const parts = [year, String(monthNumber).padStart(2, '0')];
  if (day !== undefined) parts.push(day.padStart(2, '0'));
  return toDated(parts.join('-'));
}
