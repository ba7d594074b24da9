/** The day a line of a masthead says, in the forms that only such lines use. */
import type { Dated } from '../../briefings/document.ts';
import { findDates } from '../events/find-dates.ts';
import type { FoundDate } from '../events/find-dates.ts';
import { compilePattern } from '../text/compile-pattern.ts';

const MARK =
  '(?:(?:first |last |originally )?(?:published|posted|updated|date|modified|released|aired)|veröffentlicht|aktualisiert|erstellt|stand|publiée?|mise? à jour|modifiée?|publicad[oa]|actualizad[oa]|atualizado|pubblicato|aggiornato|опубликовано|обновлено|дата(?: публикации)?|оновлено|发布时间|发布于|更新时间|时间)(?: on| at| am| le| el| em| il)?\\s*[:：]?\\s*';
const WEEKDAY = '(?:\\p{L}{2,12}\\.?,?\\s+)?';
const MARKED = compilePattern(`^${MARK}${WEEKDAY}$`, 'iu');
// Without which a line has no such mark: the pattern takes a millisecond to compile.
const MARK_SIGN = /^(?:fi|la|or|pu|po|up|da|mo|re|ai|ve|ak|er|st|mi|ac|at|ag|оп|об|да|он|发|更|时)/i;
// "Par Anne Morel, publié le 3 mai 2026"
const MARK_AFTER_NAME = compilePattern(`[,|·–—\\s]+${MARK}$`, 'iu');
// "Port Vale,", "Washington, Tuesday,"
const PLACE = compilePattern(
  /^(?:\p{Lu}[\p{L}.'’-]{1,20}\s?){1,3},\s+(?:\p{Lu}?\p{L}{2,12},\s+)?(?:den\s+|le\s+)?$/u,
);
const BEFORE_DATE = compilePattern(
  `^(?:${WEEKDAY}|(?:le|el|am|den|on)\\s+|\\d{1,2}[:.]\\d{2}(?: uhr)?,?\\s+)$`,
  'iu',
);
// After the date a time of day may stand, and no sentence.
const MAX_AFTER_DATE = 30;
const ZONE = /\b(?:CEST|AEST|AEDT|[AP]\.M\.)/gu;

export interface MastheadDate {
  /** Null: the line says it in a way of which nobody knows the day, as "yesterday". */
  publishedOn: Dated | null;
  /** What stands after it. */
  rest: string;
}

/** "Last updated: Fri 24 Jan 2025 18:20 GMT", "Le 05/03/2025 à 08:00", "Published yesterday"; null for any other text. */
export function readMastheadDate(text: string): MastheadDate | null {
  const part = spellSlashDate(text);
  const [date] = findDates(part);
  if (date === undefined) return isVagueDate(part) ? { publishedOn: null, rest: '' } : null;
  const before = part.slice(0, date.start);
  const rest = part.slice(date.end);
  const isMarked = isMark(before);
  if (!isMarked && !PLACE.test(before) && !BEFORE_DATE.test(before)) return null;
  return { publishedOn: date.dated, rest: isTimeOfDay(rest, isMarked) ? '' : rest };
}

/** Nothing but a time of day, and of a marked date the day of the next version. */
function isTimeOfDay(rest: string, isMarked: boolean): boolean {
  if (rest.length > MAX_AFTER_DATE) return false;
  return (isMarked && !/\bby\b/.test(rest)) || !/\p{L}{4}/u.test(rest.replace(ZONE, ''));
}

function isMark(text: string): boolean {
  return MARK_SIGN.test(text) && MARKED.test(text);
}

/** "By Ann Lee, updated ": the name. */
export function withoutDateMark(text: string): string {
  return text.replace(MARK_AFTER_NAME, '');
}

export function firstDate(text: string): FoundDate | null {
  return findDates(text)[0] ?? null;
}

const AGO =
  '(?:\\d{1,2} (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?) ago|vor \\d{1,2} (?:minuten?|stunden?|tag(?:en)?)|il y a \\d{1,2} (?:minutes?|heures?|jours?)|hace \\d{1,2} (?:minutos?|horas?|días?)|\\d{1,2} (?:минут|час|дн|день)\\p{Ll}{0,3} назад|\\d{1,2} ?(?:分钟|小时|天)前)';
const VAGUE = compilePattern(
  `^(?:(?:${MARK})?${AGO}|${MARK}(?:yesterday|today|hier|aujourd[’']hui|gestern|heute|ayer|hoy|вчера|сегодня|\\d{1,2}/\\d{1,2}/\\d{4})(?!\\p{L}).{0,40}|posted by u/\\S{1,40} ${AGO})$`,
  'iu',
);
const VAGUE_SIGN = /ago|vor|il y a|hace|назад|前|day|hier|hui|gestern|heute|ayer|hoy|вчера|сегодня|\//i;

function isVagueDate(text: string): boolean {
  return text.length <= 80 && VAGUE_SIGN.test(text) && VAGUE.test(text);
}

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/([12]\d{3})(?![\d/])/;
/** Where a date is written like that, the day comes first. */
const DAY_FIRST_BEFORE =
  /(?:^|\s)(?:le|el|il|em|del|publiée?|mise? à jour|modifiée?|publicad[oa]|actualizad[oa]|atualizado|pubblicato|aggiornato)\s*:?\s*$/iu;
const DAY_FIRST_AFTER = /^,?\s*(?:-\s*)?(?:à|a las|a la|às|alle|\d{1,2}[:.h]\d{2}\s?h\b)/iu;

/** "27/10/2024" as 2024-10-27, where its numbers or the words beside it tell which of them is the day. */
function spellSlashDate(text: string): string {
  const match = SLASHED.exec(text);
  if (match === null) return text;
  const [written, first = '', second = '', year = ''] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + written.length);
  const isDayFirst = Number(first) > 12 || DAY_FIRST_BEFORE.test(before) || DAY_FIRST_AFTER.test(after);
  if (!isDayFirst && Number(second) <= 12) return text;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return `${before}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${after}`;
}
