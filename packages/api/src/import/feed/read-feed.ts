import { createHash } from 'node:crypto';
import { truncate } from '@communique/shared/text';
import { comparableText } from '../text/comparable-text.ts';
import { UnusableDocumentError } from '../errors.ts';
import { webAddress } from '../sections/extract-sources.ts';
import { readFeedDate } from './feed-dates.ts';
import { parseRawFeed } from './feed-formats.ts';
import type { RawFeed, RawItem } from './feed-formats.ts';
import type { Feed, FeedItem } from './feed.ts';
import { repairFeed } from './repair-feed.ts';
import { htmlText } from '../html/html-text.ts';
import { cleanText } from '../text/tree-text.ts';

/** More than any feed announces at once; what is older than these was announced before. */
const MAX_ITEMS = 1_000;
const MAX_NAME = 500;
const MAX_TOPICS = 20;

interface FeedOrigin {
  /** Where it was found: what its relative addresses are relative to. */
  url?: string;
  /** How an error names it. */
  path?: string;
}

/** The text of an RSS, Atom, RDF or JSON feed → what it says. Refuses what is no feed, or a broken one. */
export function readFeed(text: string, { url, path = url ?? 'feed' }: FeedOrigin = {}): Feed {
  const raw = parse(text, path);
  const homePage = resolve([raw.link], [raw.base, url]);
  const bases = [raw.base, url, homePage ?? undefined];
  return {
    title: plain(raw.title),
    homePage,
    // "en_US" is how some programs write "en-US".
    language: raw.language?.trim().replaceAll('_', '-') || null,
    freshFor: readMinutes(raw.minutesFresh),
    items: withOwnIds(raw.items.map((item) => readItem(item, bases))),
  };
}

/** "0" is what some programs write where nobody said anything. */
function readMinutes(minutes: number | undefined): number | null {
  return minutes !== undefined && minutes > 0 && Number.isFinite(minutes) ? minutes * 60_000 : null;
}

function parse(text: string, path: string): RawFeed {
  if (!isFeed(text)) throw new UnusableDocumentError(path, 'it is no RSS, Atom or JSON feed.');
  try {
    return parseRepaired(readWindowsCharacters(withoutOldForms(dropDoctype(text))));
  } catch (cause) {
    throw new UnusableDocumentError(
      path,
      'it begins like a feed but is not a valid one: a tag that is not closed, or no items. Check it with a feed validator.',
      { cause },
    );
  }
}

function withoutOldForms(text: string): string {
  return text.startsWith('{') ? text : repairFeed(text);
}

/** A "<" that begins no tag stands in many a title: it is what it looks like. */
function parseRepaired(text: string): RawFeed {
  try {
    return parseRawFeed(text, MAX_ITEMS);
  } catch (error) {
    const repaired = text.replace(/<(?![A-Za-z_/!?])/g, '&lt;');
    if (repaired === text || text.startsWith('{')) throw error;
    return parseRawFeed(repaired, MAX_ITEMS);
  }
}

/** "&#146;" is no character of XML, but an apostrophe to whoever wrote it on Windows, and to every browser. */
function readWindowsCharacters(text: string): string {
  return text.replace(
    /&#(?:(1[2-5]\d)|x([89][\da-f]));/gi,
    (written, decimal?: string, hexadecimal?: string) => {
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code < 128 ? written : WINDOWS_1252.decode(Uint8Array.of(code));
    },
  );
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Before the first element of an XML file: declaration, comments, style sheets, document type. */
const PROLOGUE =
  /^(?:\s+|<\?[^>]{0,1000}>|<!--(?:(?!-->)[\s\S]){0,5000}-->|<!doctype[^>[]{0,500}(?:\[[^\]]{0,20000}\])?\s*>)/i;
const JSON_FEED = /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/;

/** Whether a text is a feed: by how it begins, whatever its name. */
export function isFeed(text: string): boolean {
  const rest = text.slice(prologueLength(text));
  if (/^<(?:\w{1,20}:)?(?:rss|feed|rdf)(?=[\s>])/i.test(rest)) return true;
  return rest.startsWith('{') && JSON_FEED.test(rest.slice(0, 5_000));
}

function prologueLength(text: string): number {
  let length = 0;
  for (;;) {
    const part = PROLOGUE.exec(text.slice(length, length + 30_000));
    if (part === null) return length;
    length += part[0].length;
  }
}

/** A document type can only define entities, and no feed needs any. */
function dropDoctype(text: string): string {
  return text.slice(prologueLength(text));
}

function readItem(raw: RawItem, feedBases: readonly (string | undefined)[]): FeedItem {
  const isHtml = !raw.isText && MARKUP.test(raw.content ?? '');
  const text = isHtml ? htmlText(raw.content ?? '') : (raw.content ?? '').trim();
  const summary = plain(raw.summary);
  // An id such as "post-17" is relative to nothing.
  const url = resolve(raw.links, [raw.base, ...feedBases]) ?? webAddress(raw.permalink?.trim() ?? '');
  const title = plain(raw.title);
  return {
    id: raw.id?.trim() || url || hashOf(title, text),
    url,
    title,
    published: firstDate(raw.published),
    updated: firstDate(raw.updated),
    author: namesOf(raw.authors),
    html: isHtml ? (raw.content ?? '') : null,
    text,
    summary: summary !== null && isBeginning(summary, text) ? null : summary,
    topics: [...new Set(raw.topics.map((topic) => plain(topic) ?? '').filter((topic) => topic !== ''))].slice(
      0,
      MAX_TOPICS,
    ),
  };
}

const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|<!--|&(?:#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,20});/i;

/** One line of text, whatever markup it was written in. */
function plain(text: string | undefined): string | null {
  const short = text?.slice(0, 20_000) ?? '';
  const words = cleanText(MARKUP.test(short) ? htmlText(short) : short);
  return words === '' ? null : truncate(words, MAX_NAME);
}

/** "The ferry will [...]" announces what the content says anyway. */
function isBeginning(summary: string, text: string): boolean {
  const beginning = comparableText(summary.replace(/\s*(?:\[?(?:\.{3}|…)\]?|\[&hellip;\])\s*$/u, ''));
  return comparableText(text.slice(0, summary.length * 2 + 200)).startsWith(beginning);
}

function resolve(
  addresses: readonly (string | undefined)[],
  bases: readonly (string | undefined)[],
): string | null {
  for (const address of addresses) {
    const trimmed = address?.trim() ?? '';
    if (trimmed === '') continue;
    const base = joinBases(bases) ?? undefined;
    const joined = URL.canParse(trimmed, base) ? webAddress(new URL(trimmed, base).href) : null;
    if (joined !== null) return joined;
  }
  return null;
}

/** The innermost base that leads somewhere: it may itself be relative to one further out. */
function joinBases(bases: readonly (string | undefined)[]): string | null {
  let joined: string | null = null;
  for (const base of bases.toReversed()) {
    if (base === undefined) continue;
    const each: string =
      joined === null ? base : URL.canParse(base, joined) ? new URL(base, joined).href : joined;
    if (webAddress(each) !== null) joined = each;
  }
  return joined;
}

function firstDate(texts: readonly (string | undefined)[]): Date | null {
  for (const text of texts) {
    const date = readFeedDate(text);
    if (date !== null) return date;
  }
  return null;
}

/** "mail@example.com (Anna Berg)" is Anna Berg; an address alone is nobody's name. */
function namesOf(authors: readonly (string | undefined)[]): string | null {
  const names = authors.flatMap((author) => {
    const text = plain(author) ?? '';
    const name =
      /^\S+@\S+\s+\((.{1,200})\)$/.exec(text)?.[1] ?? text.replace(/\s*<?\S+@\S+>?\s*/, ' ').trim();
    return name === '' || /^https?:/i.test(name) ? [] : [name];
  });
  const known = [...new Set(names)].slice(0, 10);
  return known.length === 0 ? null : truncate(known.join(', '), MAX_NAME);
}

/** Feeds that give every item the same id, or a very long one, are told apart by address and text instead. */
function withOwnIds(items: readonly FeedItem[]): FeedItem[] {
  const groups = Map.groupBy(items, ({ id }) => id);
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const isShared = (groups.get(item.id)?.length ?? 0) > 1;
    const own = isShared ? `${item.id} ${item.url ?? hashOf(item.title, item.text)}` : item.id;
    const id = own.length > MAX_NAME ? hashOf(own, null) : own;
    // The same item twice in one feed.
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...item, id }];
  });
}

function hashOf(title: string | null, text: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([title, text]))
    .digest('hex');
}
