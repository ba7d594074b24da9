/** The front matter of somebody else's Markdown: known keys are used, wrong values refused, unknown keys noted. */
import type { Dated } from '../../briefings/document.ts';
import { describeMistakes } from './describe-mistakes.ts';
import type { Mistake } from './describe-mistakes.ts';
import { findLinks, webAddress } from '../sections/extract-sources.ts';
import { findDates } from '../events/find-dates.ts';
import { toDated } from '../library/library-front-matter.ts';
import type { FrontMatter } from './read-front-matter.ts';
import { cleanText } from '../text/tree-text.ts';

export interface ArticleFrontMatter {
  title: string | null;
  byline: string | null;
  publishedOn: Dated | null;
  language: string | null;
  summary: string | null;
  url: string | null;
  publisher: string | null;
  topics: string[];
  /** What was not used, and why: for whoever imports the article. */
  notes: string[];
}

export function readArticleFrontMatter(frontMatter: FrontMatter | null): ArticleFrontMatter {
  const notes = frontMatter === null ? [] : checkEntries(frontMatter);
  return { ...readArticleFacts(frontMatter?.value), notes };
}

/** What can be used of values that nobody wrote for us, such as a web page's: what is wrong is left out. */
export function readArticleFacts(value: unknown): Omit<ArticleFrontMatter, 'notes'> {
  const values = entries(value);
  return {
    title: firstOf(TITLE, values),
    byline: firstOf(BYLINE, values),
    publishedOn: firstOf(DATE, values),
    language: firstOf(LANGUAGE, values),
    summary: firstOf(SUMMARY, values),
    url: firstOf(URL_FIELD, values),
    publisher: firstOf(PUBLISHER, values),
    topics: TOPICS.keys.flatMap((key) => TOPICS.read(values.get(key)) ?? []),
  };
}

/** One fact, the keys it is found under (the first that has a value counts), and what a value must be. */
interface Field<Value> {
  keys: readonly string[];
  form: string;
  read(this: void, value: unknown): Value | null;
}

const TITLE: Field<string> = { keys: ['title', 'headline'], form: 'a text', read: readText };
const BYLINE: Field<string> = {
  keys: ['author', 'authors', 'byline', 'creator', 'by'],
  form: 'a name, or a list of names',
  read: readNames,
};
const DATE: Field<Dated> = {
  keys: ['date', 'published', 'publishedat', 'published_at', 'pubdate', 'datepublished'],
  form: 'a date such as "2025-02-18", "2025-02" or "18 February 2025"',
  read: readDate,
};
const LANGUAGE: Field<string> = {
  keys: ['lang', 'language', 'locale'],
  form: 'a language tag such as "en" or "de-CH"',
  read: readLanguage,
};
const SUMMARY: Field<string> = {
  keys: ['description', 'summary', 'excerpt', 'abstract', 'subtitle'],
  form: 'a text',
  read: readText,
};
const URL_FIELD: Field<string> = {
  keys: ['url', 'canonical', 'canonical_url', 'link', 'source', 'permalink'],
  form: 'a web address such as "https://example.org/article"',
  read: readUrl,
};
const PUBLISHER: Field<string> = {
  keys: ['publisher', 'site', 'site_name', 'sitename', 'publication'],
  form: 'a name',
  read: readText,
};
const TOPICS: Field<string[]> = {
  keys: ['tags', 'keywords', 'topics', 'categories', 'category'],
  form: 'a list of words, or words with commas between them',
  read: readList,
};

const FIELDS: readonly Field<unknown>[] = [
  TITLE,
  BYLINE,
  DATE,
  LANGUAGE,
  SUMMARY,
  URL_FIELD,
  PUBLISHER,
  TOPICS,
];
// Blogs write "permalink: /ferry" and "source: Reuters": right for them, of no use here.
const NO_ADDRESS_ALLOWED = new Set(['source', 'permalink']);

/** Answers what to note; a wrong value is an error, whatever other key there is for the same fact. */
function checkEntries({ value, path, lineAt }: FrontMatter): string[] {
  const mistakes: Mistake[] = [];
  const notes: string[] = [];
  const unknown: { key: string; line: number }[] = [];
  for (const [key, entry] of Object.entries(toObject(value))) {
    const line = lineAt([key]);
    const name = key.toLowerCase();
    const field = FIELDS.find(({ keys }) => keys.includes(name));
    if (field === undefined) {
      unknown.push({ key: cleanText(key).slice(0, 100), line });
    } else if (!isEmpty(entry) && field.read(entry) === null) {
      if (NO_ADDRESS_ALLOWED.has(name)) {
        notes.push(`${path}:${line}: ${key} is no web address and was not used`);
      } else mistakes.push({ line, text: `${key} must be ${field.form}. Correct it or remove the line.` });
    }
  }
  if (mistakes.length > 0) throw describeMistakes(path, mistakes);
  return [...notes, ...noteUnknown(path, unknown)];
}

const MAX_LISTED = 20;

/** One note for all: generators of sites have many keys of their own, and other notes matter more. */
function noteUnknown(path: string, unknown: readonly { key: string; line: number }[]): string[] {
  const [first, ...others] = unknown;
  if (first === undefined) return [];
  const known = FIELDS.map(({ keys }) => keys[0]).join(', ');
  if (others.length === 0)
    return [`${path}:${first.line}: ${first.key} is not a known key and was not used; known: ${known}`];
  const listed = unknown.slice(0, MAX_LISTED).map(({ key, line }) => `${key} (line ${line})`);
  const more = unknown.length > MAX_LISTED ? `, and ${unknown.length - MAX_LISTED} more` : '';
  return [
    `${path}:${first.line}: ${unknown.length} keys are not known and were not used: ${listed.join(', ')}${more}; known: ${known}`,
  ];
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function entries(value: unknown): Map<string, unknown> {
  return new Map(Object.entries(toObject(value)).map(([key, entry]) => [key.toLowerCase(), entry]));
}

/** "title:" with nothing after it: templates leave such lines. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || (typeof value === 'string' && cleanText(value) === '');
}

function firstOf<Value>({ keys, read }: Field<Value>, values: ReadonlyMap<string, unknown>): Value | null {
  for (const key of keys) {
    const value = read(values.get(key));
    if (value !== null) return value;
  }
  return null;
}

const MAX_VALUE = 500;

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return cleanText(value).slice(0, MAX_VALUE).toWellFormed() || null;
}

function readNames(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, 20) : [value]).map(readName);
  if (names.includes(null)) return null;
  return names.join(', ').slice(0, MAX_VALUE).toWellFormed() || null;
}

function readName(value: unknown): string | null {
  // "author: { name: … }"
  if (typeof value === 'object' && value !== null && 'name' in value) return readName(value.name);
  return typeof value === 'string' ? readText(value) : null;
}

function readList(value: unknown): string[] | null {
  const parts = Array.isArray(value) ? value.slice(0, 100).map(readText) : readText(value)?.split(',');
  if (parts === undefined || parts.includes(null)) return null;
  return parts
    .map((part) => part?.trim().replace(/^#/, '') ?? '')
    .filter((part) => part !== '' && part.length <= 60);
}

function readDate(value: unknown): Dated | null {
  const text = readText(value);
  return text === null ? null : (findDates(text)[0]?.dated ?? toDated(text));
}

function readLanguage(value: unknown): string | null {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null;
}

function readUrl(value: unknown): string | null {
  const text = typeof value === 'string' ? readText(value) : null;
  if (text === null) return null;
  return webAddress(text) ?? findLinks({ type: 'text', value: text })[0]?.url ?? null;
}
