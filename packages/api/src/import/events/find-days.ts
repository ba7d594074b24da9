/** Days whose year the text leaves to whoever reads it: "on 12 May", "am 21. März", "le 12 mai", "18 февраля", "5月12日". */
import { compilePattern } from '../text/compile-pattern.ts';
import type { FoundTime } from './find-rough-dates.ts';
import { MONTH_NAMES, MONTH_NUMBERS } from './month-names.ts';

export interface DayOfMonth {
  month: number;
  day: number;
  /** 0 for Sunday; null: the text names none. */
  weekday: number | null;
}

export type FoundDay = FoundTime & { day: DayOfMonth };

const TO = '(?:\\s?[–—/-]\\s?|\\s+(?:to|and|bis|und|au|et|al|y|по|и)\\s+)';
const DAY = compilePattern(
  `(?<![\\p{L}\\p{N}.,$€£-])(?:(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er|º)?(?:${TO}\\d{1,2}\\.?)?\\s+(?<of>of\\s+|de\\s+)?(?<month>${MONTH_NAMES})\\.?|(?<first>${MONTH_NAMES})\\.?\\s+(?<number>\\d{1,2})(?:st|nd|rd|th)?(?:${TO}\\d{1,2})?)(?![\\p{L}\\p{N}’'-]|[.,:]\\d|\\s?%|,?\\s+(?:de\\s+|del\\s+)?\\d{4})`,
  'giu',
);
const CHINESE =
  /(?<![年\d月])(?<number>\d{1,2})月(?<day>\d{1,2})日(?:(?:至|到|[-–—])(?:\d{1,2}月)?\d{1,2}日)?/gu;
/** Without which a text has none. */
const SIGN = /\d{1,2}\S{0,3}\s+(?:(?:of|de)\s+)?[^\s\d]|[^\s\d]\s\d{1,2}(?!\d)/;

const WEEKDAYS = {
  en: '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  de: '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend',
  fr: '(?:lun|mar|mercre|jeu|vendre|same)di|dimanche',
  es: 'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
} as const;

interface Usage {
  /** What stands before a day on which something is; not "the Act of", "rue du", "Plaza". */
  cue: RegExp;
  /** Whether its months begin with a capital letter: "12 may be" is no day. */
  isCapital: boolean;
  /** "12 de mayo" */
  needsOf: boolean;
}

const USAGES: readonly Usage[] = [
  {
    cue: compilePattern(
      `(?<!\\p{L})(?:(?:on|for|from|between|starting|beginning)\\s+(?:(?:${WEEKDAYS.en}),?\\s+)?|(?:${WEEKDAYS.en}),?\\s+|(?:am|ab)\\s+(?:(?:${WEEKDAYS.de})\\p{Ll}{0,10},?\\s+(?:de[nm]\\s+)?)?)(?:the\\s+)?$`,
      'iu',
    ),
    isCapital: true,
    needsOf: false,
  },
  {
    cue: compilePattern(
      `(?<!\\p{L})(?:(?:le|ce)\\s+(?:(?:${WEEKDAYS.fr})\\s+)?|(?:${WEEKDAYS.fr})\\s+|(?:il|op)\\s+(?:\\p{L}{5,10}\\s+)?)$`,
      'iu',
    ),
    isCapital: false,
    needsOf: false,
  },
  {
    cue: compilePattern(
      `(?<!\\p{L})(?:(?:el|este)\\s+(?:(?:próximo|pasado|día)\\s+)?(?:(?:${WEEKDAYS.es}),?\\s+)?|(?:${WEEKDAYS.es}),?\\s+|(?:em|(?:n[oe]\\s+)?(?:próximo\\s+)?dia)\\s+)$`,
      'iu',
    ),
    isCapital: false,
    needsOf: true,
  },
];
// "от 5 мая", "улица 8 марта": which one it is, and not when.
const NAMES_SOMETHING = compilePattern(
  /(?<!\p{L})(?:от|улиц\p{L}{1,2}|ул\.|площад\p{L}{1,2}|имени|газет\p{L}|за|вулиц\p{L}{1,2}|від)\s+$/iu,
);

/** In the order they stand. Nothing of them is dated yet. */
export function findDays(text: string): FoundDay[] {
  const found = SIGN.test(text)
    ? [...text.matchAll(DAY)].filter((match) =>
        isDay(match, text.slice(Math.max(0, match.index - 40), match.index)),
      )
    : [];
  const chinese = text.includes('月') ? [...text.matchAll(CHINESE)] : [];
  return [...found, ...chinese].flatMap((match) => {
    const { month, first, day = '', number = '' } = match.groups ?? {};
    const name = month ?? first;
    const known = name === undefined ? Number(number) : (MONTH_NUMBERS.get(name.toLowerCase()) ?? 0);
    const weekday = weekdayBefore(text.slice(Math.max(0, match.index - 20), match.index));
    const read = { month: known, day: Number(day === '' ? number : day), weekday };
    const isReal = read.month >= 1 && read.month <= 12 && read.day >= 1 && read.day <= 31;
    // "on 12 May.": its full stop ends the sentence.
    const words = match.index + match[0].length === text.length ? match[0].replace(/\.$/, '') : match[0];
    const { index: start } = match;
    return isReal ? [{ day: read, dated: null, words, start, end: start + words.length }] : [];
  });
}

/** From Sunday on. */
const NAMES = [
  'sunday sonntag dimanche domingo воскресенье',
  'monday montag lundi lunes понедельник',
  'tuesday dienstag mardi martes вторник',
  'wednesday mittwoch mercredi miércoles среда среду',
  'thursday donnerstag jeudi jueves четверг',
  'friday freitag vendredi viernes пятница пятницу',
  'saturday samstag sonnabend samedi sábado суббота субботу',
].map((names) => names.split(' '));
const WORD_BEFORE = compilePattern(/(?<word>\p{L}{5,12}),?\s+(?:(?:the|de[nm])\s+)?$/u);

function weekdayBefore(before: string): number | null {
  const word = WORD_BEFORE.exec(before)?.groups?.['word']?.toLowerCase() ?? '';
  const place = NAMES.findIndex((names) => names.includes(word));
  return place === -1 ? null : place;
}

function isDay({ groups = {} }: RegExpExecArray, before: string): boolean {
  const name = groups['month'] ?? groups['first'] ?? '';
  const isCapital = /^\p{Lu}/u.test(name);
  if (/^\p{Script=Cyrillic}/u.test(name))
    return !isCapital && groups['first'] === undefined && !NAMES_SOMETHING.test(before);
  return USAGES.some(
    (usage) =>
      usage.isCapital === isCapital &&
      (isCapital || groups['first'] === undefined) &&
      (!usage.needsOf || groups['of'] !== undefined) &&
      usage.cue.test(before),
  );
}

const WORDS = compilePattern(
  `^(?:(?<day>\\d{1,2})[^\\d\\s]{0,2}(?:${TO}\\d{1,2}\\.?)?\\s+(?:of\\s+|de\\s+)?(?<month>${MONTH_NAMES})\\.?|(?<first>${MONTH_NAMES})\\.?\\s+(?<number>\\d{1,2})(?:st|nd|rd|th)?(?:${TO}\\d{1,2})?)$`,
  'iu',
);

/** "12–20 April", "3. Mai": the first day of what is nothing else. */
export function readDayOfMonth(words: string): DayOfMonth | null {
  const chinese = /^(?<number>\d{1,2})月(?<day>\d{1,2})日/u.exec(words)?.groups;
  if (chinese !== undefined)
    return { month: Number(chinese['number']), day: Number(chinese['day']), weekday: null };
  const { day, month, first, number } = (/\d/.test(words) ? WORDS.exec(words)?.groups : undefined) ?? {};
  const known = MONTH_NUMBERS.get((month ?? first ?? '').toLowerCase());
  return known === undefined ? null : { month: known, day: Number(day ?? number), weekday: null };
}
