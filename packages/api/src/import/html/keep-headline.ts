import type { Element, Root } from 'hast';
import { comparableText } from '../text/comparable-text.ts';
import { attribute, elementText, findElement, findElements } from './html-tree.ts';

interface PageNames {
  /** What the page is called after. */
  title: string | null;
  /** The same with the site's name, as the page's head says it. */
  fullTitle: string;
  publisher: string | null;
}

/** The page's one main heading stays with its content, wherever above it the page shows it. */
export function keepHeadline(content: Root, page: Root, names: PageNames): Root {
  const headings = findElements(page, isMainHeading).filter((each) => elementText(each) !== '');
  const [headline] = headings;
  if (headline === undefined || headings.length > 1 || isLogo(headline, page, names)) return content;
  if (isHeaded(content, names.title) || !standsAbove(headline, content)) return content;
  return { ...content, children: [headline, ...content.children] };
}

function isMainHeading({ tagName }: Element): boolean {
  return tagName === 'h1';
}

/** It has a main heading, or a lower one that the page is called after. */
function isHeaded(content: Root, title: string | null): boolean {
  const wanted = comparableText(title ?? '');
  const heads = (element: Element): boolean =>
    isMainHeading(element) ||
    (wanted !== '' && /^h[23]$/.test(element.tagName) && comparableText(elementText(element)) === wanted);
  return findElement(content, heads) !== undefined;
}

function standsAbove(headline: Element, content: Root): boolean {
  const last = findElements(content, () => true).at(-1);
  return startOf(headline) < (last === undefined ? 0 : startOf(last));
}

function startOf({ position }: Element): number {
  return position?.start.offset ?? 0;
}

const LOGO =
  /(?:^|[\s_-])(?:logo|brand(?:ing)?|masthead|site-?(?:title|name|header)|blog-?title)(?:$|[\s_-])/i;
const FIRST_PAGE = /^(?:https?:\/\/[^/?#]{1,200})?\/?(?:index\.\w{1,5})?$/i;

/** The name of the site: marked as such, a link to its first page, or what the page's title ends in. */
function isLogo(headline: Element, page: Root, { fullTitle, publisher }: PageNames): boolean {
  const name = comparableText(elementText(headline));
  const site = /[|–—·»:-]([^|–—·»:-]{2,80})$/u.exec(fullTitle)?.[1] ?? '';
  if (name === comparableText(site) || name === comparableText(publisher ?? '')) return true;
  if (leadsHome(headline)) return true;
  return findElements(page, (each) =>
    LOGO.test(`${attribute(each, 'className')} ${attribute(each, 'id')}`),
  ).some((each) => holds(each, headline));
}

/** It holds a link to the first page of the site. */
export function leadsHome(heading: Element): boolean {
  const isHome = (each: Element): boolean => each.tagName === 'a' && FIRST_PAGE.test(attribute(each, 'href'));
  return findElement(heading, isHome) !== undefined;
}

/** Between its first letter and its last. */
export function holds(element: Element, inner: Element): boolean {
  const end = element.position?.end.offset ?? 0;
  return element.tagName !== 'body' && startOf(element) <= startOf(inner) && startOf(inner) < end;
}
