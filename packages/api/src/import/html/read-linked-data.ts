import type { Element } from 'hast';
import { z } from 'zod';
import type { Origin } from '../../briefings/document.ts';
import { comparableText } from '../text/comparable-text.ts';
import { htmlText } from './html-text.ts';

/** schema.org in JSON-LD: the part of it that an article has a place for. */
export interface LinkedData {
  title: string | undefined;
  author: string | undefined;
  date: string | undefined;
  language: string | undefined;
  description: string | undefined;
  url: string | undefined;
  publisher: string | undefined;
  /** The publisher, where it is no person who writes there. */
  site: string | undefined;
  keywords: string[] | undefined;
  questions: LinkedQuestion[];
}

export interface LinkedQuestion {
  question: string;
  /** HTML, or plain text. */
  answer: string;
  /** The script that says so. */
  origin: Origin;
}

const ARTICLE = /^(?:.*Article|BlogPosting|Report|LiveBlogPosting|WebPage|FAQPage)$/;

/** What a page is called elsewhere: of several articles in its data only its own is believed. */
export interface PageNames {
  addresses: readonly (string | null | undefined)[];
  titles: readonly (string | undefined)[];
}

export function readLinkedData(scripts: readonly Element[], page: PageNames): LinkedData {
  const things = scripts.flatMap((script) =>
    thingsIn(parse(script)).map((thing) => ({ thing, origin: originOf(script) })),
  );
  const named = new Map(things.map(({ thing }) => [textOf(thing['@id']), thing] as const));
  const nameOf = (value: unknown): string | undefined => readName(value, named);
  const all = things.map(({ thing }) => thing).filter((thing) => isA(thing, ARTICLE));
  // A page is about its article: what the article says counts more.
  const articles = [
    ...ownArticles(
      all.filter((thing) => !isA(thing, PAGE)),
      page,
    ),
    ...all.filter((thing) => isA(thing, PAGE)),
  ];
  const first = <Value>(read: (thing: Thing) => Value | undefined): Value | undefined => {
    for (const thing of articles) {
      const value = read(thing);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    title: first((thing) => lineOf(thing['headline'])),
    author: first((thing) => nameOf(thing['author'])),
    date: first((thing) => textOf(thing['datePublished'])),
    language: first((thing) => textOf(thing['inLanguage'])),
    description: first((thing) => lineOf(thing['description'])),
    url: first((thing) => textOf(thing['url'])),
    publisher: first((thing) => nameOf(thing['publisher'])),
    site: first((thing) => (isPerson(thing['publisher']) ? undefined : nameOf(thing['publisher']))),
    keywords: first((thing) => listOf(thing['keywords'])),
    questions: things.filter(({ thing }) => isA(thing, /^Question$/)).flatMap(readQuestion),
  };
}

const PAGE = /Page$/;

/** News sites list other articles in the data of one: by address or headline it is known which is this page's. */
function ownArticles(articles: readonly Thing[], { addresses, titles }: PageNames): Thing[] {
  const here = new Set(addresses.filter((each) => typeof each === 'string').map(plainAddress));
  const called = titles.filter((title) => title !== undefined).map(comparableText);
  const own = articles.filter((article) => {
    const headline = comparableText(lineOf(article['headline']) ?? '');
    const isCalled = headline !== '' && called.some((title) => title.startsWith(headline));
    return isCalled || addressesOf(article).some((address) => here.has(plainAddress(address)));
  });
  if (own.length > 0) return own;
  const headlines = new Set(articles.map((article) => comparableText(lineOf(article['headline']) ?? '')));
  return headlines.size > 1 ? [] : [...articles];
}

function addressesOf(article: Thing): string[] {
  const { '@id': id, url, mainEntityOfPage: page } = article;
  return [id, url, page, asThing(page)?.['@id']].map(textOf).filter((address) => address !== undefined);
}

function plainAddress(address: string): string {
  return address.trim().replace(/#.*$/, '').replace(/\/$/, '');
}

type Thing = Record<string, unknown>;

const MAX_SCRIPT = 500_000;
const MAX_THINGS = 2_000;
const thingSchema = z.record(z.string(), z.unknown());

/** What some put around data to hide it from browsers of the last century. */
const WRAPPING = /^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)\s*|\s*(?:\/\/\s*)?(?:-->|\]\]>)\s*;?\s*$|;\s*$/g;

function parse(script: Element): unknown {
  const [child] = script.children;
  if (child?.type !== 'text' || child.value.length > MAX_SCRIPT) return null;
  try {
    return JSON.parse(child.value.replace(WRAPPING, ''));
  } catch {
    return null;
  }
}

function asThing(value: unknown): Thing | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (thingSchema.safeParse(value).data ?? null)
    : null;
}

/** Every object with a type, wherever it stands in the data. */
function thingsIn(data: unknown): Thing[] {
  const things: Thing[] = [];
  const open = [data];
  for (let visited = 0; open.length > 0 && visited < MAX_THINGS * 10; visited += 1) {
    const value = open.shift();
    if (Array.isArray(value)) open.push(...value.slice(0, MAX_THINGS));
    const thing = asThing(value);
    if (thing === null) continue;
    if ('@type' in thing && things.push(thing) >= MAX_THINGS) break;
    for (const [key, inner] of Object.entries(thing)) {
      if (typeof inner === 'object' && !/^(?:author|publisher|image|acceptedAnswer)$/.test(key))
        open.push(inner);
    }
  }
  return things;
}

function isA(thing: Thing, type: RegExp): boolean {
  return [thing['@type']].flat().some((each) => typeof each === 'string' && type.test(each));
}

function isPerson(value: unknown): boolean {
  const thing = asThing([value].flat()[0]);
  return thing !== null && isA(thing, /^Person$/);
}

function readQuestion({ thing, origin }: { thing: Thing; origin: Origin }): LinkedQuestion[] {
  const question = lineOf(thing['name']) ?? lineOf(thing['text']);
  const accepted = [thing['acceptedAnswer'] ?? thing['suggestedAnswer']].flat().map(asThing)[0];
  const answer = textOf(accepted?.['text']);
  return question === undefined || answer === undefined ? [] : [{ question, answer, origin }];
}

function textOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

/** One line of text; many pages write HTML into their data, if only "&amp;". */
function lineOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/&#?\w+;|<\/?[a-z]/i.test(text)) return text;
  return htmlText(text).replaceAll('\n', ' ') || undefined;
}

/** Written out, or in another part of the data. */
function readName(value: unknown, named: ReadonlyMap<string | undefined, Thing>): string | undefined {
  const names = [value]
    .flat()
    .slice(0, 10)
    .map((each) => {
      const thing = asThing(each);
      return textOf(thing?.['name'] ?? named.get(textOf(thing?.['@id']) ?? '')?.['name'] ?? each);
    });
  const known = names.filter((name) => name !== undefined && !/^https?:/i.test(name));
  return known.length === 0 ? undefined : known.join(', ');
}

function listOf(value: unknown): string[] | undefined {
  const words =
    typeof value === 'string' ? value.split(',') : [value].flat().map((each) => textOf(each) ?? '');
  const kept = words.map((word) => word.trim()).filter((word) => word !== '');
  return kept.length === 0 ? undefined : kept;
}

function originOf({ position }: Element): Origin {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
