/** Lines below a title that say who wrote the article and when. */
import type { Dated } from '../../briefings/document.ts';
import { readBareByline, readMarkedByline } from './extract-byline.ts';
import { isPublisherName, readMarkedPublisher } from './extract-publisher.ts';
import { canonicalPublisher } from '../reporting/known-publishers.ts';
import { findDates } from '../events/find-dates.ts';
import { isMenuWord, isPageChrome } from './page-chrome.ts';
import { compilePattern } from '../text/compile-pattern.ts';

export interface MastheadLine {
  byline: string | null;
  publisher: string | null;
  publishedOn: Dated | null;
}

const MAX_LINE = 200;
const LONE_MARK = /^(?:by|von|par|por|автор)\s?[:：]?$/i;

/** "By", and the name on the line below. */
export function isLoneMark(line: string): boolean {
  return LONE_MARK.test(line);
}

/** "By Emily Carter | 18 February 2025": every part of the line is a byline or a date, or a button; null for any other line. */
export function readMastheadLine(line: string): MastheadLine | null {
  if (line.length > MAX_LINE) return null;
  if (isLoneMark(line)) return NOTHING;
  const fields = line.split(/\s+[|·•–—]\s+/);
  const telling = fields.filter((field) => !isPageChrome(field) && !isMenuWord(field));
  const rest = telling.length === fields.length ? line : telling.join(' | ');
  return readFields(telling) ?? readDatedByline(rest) ?? readPart(rest);
}

function readFields(fields: readonly string[]): MastheadLine | null {
  const parts = fields.map(readPart);
  // "Reuters – 5 March 2025": beside a date or an author a name is the publisher's.
  if (parts.length < 2 || parts.every((part) => part === null)) return null;
  const hasJob = fields.some((field) => JOB.test(field));
  const all = parts.map((part, index) => part ?? readBeside(fields[index] ?? '', hasJob));
  if (all.includes(null)) return null;
  return {
    byline: firstOf(all.map((part) => part?.byline)),
    publisher: firstOf(all.map((part) => part?.publisher)),
    publishedOn: firstOf(all.map((part) => part?.publishedOn)),
  };
}

/** "Anna Bell | Staff Writer | 5 March 2025": beside a job a name is that of whoever has it. */
function readBeside(field: string, hasJob: boolean): MastheadLine | null {
  if (JOB.test(field)) return NOTHING;
  const byline = hasJob ? readBareByline(field) : null;
  return byline === null ? readPublisherName(field) : { ...NOTHING, byline };
}

function firstOf<Value>(values: readonly (Value | null | undefined)[]): Value | null {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}

function readPublisherName(text: string): MastheadLine | null {
  return isPublisherName(text) ? { ...NOTHING, publisher: canonicalPublisher(text) } : null;
}

const NOTHING: MastheadLine = { byline: null, publisher: null, publishedOn: null };

// "Anna Bell, Staff Writer"
const JOB =
  /^(?:(?:staff|senior|chief|political|foreign|deputy|contributing|national|economics?|science|business) ){0,3}(?:writer|reporter|correspondent|editor|columnist|journalist)$/i;

/** Beside a line of a masthead: a name with a job, or the name of a publisher; null for any other line. */
export function readMastheadName(line: string): MastheadLine | null {
  if (line.length > 80) return null;
  const [name = '', job = '', ...more] = line.split(/,\s+/);
  if (more.length === 0 && job !== '' && JOB.test(job)) {
    const byline = readBareByline(name);
    if (byline !== null) return { ...NOTHING, byline };
  }
  return readPublisherName(line);
}

/** "Von Anna Weber, 3. März 2026" */
function readDatedByline(line: string): MastheadLine | null {
  const [date] = findDates(line);
  if (date === undefined) return null;
  const before = line.slice(0, date.start).replace(DATE_WORD, '');
  const who = readNamed(before.replace(/[,\s]+(?:(?:on|am|le|el)\s+)?$/, ''));
  const rest = readPart(line.slice(date.start));
  return who === null || rest === null ? null : { ...who, publishedOn: rest.publishedOn };
}

/** "By Anna Bell, The Northern Post", "Source: Reuters", "Published by The Northern Post" */
function readNamed(text: string): MastheadLine | null {
  const publisher = readMarkedPublisher(text);
  if (publisher !== null) return { ...NOTHING, publisher };
  const byline = readMarkedByline(text);
  if (byline === null) return null;
  const after = text.slice(text.indexOf(byline) + byline.length).replace(/^,\s+/, '');
  return { ...NOTHING, byline, publisher: readPublisherName(after)?.publisher ?? null };
}

const DATE_MARK =
  /^(?:first |last )?(?:published|posted|updated|date|modified|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|опубликовано|обновлено|дата|发布时间)(?: on| at| am| le| el)?\s*[:：]?\s*$/i;
// "Par Anne Morel, publié le 3 mai 2026"
const DATE_WORD =
  /[,|·–—\s]+(?:published|posted|updated|veröffentlicht|aktualisiert|publiée?|mis à jour|publicado|actualizado|опубликовано|обновлено)(?: on| am| le| el)?\s*[:：]?\s*$/i;
// "Port Vale,", "Washington, Tuesday,"
const PLACE = compilePattern(
  /^(?:\p{Lu}[\p{L}.'’-]{1,20}\s?){1,3},\s+(?:\p{Lu}?\p{L}{2,12},\s+)?(?:den\s+|le\s+)?$/u,
);
const WEEKDAY = compilePattern(/^(?:\p{L}{2,12}\.?,?\s+)?$/u);
// After the date a time of day may stand, and no sentence.
const MAX_AFTER_DATE = 30;

function readPart(part: string): MastheadLine | null {
  const who = readNamed(part);
  if (who !== null) return who;
  const [date] = findDates(part);
  if (date === undefined || part.length - date.end > MAX_AFTER_DATE) return null;
  const before = part.slice(0, date.start);
  const isDateLine =
    DATE_MARK.test(before) ||
    ((PLACE.test(before) || WEEKDAY.test(before)) && !/\p{L}{4}/u.test(part.slice(date.end)));
  return isDateLine ? { ...NOTHING, publishedOn: date.dated } : null;
}

/** "Posting-Frequency: monthly": texts that went round by mail and news still begin like that. */
export function isMailField(line: string): boolean {
  return /^[A-Z][a-z]+-[A-Za-z-]{2,20}:\s\S/.test(line.slice(0, 60));
}
