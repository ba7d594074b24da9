/** RSS, Atom, RDF and JSON Feed → one shape. What is missing stays missing; nothing is judged here. */
import { parseFeed } from 'feedsmith';
import { firstText, textOfModules, titleOfModules } from './feed-modules.ts';

export interface RawFeed {
  title: string | undefined;
  link: string | undefined;
  base: string | undefined;
  language: string | undefined;
  /** How long it stays as it is, in minutes, as it says itself. */
  minutesFresh: number | undefined;
  items: RawItem[];
}

export interface RawItem {
  id: string | undefined;
  /** The id, where the format lets it be the address of the item. */
  permalink: string | undefined;
  /** The first that is an address counts. */
  links: (string | undefined)[];
  base: string | undefined;
  title: string | undefined;
  published: (string | undefined)[];
  updated: (string | undefined)[];
  authors: (string | undefined)[];
  /** HTML or text: most feeds do not say which. */
  content: string | undefined;
  isText: boolean;
  summary: string | undefined;
  topics: (string | undefined)[];
}

type Parsed = ReturnType<typeof parseFeed<string>>;
type FeedOf<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];

export function parseRawFeed(text: string, maxItems: number): RawFeed {
  const parsed = parseFeed(text, { maxItems });
  if (parsed.format === 'atom') return fromAtom(parsed.feed);
  if (parsed.format === 'json') return fromJson(parsed.feed);
  return parsed.format === 'rdf' ? fromRdf(parsed.feed) : fromRss(parsed.feed);
}

function fromRss(feed: FeedOf<'rss'>): RawFeed {
  return {
    title: firstText([feed.title, feed.dc?.titles?.[0]]),
    link: feed.link,
    base: feed.xml?.base,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    minutesFresh: feed.ttl ?? minutesBetween(feed.sy),
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      permalink: item.guid?.isPermaLink === false ? undefined : item.guid?.value,
      links: [item.link],
      base: item.xml?.base,
      title: firstText([item.title, titleOfModules(item)]),
      published: [item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0]],
      updated: [item.atom?.updated, item.dcterms?.modified?.[0]],
      authors: [
        ...(item.dc?.creators ?? []),
        ...(item.authors ?? []).map(({ name, email }) => name ?? email),
        item.itunes?.author,
      ],
      ...choose(item.content?.encoded, firstText([item.description, textOfModules(item)])),
      isText: false,
      topics: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
    })),
  };
}

function fromRdf(feed: FeedOf<'rdf'>): RawFeed {
  return {
    title: feed.title,
    link: feed.link,
    base: feed.xml?.base,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    minutesFresh: minutesBetween(feed.sy),
    items: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      permalink: item.rdf?.about,
      links: [item.link],
      base: item.xml?.base,
      title: firstText([item.title, titleOfModules(item)]),
      published: [item.dc?.dates?.[0], item.dcterms?.issued?.[0]],
      updated: [item.dcterms?.modified?.[0]],
      authors: item.dc?.creators ?? [],
      ...choose(item.content?.encoded, firstText([item.description, textOfModules(item)])),
      isText: false,
      topics: item.dc?.subjects ?? [],
    })),
  };
}

function fromAtom(feed: FeedOf<'atom'>): RawFeed {
  return {
    title: feed.title?.value,
    link: readableLink(feed.links)[0],
    base: feed.xml?.base,
    language: feed.xml?.lang,
    minutesFresh: minutesBetween(feed.sy),
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      permalink: entry.id,
      links: readableLink(entry.links),
      base: entry.content?.xml?.base ?? entry.xml?.base,
      title: firstText([entry.title?.value, titleOfModules(entry)]),
      published: [entry.published, entry.dc?.dates?.[0]],
      updated: [entry.updated],
      authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
      ...choose(entry.content?.value, firstText([entry.summary?.value, textOfModules(entry)])),
      isText: (entry.content?.value === undefined ? entry.summary?.type : entry.content.type) === 'text',
      topics: (entry.categories ?? []).map(({ label, term }) => label ?? term),
    })),
  };
}

interface AtomLink {
  href?: string;
  rel?: string;
  type?: string;
}

/** Pages come before everything else that is linked as the same thing in another form. */
function readableLink(links: readonly AtomLink[] | undefined): (string | undefined)[] {
  const same = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const isPage = ({ type }: AtomLink): boolean => type === undefined || /html/i.test(type);
  return same.toSorted((a, b) => Number(isPage(b)) - Number(isPage(a))).map(({ href }) => href);
}

function fromJson(feed: FeedOf<'json'>): RawFeed {
  return {
    title: feed.title,
    link: feed.home_page_url,
    base: feed.feed_url,
    language: feed.language,
    minutesFresh: undefined,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      permalink: item.id,
      links: [item.url, item.external_url],
      base: undefined,
      title: item.title,
      published: [item.date_published],
      updated: [item.date_modified],
      authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
      ...choose(item.content_html ?? item.content_text, item.summary),
      isText: item.content_html === undefined,
      topics: item.tags ?? [],
    })),
  };
}

/** Where there is no content the announcement is all the content there is. */
function choose(
  content: string | undefined,
  summary: string | undefined,
): Pick<RawItem, 'content' | 'summary'> {
  const isEmpty = content === undefined || content.trim() === '';
  return isEmpty ? { content: summary, summary: undefined } : { content, summary };
}

const DAY = 24 * 60;
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  yearly: 365 * DAY,
};

/** RSS' module of syndication: so many times in a period. */
function minutesBetween(
  said: { updatePeriod?: string; updateFrequency?: number } | undefined,
): number | undefined {
  const period = PERIODS[said?.updatePeriod?.trim().toLowerCase() ?? ''];
  return period === undefined ? undefined : period / Math.max(said?.updateFrequency ?? 1, 1);
}
