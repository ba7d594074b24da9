/** Lines below a title that say who wrote the article and when. */
import type { Dated } from '../../briefings/document.ts';
import { readBareByline, readBareBylines, readMarkedByline } from './extract-byline.ts';
import { isPublisherName, readMarkedPublisher } from './extract-publisher.ts';
import { canonicalPublisher } from '../reporting/known-publishers.ts';
import { firstDate, readMastheadDate, withoutDateMark } from './masthead-dates.ts';
import { isMenuWord, isPageChrome } from './page-chrome.ts';
import { compilePattern } from '../text/compile-pattern.ts';

export interface MastheadLine {
  byline: string | null;
  publisher: string | null;
  publishedOn: Dated | null;
}

const MAX_LINE = 200;
const LONE_MARK = /^(?:by|von|par|por|автор)\s?[:：]?$/i;
// "Photographs by Lee Wong": no author of the text.
const PICTURES =
  /^(?:photographs?|photography|photos?|illustrations?|graphics?|video|fotos?|фото)\s*(?:by|von|par|de|:)\s*\S/i;
const TIME = /^\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:h|uhr|[ap]\.?m\.?)?\.?(?:\s\(?[A-Z]{2,5}\)?)?$/i;
const READING_TIME = /\s+\d{1,2}\s?min(?:ute)?s?(?: read)?\.?$/i;
const SEPARATOR = /\s+(?:[|·•–—/]|-)\s+|\u3000+/;
// "Redaktion", "Redacción": that somebody wrote it says nothing.
const NOBODY =
  /^(?:(?:la )?(?:redaktion|rédaction|redacción|redazione|redação|редакция|editorial staff|staff(?: writers?| reports?)?|news desk|newsroom)|本报讯)$/i;

/** "By", and the name on the line below. */
export function isLoneMark(line: string): boolean {
  return LONE_MARK.test(line);
}

/** "By Emily Carter | 18 February 2025": every part of the line is a byline or a date, or a button; null for any other line. */
export function readMastheadLine(line: string): MastheadLine | null {
  if (line.length > MAX_LINE) return null;
  if (isLoneMark(line) || NOBODY.test(line)) return NOTHING;
  const fields = line.split(SEPARATOR);
  const telling = fields.filter((field) => !isPageChrome(field) && !isMenuWord(field));
  if (telling.length === 0) return null;
  const isRead = telling.length < fields.length || READING_TIME.test(line);
  const rest = (telling.length === fields.length ? line : telling.join(' | ')).replace(READING_TIME, '');
  return readFields(telling, isRead) ?? readDatedByline(rest) ?? readPart(rest);
}

function readFields(fields: readonly string[], isRead: boolean): MastheadLine | null {
  const parts = fields.map(readPart);
  // "Reuters – 5 March 2025": beside a date or an author a name is the publisher's.
  if (fields.length < 2 && !isRead) return null;
  if (parts.every((part) => part === null)) return null;
  const beside: Beside = {
    hasJob: fields.some((field) => JOB.test(field)),
    hasDate: parts.some((part) => (part?.publishedOn ?? null) !== null),
    hasAuthor: parts.some((part) => (part?.byline ?? null) !== null),
  };
  const all = parts.map((part, index) => part ?? readBeside(fields[index] ?? '', beside));
  if (all.includes(null)) return null;
  return {
    byline: firstOf(all.map((part) => part?.byline)),
    publisher: firstOf(all.map((part) => part?.publisher)),
    publishedOn: firstOf(all.map((part) => part?.publishedOn)),
  };
}

interface Beside {
  hasJob: boolean;
  hasDate: boolean;
  hasAuthor: boolean;
}

const LONE_PLACE = compilePattern(/^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,2}$/u);

/** "Anna Bell | Staff Writer | 5 March 2025", "Madrid - 5 March 2025 - 12:15": what a part means, only its neighbours tell. */
function readBeside(field: string, { hasJob, hasDate, hasAuthor }: Beside): MastheadLine | null {
  if (JOB.test(field) || PICTURES.test(field) || TIME.test(field)) return NOTHING;
  const publisher = readPublisherName(field);
  if (publisher !== null) return publisher;
  const byline = (hasJob || hasDate) && !hasAuthor ? readBareBylines(field) : null;
  if (byline !== null) return { ...NOTHING, byline };
  return hasDate && LONE_PLACE.test(field) ? NOTHING : null;
}

function firstOf<Value>(values: readonly (Value | null | undefined)[]): Value | null {
  return values.find((value) => value !== null && value !== undefined) ?? null;
}

function readPublisherName(text: string): MastheadLine | null {
  return isPublisherName(text) ? { ...NOTHING, publisher: canonicalPublisher(text) } : null;
}

const NOTHING: MastheadLine = { byline: null, publisher: null, publishedOn: null };

// "Anna Bell, Staff Writer", "BBC中文记者"
const JOB =
  /^(?:(?:staff|senior|chief|political|foreign|deputy|contributing|national|economics?|science|business|technology|city|health|transport) ){0,3}(?:writer|reporter|correspondent|editor|columnist|journalist)$|^.{0,8}(?:记者|特约撰稿人|评论员)$/iu;

/** Beside a line of a masthead: a name with a job, or the name of a publisher; null for any other line. */
export function readMastheadName(line: string): MastheadLine | null {
  if (line.length > 80) return null;
  const [name = '', job = '', ...more] = line.split(/,\s+/);
  const byline = more.length === 0 && job !== '' ? readBareByline(name) : null;
  if (byline !== null) {
    if (JOB.test(job)) return { ...NOTHING, byline };
    const publisher = readPublisherName(job);
    if (publisher !== null) return { ...publisher, byline };
  }
  return JOB.test(line) ? NOTHING : readPublisherName(line);
}

/** "Von Anna Weber, 3. März 2026" */
function readDatedByline(line: string): MastheadLine | null {
  const date = firstDate(line);
  if (date === null) return null;
  const before = withoutDateMark(line.slice(0, date.start));
  const named = before.replace(/[,\s]+(?:(?:on|am|le|el)\s+)?$/, '');
  const who = readNamed(named) ?? readAffiliated(named);
  const rest = readPart(line.slice(date.start));
  return who === null || rest === null ? null : { ...who, publishedOn: rest.publishedOn };
}

/** "Analysis by Farid Nouri, Gulf Policy Centre": before a date, whoever it is of. */
function readAffiliated(text: string): MastheadLine | null {
  const comma = text.indexOf(',');
  return comma === -1 ? null : readNamed(text.slice(0, comma));
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

function readPart(part: string): MastheadLine | null {
  const who = readNamed(part);
  if (who !== null) return who;
  const date = readMastheadDate(part);
  if (date === null) return null;
  const { publishedOn, rest } = date;
  if (rest === '') return { ...NOTHING, publishedOn };
  // "Posted on March 5, 2025 by Jane Doe"
  const author = readNamed(rest.replace(/^[,\s]+/, ''));
  return author === null ? null : { ...author, publishedOn };
}

/** "Posting-Frequency: monthly": texts that went round by mail and news still begin like that. */
export function isMailField(line: string): boolean {
  return /^[A-Z][a-z]+-[A-Za-z-]{2,20}:\s\S/.test(line.slice(0, 60));
}
