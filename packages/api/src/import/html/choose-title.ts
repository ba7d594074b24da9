import { comparableText } from '../text/comparable-text.ts';
import { stripSiteName } from './strip-site-name.ts';

export interface TitleSigns {
  /** What the page's data says. */
  headline: string | undefined;
  /** What the page's head says, often with the name of the site and of the rubric. */
  pageTitle: string;
  /** What the site calls itself. */
  siteNames: readonly string[];
  /** The heading that leads to its first page. */
  logo: string | undefined;
  /** What stands on the page as headings, the main ones first. */
  headings: readonly { text: string; isMain: boolean }[];
}

/** The headline of a page, without what the site adds to it. */
export function chooseTitle(signs: TitleSigns): string | undefined {
  const { headline: given, pageTitle, siteNames, headings } = signs;
  // "Strait Weekly - Latest News", of each of its pages.
  const isSite = given !== undefined && pageTitle !== '' && isOneOf(given, siteNames);
  const headline = isSite ? undefined : given;
  const title = headline === undefined ? readPageTitle(signs) : stripSiteName(headline, siteNames, false);
  const named = headings
    .filter(({ text, isMain }) => isPart(text, headline ?? pageTitle, isMain))
    .sort((a, b) => Number(b.isMain) - Number(a.isMain) || b.text.length - a.text.length)[0];
  return (named?.text ?? title) || undefined;
}

function isOneOf(text: string, siteNames: readonly string[]): boolean {
  return siteNames.some((name) => comparableText(name) === comparableText(text));
}

/** "Harbour Times - Board votes - News", below the logo "Harbour Times": the one heading that begins "Board votes". */
function readPageTitle({ pageTitle, siteNames, logo, headings }: TitleSigns): string {
  const own = stripLeadingName(pageTitle, logo);
  if (own === null) return stripSiteName(pageTitle, siteNames, true);
  const title = stripSiteName(own, siteNames, true);
  if (!/\S\s+\S/.test(title)) return title;
  const full = headings.filter(({ text }) =>
    `${comparableText(text)} `.startsWith(`${comparableText(title)} `),
  );
  return full.length === 1 ? (full[0]?.text ?? title) : title;
}

/** Null: it does not begin with it. */
function stripLeadingName(title: string, name: string | undefined): string | null {
  if (name === undefined) return null;
  const [, site = '', own = ''] =
    /^([^|–—·»]{2,60}?)(?:\s+[–—·»:-]{1,2}\s+|\s*[|»]\s*)(\S.{3,})$/u.exec(title) ?? [];
  return own !== '' && comparableText(site) === comparableText(name) ? own : null;
}

/** Shorter ones are rubrics. */
const MIN_PART = 12;
/** Names of sites are shorter. */
const MIN_WORDS = 4;
const MIN_LENGTH = 25;
const BEFORE = /(?:^|[|»›·•]|\s[–—-]{1,2}\s|\S[:：]\s)\s*$/u;
const AFTER = /^\s*(?:$|[|«»‹›·•]|[–—-]{1,2}\s)/u;

/** "Site » Blog archive » The night ferry": a heading of the page that its title sets apart as one part of it. */
function isPart(heading: string, title: string, isMain: boolean): boolean {
  if (heading.length < MIN_PART || heading.length * (isMain ? 5 : 3) < title.length) return false;
  const place = title.toLowerCase().indexOf(heading.toLowerCase());
  if (place === -1 || heading.length >= title.length) return false;
  const before = title.slice(0, place);
  const after = title.slice(place + heading.length);
  // "The ferry waits - Strait Weekly": what ends a title is mostly the name of the site.
  if (after.trim() === '' && heading.split(/\s+/).length < MIN_WORDS && heading.length < MIN_LENGTH)
    return false;
  // What stands after a colon may be the second half of a headline.
  if (/[:：]\s*$/u.test(before) && !isMain) return false;
  return BEFORE.test(before) && (AFTER.test(after) || (isMain && /^\s*[:：]\s/.test(after)));
}

/** Shorter titles may end any headline. */
const MIN_TITLE = 15;

/** "Shipping The night ferry is back", a headline below its rubric: the title that is known to be its end; else null. */
export function titleWithin(heading: string, title: string | null): string | null {
  if (title === null || title.length < MIN_TITLE) return null;
  const [whole, end] = [heading, title].map((text) => comparableText(text).replaceAll(' ', ''));
  return whole !== end && end !== undefined && whole?.endsWith(end) === true ? title : null;
}
