/** What a page says about itself, in the places where pages say it. */
import type { Element, Root } from 'hast';
import { readArticleFacts } from '../front-matter/article-front-matter.ts';
import type { ArticleFrontMatter } from '../front-matter/article-front-matter.ts';
import { chooseTitle } from './choose-title.ts';
import { attribute, elementText, findElement, findElements } from './html-tree.ts';
import { findPageDate } from './find-page-date.ts';
import { holds, leadsHome } from './keep-headline.ts';
import { readLinkedData } from './read-linked-data.ts';
import type { LinkedQuestion } from './read-linked-data.ts';
import { compilePattern } from '../text/compile-pattern.ts';
import { isOwnSiteOf, tidyByline } from './tidy-byline.ts';

export interface HtmlMetadata {
  frontMatter: ArticleFrontMatter;
  /** Questions that only the page's linked data says are ones. */
  questions: LinkedQuestion[];
  /** Where the page says its title. */
  titleElement: Element | null;
  /** What its links are relative to. */
  base: string | null;
}

/** JSON-LD first, then OpenGraph and its like, then the page's own elements. */
export function readHtmlMetadata(page: Root, address: string | null): HtmlMetadata {
  const meta = readMeta(page);
  const canonical = findElement(page, (each) => isLink(each, 'canonical'));
  const titleElement = findElement(page, ({ tagName }) => tagName === 'title') ?? null;
  const linked = readLinkedData(findElements(page, isLinkedData), {
    addresses: [canonical && attribute(canonical, 'href'), meta.get('og:url'), address],
    titles: [
      meta.get('og:title'),
      ...[titleElement, ...mainHeadings(page)].map((each) => (each ? elementText(each) : undefined)),
    ],
  });
  const url =
    absolute(canonical && attribute(canonical, 'href'), address) ?? meta.get('og:url') ?? linked.url;
  const pageTitle = titleElement === null ? '' : elementText(titleElement);
  const publisher = [linked.publisher, meta.get('og:site_name'), meta.get('application-name')].find(isName);
  const names = [linked.site, meta.get('og:site_name'), hostName(url ?? address)].filter(isName);
  const value = {
    title: chooseTitle({
      headline: linked.title ?? meta.get('og:title') ?? meta.get('twitter:title'),
      pageTitle,
      siteNames: names,
      logo: logoOf(page),
      headings: headingsOf(page),
    }),
    author: findAuthor(page, [linked.author, meta.get('author'), meta.get('article:author')], {
      names,
      company: linked.site,
    }),
    date: isoDate(linked.date ?? meta.get('article:published_time') ?? findPageDate(page, meta)),
    lang: findLanguage(page, url ?? null) ?? linked.language ?? meta.get('og:locale'),
    description: linked.description ?? meta.get('og:description') ?? meta.get('description'),
    url: url ?? address,
    publisher,
    keywords: linked.keywords ?? findElements(page, isTag).map((each) => attribute(each, 'content')),
  };
  return {
    frontMatter: { ...readArticleFacts(value), notes: [] },
    questions: linked.questions,
    titleElement,
    base: baseOf(page, address ?? url ?? null),
  };
}

function mainHeadings(page: Root): Element[] {
  return findElements(page, ({ tagName }) => tagName === 'h1').slice(0, 5);
}

function isLinkedData(element: Element): boolean {
  return element.tagName === 'script' && /^application\/ld\+json\b/i.test(attribute(element, 'type').trim());
}

function isLink(element: Element, relation: string): boolean {
  return element.tagName === 'link' && attribute(element, 'rel').toLowerCase().split(' ').includes(relation);
}

function isTag(element: Element): boolean {
  return element.tagName === 'meta' && attribute(element, 'property') === 'article:tag';
}

/** The first value of each name that is not empty. */
function readMeta(page: Root): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of findElements(page, ({ tagName }) => tagName === 'meta')) {
    const name = (attribute(element, 'property') || attribute(element, 'name')).toLowerCase();
    const content = attribute(element, 'content').trim();
    if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
  }
  return meta;
}

function isName(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '' && !/^https?:/i.test(text);
}

/** "www.strait-weekly.example" calls itself "strait-weekly.example". */
function hostName(address: string | null): string | undefined {
  return address !== null && URL.canParse(address)
    ? new URL(address).hostname.replace(/^www\./, '')
    : undefined;
}

/** The heading that leads to the site's first page. */
function logoOf(page: Root): string | undefined {
  const [logo, ...others] = mainHeadings(page).filter(leadsHome);
  return logo === undefined || others.length > 0 ? undefined : elementText(logo);
}

/** But for those that lead to the site's first page. */
function headingsOf(page: Root): { text: string; isMain: boolean }[] {
  return findElements(page, ({ tagName }) => /^h[1-3]$/.test(tagName))
    .slice(0, MAX_HEADINGS)
    .filter((heading) => !leadsHome(heading))
    .map((heading) => ({ text: elementText(heading), isMain: heading.tagName === 'h1' }));
}

const MAX_HEADINGS = 60;

/** What the page's data says, then what its elements are marked as; a link to a profile is no name. */
function findAuthor(
  page: Root,
  named: readonly (string | undefined)[],
  { names: siteNames, company }: { names: readonly string[]; company: string | undefined },
): string | undefined {
  const given = named.filter(isName);
  const said = given.map((name) => tidyByline(name, siteNames));
  const comments = findElements(page, isComment);
  const marked = AUTHOR_MARKS.flatMap((mark) => {
    const element = findElements(page, mark)
      .slice(0, MAX_MARKED)
      .find((each) => !comments.some((comment) => holds(comment, each)));
    const text = element === undefined ? '' : nameWithin(element);
    return text.length <= 300 ? [tidyByline(text, siteNames)] : [];
  });
  const name = [...said, ...marked].find((each) => each !== null);
  // What the data calls a company is no person.
  return (
    name ??
    findOwner(
      page,
      given.filter((each) => each !== company),
    )
  );
}

/** What is marked as the name, or the one link beside a job and the like. */
function nameWithin(element: Element): string {
  const name = findElement(element, (each) => tokens(each, 'itemProp').includes('name'));
  const links = findElements(element, ({ tagName }) => tagName === 'a').map(elementText);
  const [link = ''] = links;
  const isNamed = name === undefined && links.length === 1 && PROFILE_NAME.test(link);
  return isNamed ? link : elementText(name ?? element);
}

const PROFILE_NAME = compilePattern(/^\p{Lu}[\p{L}’'.-]+(?: [\p{L}’'.-]+){1,3}$/u);

/** The person whose name the site has, too. */
function findOwner(page: Root, named: readonly string[]): string | undefined {
  const names = named.map((name) => tidyByline(name)).filter((name) => name !== null);
  if (names.length === 0) return undefined;
  const words = new Set(elementText(page).match(/(?<![\p{L}/@.-])\p{Ll}{3,}/gu));
  return names.find((name) => isOwnSiteOf(name, (word) => words.has(word)));
}

/** Further ones are those of other articles. */
const MAX_MARKED = 20;

function isComment(element: Element): boolean {
  return /(?:^|[\s_-])(?:comments?|replies|respond)(?:$|[\s_-])/i.test(
    `${attribute(element, 'className')} ${attribute(element, 'id')}`,
  );
}

const AUTHOR_CLASS = /^(?:byline|author-name|author__name|article-author|post-author|entry-author|author)$/i;
const AUTHOR_MARKS: readonly ((element: Element) => boolean)[] = [
  (element) => attribute(element, 'rel') === 'author' || tokens(element, 'itemProp').includes('author'),
  (element) => tokens(element, 'className').some((name) => AUTHOR_CLASS.test(name)),
];

function tokens(element: Element, name: string): string[] {
  return attribute(element, name).split(/\s+/);
}

/** "2025-02-18T23:30:00-05:00" → "2025-02-18": the day where it was written. */
function isoDate(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (/^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(text)?.[0] ?? text);
}

/** The page's own word, or what its versions in other languages say about it. */
function findLanguage(page: Root, url: string | null): string | undefined {
  const html = findElement(page, ({ tagName, properties }) => tagName === 'html' && 'lang' in properties);
  const own = html === undefined ? '' : attribute(html, 'lang').trim();
  if (own !== '') return own;
  const alternate = findElements(page, (each) => isLink(each, 'alternate')).find(
    (each) => url !== null && attribute(each, 'href') === url && attribute(each, 'hrefLang') !== 'x-default',
  );
  return (alternate === undefined ? '' : attribute(alternate, 'hrefLang')) || undefined;
}

function baseOf(page: Root, address: string | null): string | null {
  const element = findElement(page, ({ tagName }) => tagName === 'base');
  return absolute(element && attribute(element, 'href'), address) ?? address;
}

function absolute(href: string | undefined, base: string | null): string | undefined {
  if (href === undefined || href === '') return undefined;
  if (URL.canParse(href)) return href;
  return base !== null && URL.canParse(href, base) ? new URL(href, base).href : undefined;
}
