import type { Element, Root } from 'hast';
import { findDates } from '../events/find-dates.ts';
import { attribute, elementText, findElements } from './html-tree.ts';

const META_NAMES =
  'og:article:published_time article:time og:article:time date dc.date dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued pubdate publishdate publish-date publish_date publication_date sailthru.date cxenseparse:recs:publishtime parsely-pub-date'.split(
    ' ',
  );

/** When a page says that it was published: in its head, else in what it marks as a date. */
export function findPageDate(page: Root, meta: ReadonlyMap<string, string>): string | undefined {
  const named = META_NAMES.map((name) => meta.get(name)).find((value) => value !== undefined);
  return named ?? findMarked(page) ?? findBesideHeadline(page);
}

function findMarked(page: Root): string | undefined {
  const elements = findElements(page, isDated);
  const published = elements.filter(isPublished);
  const dated = elements.filter((each) => attribute(each, 'dateTime') !== '');
  return [...published, ...dated.slice(0, 1)].map(valueOf).find((value) => value !== undefined);
}

function valueOf(element: Element): string | undefined {
  const values = [
    ...['dateTime', 'content', 'title'].map((name) => attribute(element, name)),
    elementText(element),
  ];
  return values
    .map((value) => (/^\d{4}-\d{2}/.test(value) ? value : dateIn(value)))
    .find((value) => value !== undefined);
}

function isDated(element: Element): boolean {
  return element.tagName === 'time' || isPublished(element);
}

function isPublished(element: Element): boolean {
  const { tagName, properties } = element;
  const names = `${attribute(element, 'itemProp')} ${attribute(element, 'property')}`;
  if (/(?:^|[\s:])datePublished(?:$|\s)/.test(names)) return true;
  return tagName === 'time' && (properties['pubDate'] !== undefined || properties['pubdate'] !== undefined);
}

const DATE_NAMES =
  /(?:^|[\s_-])(?:date|datum|fecha|pub-?date|published(?:-at|-on|-date)?|time-?stamp|posted-on|submitted|byline|meta|dateline)(?:$|[\s_-])|(?:creation|publication|publish|article|post|entry|news)-?_?(?:date|time)/i;
const MAX_TEXT = 120;
/** Characters of the page's source: further away stands the date of something else. */
const MAX_ABOVE = 1_500;
const MAX_BELOW = 4_000;
const MAX_NEAR = 20;

/** The date that is nearest to the one main heading, of elements that are called after dates and tell just one. */
function findBesideHeadline(page: Root): string | undefined {
  const headlines = findElements(page, ({ tagName }) => tagName === 'h1');
  const [headline] = headlines;
  if (headline?.position === undefined || headlines.length > 1) return undefined;
  const { start, end } = headline.position;
  const distanceOf = (element: Element): number => {
    const place = element.position?.start.offset ?? 0;
    const below = place - (end.offset ?? 0);
    return below >= 0 ? below : Math.max(0, (start.offset ?? 0) - place) * (MAX_BELOW / MAX_ABOVE);
  };
  return findElements(page, isNamedDate)
    .map((element) => ({ distance: distanceOf(element), element }))
    .filter(({ distance }) => distance <= MAX_BELOW)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAR)
    .map(({ element }) => dateIn(elementText(element)))
    .find((date) => date !== undefined);
}

function isNamedDate(element: Element): boolean {
  if (element.tagName === 'time') return true;
  // Of a person or a meeting that the text is about.
  if (/(?:^|\s)(?:bday|dtstart|dtend)(?:\s|$)/.test(attribute(element, 'className'))) return false;
  if (!/^(?:span|p|div|abbr|small|em|a|li|strong|dd)$/.test(element.tagName)) return false;
  return DATE_NAMES.test(`${attribute(element, 'className')} ${attribute(element, 'id')}`);
}

/** Of a line with one day in it. */
function dateIn(text: string): string | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const dates = findDates(text).filter(({ dated }) => dated.precision === 'DAY');
  const [date] = dates;
  const days = new Set(dates.map(({ dated }) => dated.value.slice(0, 10)));
  return date === undefined || days.size > 1 ? undefined : text.slice(date.start, date.end);
}
