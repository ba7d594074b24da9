import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseHTML } from 'linkedom';
import { comparableText } from '../text/comparable-text.ts';
import { dropFurniture } from './drop-furniture.ts';
import { dropSatellites } from './drop-satellites.ts';
import { attribute, elementText, findElement, findElements, removeElements } from './html-tree.ts';
import { measureProse } from './measure-prose.ts';

/** Takes everything out of the page that is not what it was written for; nothing is left of a page of nothing but links. */
export function chooseHtmlContent(page: Root, title: string | null): Root {
  const content = chooseContent(page, title);
  dropSatellites(content, title);
  if (!isMenu(content)) return content;
  const measures = measureProse(content);
  const hasProse = (node: Root | Element): boolean => (measures.get(node)?.prose ?? 0) >= MIN_BESIDE_MENU;
  if (!hasProse(content)) return { ...content, children: [] };
  removeElements(content, (element) => !hasProse(element) && isMenu(element));
  return content;
}

/** Of a short article beside a menu that is much longer. */
const MIN_BESIDE_MENU = 200;

function isMenu(content: Root | Element): boolean {
  if (linkShare(content) < NOTHING_BUT_LINKS) return false;
  const links = findElements(content, ({ tagName }) => tagName === 'a');
  return links.length >= MIN_MENU && !links.some((link) => /[.!?。！？]$/.test(elementText(link)));
}

/** Fewer may be what a short page recommends. */
const MIN_MENU = 30;
const NOTHING_BUT_LINKS = 0.85;

function chooseContent(page: Root, title: string | null): Root {
  dropFurniture(page);
  const body = findElement(page, ({ tagName }) => tagName === 'body');
  const whole: Root = { ...page, children: body?.children ?? page.children };
  const total = proseOf(whole);
  const named = namedContent(whole, title);
  if (named !== null) return { ...page, children: named.children };
  const own = semanticContent(whole);
  if (own !== null) {
    const content: Root = { ...page, children: own.children };
    if (isMostOf(content, total)) return content;
  }
  if (linkShare(whole) < MOSTLY_LINKS) return whole;
  const readable = readableContent(whole);
  if (readable !== null && isMostOf(readable, total)) return readable;
  removeElements(whole, isLinkList);
  return whole;
}

/** A part that leaves most paragraphs of the page behind, and is no article for itself, is none of its own. */
function isMostOf(content: Root, total: number): boolean {
  const prose = proseOf(content);
  return prose >= ENOUGH || prose * 2 >= total || (prose >= SHORT_ARTICLE && prose * 3 >= total);
}

function proseOf(content: Root): number {
  return measureProse(content).get(content)?.prose ?? 0;
}

const ENOUGH = 1_500;
const SHORT_ARTICLE = 800;

/** What the page itself says is its article; null where it does not, or lists many. */
function semanticContent(root: Root): Element | null {
  const { scope, articles } = articlesOf(root);
  if (articles.length > MAX_ARTICLES) return scope ?? null;
  const length = elementText(scope ?? root).length;
  const sized = articles.map((article) => ({ article, length: elementText(article).length }));
  const largest = sized.sort((a, b) => b.length - a.length)[0];
  // A page that says what its article is may still show the headline above it.
  if (largest !== undefined && largest.length > 0 && largest.length * 2 >= length) {
    return scope !== undefined && largest.length * 10 >= length * 8 ? scope : largest.article;
  }
  return scope ?? null;
}

function articlesOf(root: Root): { scope: Element | undefined; articles: Element[] } {
  const isMain = (element: Element): boolean =>
    element.tagName === 'main' || attribute(element, 'role') === 'main';
  const mains = findElements(root, isMain);
  const scope = mains.length === 1 ? mains[0] : undefined;
  const articles = findElements(
    scope ?? root,
    (element) => element.tagName === 'article' || attribute(element, 'itemProp') === 'articleBody',
  );
  return { scope, articles };
}

/** Of several articles below each other, the one the page is called after. */
function namedContent(root: Root, title: string | null): Element | null {
  const { articles } = articlesOf(root);
  const wanted = comparableText(title ?? '');
  if (wanted === '' || articles.length < 2 || articles.length > MAX_ARTICLES) return null;
  const isTitle = (element: Element): boolean =>
    /^h[1-3]$/.test(element.tagName) && comparableText(elementText(element)) === wanted;
  const named = articles.find(
    (article) => findElement(article, isTitle) !== undefined && elementText(article).length >= MIN_ARTICLE,
  );
  return named ?? null;
}

const MAX_ARTICLES = 50;
/** Less is a teaser. */
const MIN_ARTICLE = 1_000;
/** Of the text of a page, how much stands in links where there is more menu than article. */
const MOSTLY_LINKS = 0.25;

function linkShare(root: Root | Element): number {
  const length = elementText(root).length;
  if (length === 0) return 0;
  const links = findElements(root, ({ tagName }) => tagName === 'a');
  return links.reduce((sum, link) => sum + elementText(link).length, 0) / length;
}

function isLinkList(element: Element): boolean {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return false;
  return element.children.length >= 3 && linkShare(element) > 0.8;
}

const PLACE = 'data-place';
/** More than any article has; above it looking for the article takes longer than reading the page. */
const MAX_ELEMENTS = 3_000;
const MIN_READABLE = 140;

/** What Readability finds, as the part of our own tree that it is: the tree knows where in the page it stands. */
function readableContent(root: Root): Root | null {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const places = buildDocument(root, document);
  if (places === null) return null;
  const reader = new Readability<unknown>(document, {
    charThreshold: MIN_READABLE,
    serializer: (node) => node,
  });
  const content = reader.parse()?.content;
  if (!isElementLike(content)) return null;
  const kept = new Set([...content.querySelectorAll(`[${PLACE}]`)].map((each) => each.getAttribute(PLACE)));
  const children = prune(root, (element) => kept.has(String(places.get(element))));
  const readable: Root = { ...root, children };
  return elementText(readable).length < MIN_READABLE ? null : readable;
}

function isElementLike(value: unknown): value is globalThis.Element {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}

/** The page again, as the programming interface of browsers that Readability works on. */
function buildDocument(root: Root, document: Document): Map<Element, number> | null {
  const places = new Map<Element, number>();
  const open: { from: Root | Element; to: globalThis.Element }[] = [{ from: root, to: document.body }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    for (const child of each.from.children) {
      if (child.type === 'text') each.to.appendChild(document.createTextNode(child.value));
      if (child.type !== 'element') continue;
      const copy = document.createElement(child.tagName);
      copy.setAttribute(PLACE, String(places.size));
      for (const [name, property] of ATTRIBUTES) {
        const value = attribute(child, property);
        if (value !== '') copy.setAttribute(name, value);
      }
      places.set(child, places.size);
      if (places.size > MAX_ELEMENTS) return null;
      each.to.appendChild(copy);
      open.push({ from: child, to: copy });
    }
  }
  return places;
}

const ATTRIBUTES = [
  ['class', 'className'],
  ['id', 'id'],
  ['href', 'href'],
  ['role', 'role'],
  ['itemprop', 'itemProp'],
] as const;

/** Depth-first with recursion: `flattenHtml` bounds the depth. */
function prune<Parent extends Root | Element>(
  parent: Parent,
  keeps: (element: Element) => boolean,
): Parent['children'] {
  const isKept = parent.type === 'root' || keeps(parent);
  const children = (parent.children as (RootContent | ElementContent)[]).flatMap(
    (child): (RootContent | ElementContent)[] => {
      if (child.type !== 'element') return isKept && parent.type !== 'root' ? [child] : [];
      const inner = prune(child, keeps);
      return keeps(child) || inner.length > 0 ? [{ ...child, children: inner }] : [];
    },
  );
  // The same kinds of children the parent had.
  return children as Parent['children'];
}
