/** Lines below a title that say who wrote the article and when. */
import type { Dated } from '../briefings/document.ts';
import { readMarkedByline } from './extract-byline.ts';
import { findDates } from './find-dates.ts';
import { isMenuWord, isPageChrome } from './page-chrome.ts';
import { compilePattern } from './compile-pattern.ts';

export interface MastheadLine {
  byline: string | null;
  publishedOn: Dated | null;
}

const MAX_LINE = 200;

/** "By Emily Carter | 18 February 2025": every part of the line is a byline or a date, or a button; null for any other line. */
export function readMastheadLine(line: string): MastheadLine | null {
  if (line.length > MAX_LINE) return null;
  const fields = line.split(/\s+[|·•–—]\s+/);
  const telling = fields.filter((field) => !isPageChrome(field) && !isMenuWord(field));
  const rest = telling.length === fields.length ? line : telling.join(' | ');
  const whole = readDatedByline(rest) ?? readPart(rest);
  if (whole !== null) return whole;
  const parts = telling.map(readPart);
  if (parts.length < 2 || parts.includes(null)) return null;
  return {
    byline: parts.map((part) => part?.byline ?? null).find((byline) => byline !== null) ?? null,
    publishedOn: parts.map((part) => part?.publishedOn ?? null).find((date) => date !== null) ?? null,
  };
}

/** "Von Anna Weber, 3. März 2026" */
function readDatedByline(line: string): MastheadLine | null {
  const [date] = findDates(line);
  if (date === undefined) return null;
  const before = line.slice(0, date.start).replace(DATE_WORD, '');
  const byline = readMarkedByline(before.replace(/[,\s]+$/, ''));
  const rest = readPart(line.slice(date.start));
  return byline === null || rest === null ? null : { byline, publishedOn: rest.publishedOn };
}

const DATE_MARK =
  /^(?:first |last )?(?:published|posted|updated|date|modified|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|опубликовано|обновлено|дата|发布时间)(?: on| at| am| le| el)?\s*[:：]?\s*$/iu;
// "Par Anne Morel, publié le 3 mai 2026"
const DATE_WORD =
  /[,|·–—\s]+(?:published|posted|updated|veröffentlicht|aktualisiert|publiée?|mis à jour|publicado|actualizado|опубликовано|обновлено)(?: on| am| le| el)?\s*[:：]?\s*$/iu;
// "Port Vale,", "Washington, Tuesday,"
const PLACE = compilePattern(
  /^(?:\p{Lu}[\p{L}.'’-]{1,20}\s?){1,3},\s+(?:\p{Lu}?\p{L}{2,12},\s+)?(?:den\s+|le\s+)?$/u,
);
const WEEKDAY = compilePattern(/^(?:\p{L}{2,12}\.?,?\s+)?$/u);
// After the date a time of day may stand, and no sentence.
const MAX_AFTER_DATE = 30;

function readPart(part: string): MastheadLine | null {
  const byline = readMarkedByline(part);
  if (byline !== null) return { byline, publishedOn: null };
  const [date] = findDates(part);
  if (date === undefined || part.length - date.end > MAX_AFTER_DATE) return null;
  const before = part.slice(0, date.start);
  const isDateLine =
    DATE_MARK.test(before) ||
    ((PLACE.test(before) || WEEKDAY.test(before)) && !/\p{L}{4}/u.test(part.slice(date.end)));
  return isDateLine ? { byline: null, publishedOn: date.dated } : null;
}

/** "Posting-Frequency: monthly": texts that went round by mail and news still begin like that. */
export function isMailField(line: string): boolean {
  return /^[A-Z][a-z]+-[A-Za-z-]{2,20}:\s\S/.test(line.slice(0, 60));
}
