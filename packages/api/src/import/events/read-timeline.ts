/** Dates with what happened beside them: points of a list, lines, rows of a table. */
import type { RootContent, Table } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { findTimes } from './find-rough-dates.ts';
import type { FoundTime } from './find-rough-dates.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { MONTH_NAMES } from './month-names.ts';
import { originOf, textOf } from '../text/tree-text.ts';

export interface TimelineEntry {
  time: Pick<FoundTime, 'dated' | 'words'>;
  text: string;
  origin: Origin;
}

export function readTimeline(node: RootContent): TimelineEntry[] {
  if (node.type === 'table') return readRows(node);
  const lines = node.type === 'list' ? node.children : node.type === 'paragraph' ? [node] : [];
  return lines.flatMap((line) => {
    const entry = readEntry(textOf(line));
    return entry === null ? [] : [{ ...entry, origin: originOf(line) }];
  });
}

const ENTRY = /^(?<when>.{3,60}?)(?:[:：]\s+|：|\s+[–—-]\s+)(?=\S)/u;

/** "18 February 2025: talks in Riyadh", "2014 – the first accord" */
function readEntry(text: string): Omit<TimelineEntry, 'origin'> | null {
  const match = ENTRY.exec(text.slice(0, 100));
  const time = readWholeTime(match?.groups?.['when'] ?? '');
  return match === null || time === null ? null : { time, text: text.slice(match[0].length) };
}

/** The first column tells when, row by row, and the second what. */
function readRows(table: Table): TimelineEntry[] {
  const [head, ...rows] = table.children;
  if (head?.children.length !== 2 || rows.length < 2) return [];
  const entries = rows.map((row) => {
    const [when, what] = row.children;
    const time = when === undefined ? null : readWholeTime(textOf(when));
    return time === null || what === undefined ? null : { time, text: textOf(what), origin: originOf(row) };
  });
  return entries.includes(null) ? [] : entries.filter((entry) => entry !== null);
}

// "3 May", "May 3", "3. Mai", "5月3日": of which year, nothing tells.
const DAY_OF_MONTH = new RegExp(
  `^(?:\\d{1,2}(?:\\.|st|nd|rd|th|er)?\\s+(?:de\\s+)?(?:${MONTH_NAMES})\\.?|(?:${MONTH_NAMES})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}月\\d{1,2}日)$`,
  'iu',
);
/** Without which it is none. */
const SIGN_OF_DAY = /^\d{1,2}\D|\s\d{1,2}(?:st|nd|rd|th)?$/i;
const MAX_WHEN = 60;
const WEEKDAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|\\p{L}{2,3}\\.?';
const BEFORE_DATE = compilePattern(
  `^(?:(?:on|in|am|im|le|en|el|во?)\\s+)?(?:(?:${WEEKDAY}),?\\s+)?(?:(?:the|den|dem)\\s+)?$`,
  'iu',
);
const AFTER_DATE = compilePattern(
  /^(?:,?\s*(?:at\s+|um\s+|à\s+)?\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr|h))?|\s*\(\p{L}{2,12}\))?$/iu,
);

/** A date, or another time, and nothing else. */
export function readWholeTime(label: string): TimelineEntry['time'] | null {
  const text = label.trim();
  if (text.length > MAX_WHEN || !/[\d年]/.test(text)) return null;
  if (/^[12]\d{3}$/.test(text)) return { dated: { value: text, precision: 'YEAR' }, words: null };
  const years = /^(?<from>[12]\d{3})\s?[–—-]\s?(?:[12]\d{3}|\d{2})$/.exec(text)?.groups?.['from'];
  if (years !== undefined) return { dated: { value: years, precision: 'YEAR' }, words: text };
  if (SIGN_OF_DAY.test(text) && DAY_OF_MONTH.test(text)) return { dated: null, words: text };
  const [found] = findTimes(text);
  const isWhole =
    found !== undefined &&
    BEFORE_DATE.test(text.slice(0, found.start)) &&
    AFTER_DATE.test(text.slice(found.end));
  return isWhole ? found : null;
}
