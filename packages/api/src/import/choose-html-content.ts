import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { parseHTML } from 'linkedom';
import { comparableText } from './comparable-text.ts';
import { endsInQuestionMark } from './faq-headings.ts';
import { attribute, elementText, findElement, findElements, removeElements } from './html-tree.ts';

/** Takes everything out of the page that is not what it was written for; nothing is left of a page of nothing but links. */
export function chooseHtmlContent(page: Root, title: string | null): Root {
  const content = chooseContent(page, title);
  return isMenu(content) ? { ...content, children: [] } : content;
}

function isMenu(content: Root): boolean {
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
  const own = semanticContent(whole, title);
  if (own !== null) return { ...page, children: own.children };
  if (linkShare(whole) < MOSTLY_LINKS) return whole;
  const readable = readableContent(whole);
  if (readable !== null) return readable;
  removeElements(whole, isLinkList);
  return whole;
}

/** Scripts, menus, forms, buttons: no part of what a page says. */
export function dropFurniture(root: Root): void {
  const lengths = measureElements(root);
  const whole = root.children.reduce((sum, child) => sum + (lengths.get(child) ?? 0), 0);
  removeElements(root, (element, above) => {
    if (isFurniture(element, above)) return true;
    // What most of the page stands in may be called anything ("with-sidebar", "ad-portal"), and be a form.
    return isNamedFurniture(element) && (lengths.get(element) ?? 0) * 3 < whole && !holdsArticle(element);
  });
}

/** Also a question with its answer, as definition lists hold them. */
function holdsArticle(element: Element): boolean {
  const isOwn = (each: Element): boolean =>
    attribute(each, 'itemProp') === 'articleBody' ||
    (each.tagName === 'dt' && endsInQuestionMark(elementText(each)));
  return findElement(element, isOwn) !== undefined;
}

/** How much text stands in each element, in one walk. */
function measureElements(root: Root): Map<Root | RootContent, number> {
  const lengths = new Map<Root | RootContent, number>();
  const open: { node: Root | RootContent; isEntered: boolean }[] = [{ node: root, isEntered: false }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { node, isEntered } = each;
    if (node.type === 'text') lengths.set(node, node.value.trim().length);
    if (node.type !== 'element' && node.type !== 'root') continue;
    if (node.type === 'element' && SILENT.has(node.tagName)) continue;
    if (isEntered) {
      lengths.set(
        node,
        node.children.reduce((sum, child) => sum + (lengths.get(child) ?? 0), 0),
      );
      continue;
    }
    open.push({ node, isEntered: true });
    for (const child of node.children) open.push({ node: child, isEntered: false });
  }
  return lengths;
}

const SILENT = new Set(['script', 'style', 'noscript', 'template']);

const FURNITURE = new Set(
  'script style noscript template nav iframe object embed svg math canvas audio video select textarea input dialog menu link meta title'.split(
    ' ',
  ),
);
const FURNITURE_ROLES =
  /^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar)$/;
/** Sharing, comments and cookie banners; "main" or "article" in a name keeps it. */
const FURNITURE_NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|share|sharing|social|comments?|disqus|breadcrumbs?|newsletter|subscribe|related|recommended|sidebar|skip-link|advert|ads?|promo|pagination|sr-only|visually-hidden|screen-reader-text|toc|hatnote|navbox|catlinks|editsection|headerlink|hash-link|anchor-link|heading-anchor|noprint|printfooter|jump-link|jump-to-nav|siteSub|contentSub|reflist|edit-(?:this-)?page|theme-edit-this-page|md-source-file)(?:$|[\s_-])/i;

/** Only as a whole name: "with-nav" is a page beside its menu. */
const MENU_NAMES = /(?:^|\s)(?:nav|navbar|navigation|navheader|navfooter)(?:\s|$)/i;

function isFurniture(element: Element, ancestors: readonly Element[]): boolean {
  const { tagName } = element;
  if (FURNITURE.has(tagName) || FURNITURE_ROLES.test(attribute(element, 'role'))) return true;
  if (element.properties['hidden'] === true || attribute(element, 'ariaHidden') === 'true') return true;
  const isHeaded =
    /^(?:h[1-6]|dt|summary)$/.test(ancestors.at(-1)?.tagName ?? '') || ancestors.some(isQuestion);
  if (tagName === 'button' && !isHeaded) return true;
  // Below quoted words stands who said them.
  if (tagName === 'footer' && ancestors.some(isQuotation)) return false;
  if (tagName === 'header' || tagName === 'footer') {
    return tagName === 'footer' || !ancestors.some(isArticle);
  }
  return false;
}

function isQuestion(element: Element): boolean {
  return attribute(element, 'itemType').endsWith('schema.org/Question');
}

function isQuotation({ tagName }: Element): boolean {
  return tagName === 'blockquote';
}

function isArticle({ tagName, properties }: Element): boolean {
  return tagName === 'article' || tagName === 'main' || properties['role'] === 'main';
}

function isNamedFurniture(element: Element): boolean {
  if (element.tagName === 'form' || element.tagName === 'aside') return true;
  const names = `${attribute(element, 'className')} ${attribute(element, 'id')}`;
  return (
    /^(?:div|section|ul|ol|p|span|figure|a|table|tr|sup)$/.test(element.tagName) &&
    (FURNITURE_NAMES.test(names) || MENU_NAMES.test(names)) &&
    !/\b(?:article|main|content)\b/i.test(names)
  );
}

/** What the page itself says is its article; null where it does not, or lists many. */
function semanticContent(root: Root, title: string | null): Element | null {
  const isMain = (element: Element): boolean =>
    element.tagName === 'main' || attribute(element, 'role') === 'main';
  const mains = findElements(root, isMain);
  const scope = mains.length === 1 ? mains[0] : undefined;
  const articles = findElements(
    scope ?? root,
    (element) => element.tagName === 'article' || attribute(element, 'itemProp') === 'articleBody',
  );
  if (articles.length > MAX_ARTICLES) return scope ?? null;
  const titled = articles.length > 1 ? titledArticle(articles, title) : undefined;
  if (titled !== undefined) return titled;
  const length = elementText(scope ?? root).length;
  const sized = articles.map((article) => ({ article, length: elementText(article).length }));
  const largest = sized.sort((a, b) => b.length - a.length)[0];
  // A page that says what its article is may still show the headline above it.
  if (largest !== undefined && largest.length > 0 && largest.length * 2 >= length) {
    return scope !== undefined && largest.length * 10 >= length * 8 ? scope : largest.article;
  }
  return scope ?? null;
}

/** Of several articles below each other, the one the page is called after. */
function titledArticle(articles: readonly Element[], title: string | null): Element | undefined {
  const wanted = comparableText(title ?? '');
  if (wanted === '') return undefined;
  const isTitle = (element: Element): boolean =>
    /^h[1-3]$/.test(element.tagName) && comparableText(elementText(element)) === wanted;
  return articles.find(
    (article) => findElement(article, isTitle) !== undefined && elementText(article).length >= MIN_ARTICLE,
  );
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
