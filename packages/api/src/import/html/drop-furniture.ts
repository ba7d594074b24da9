import type { Element, Root } from 'hast';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { holdsText } from './figure-content.ts';
import { attribute, elementText, findElement, removeElements } from './html-tree.ts';
import { measureProse, NOTHING } from './measure-prose.ts';

/**
 * Takes scripts, menus, forms, buttons, comments and the like out of a page. Names lie: what most of the page's
 * paragraphs stand in is the page itself, whatever it is called and whatever it was never closed in.
 */
export function dropFurniture(root: Root): void {
  removeElements(root, ({ tagName }) => SILENT.has(tagName));
  const measures = measureProse(root);
  const page = measures.get(root) ?? NOTHING;
  const hasProse = page.prose >= MIN_PROSE;
  const weigh = (node: Root | Element): number => {
    const { prose, text } = measures.get(node) ?? NOTHING;
    return hasProse ? prose : text;
  };
  const kinds = weighKinds(root, weigh);
  const isPage = (kind: Kind): boolean => {
    const weight = kinds.get(kind) ?? 0;
    const rest = weigh(root) - weight;
    if (kind === 'caption') return weight > rest && rest < MIN_ARTICLE;
    return RESERVED.test(kind) ? rest < MIN_REST : weight * (hasProse ? 2 : 3) > weigh(root);
  };
  const bigKinds = new Set([...kinds.keys()].filter(isPage));
  removeElements(root, (element, above) => {
    const kind = kindOf(element, above);
    if (kind === null || bigKinds.has(kind)) return false;
    if (TOOLS.test(kind) && hasProse && weigh(element) >= MIN_PROSE) return false;
    return !holdsArticle(element);
  });
}

/** With less, a page is no article: how long its parts are is all that can be compared. */
const MIN_PROSE = 300;
/** So little beside its comments is no article that they could be about. */
const MIN_REST = 200;
/** With more text a page shows pictures beside an article; with less it tells what it tells below them. */
const MIN_ARTICLE = 500;

const SILENT = new Set(
  'script style template nav iframe object embed svg math canvas audio video select textarea input dialog menu link meta title'.split(
    ' ',
  ),
);

/** What an element is called, or would be: "header", "sidebar". */
type Kind = string;

/** Of the outermost elements of each kind, how much stands in them. */
function weighKinds(root: Root, weigh: (node: Element) => number): Map<Kind, number> {
  const weights = new Map<Kind, number>();
  const seen = new Map<Element, Kind>();
  removeElements(root, (element, above) => {
    const kind = kindOf(element, above);
    if (kind === null || above.some((each) => seen.get(each) === kind)) return false;
    seen.set(element, kind);
    weights.set(kind, (weights.get(kind) ?? 0) + weigh(element));
    return false;
  });
  return weights;
}

const FURNITURE_ROLES =
  /^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar)$/;
/** Between hyphens, underscores and spaces; "main" or "article" in a name keeps it. */
const FURNITURE_WORDS = [
  // Sharing, comments, cookie banners and newsletters.
  'cookies?|consent|share|sharing|social|comments?|disqus|newsletter|subscribe|subscription|paywall|donate|cta',
  // Other articles.
  'related|related(?:posts?|articles?|stories|content|links|news|topics)|recommended|recommendations|recirc',
  'more-(?:stories|articles|news|posts|from|on)|read-(?:more|next|also)|trending|most-?(?:read|popular|viewed)',
  'taboola|outbrain|trc_[a-z_]+|jp-relatedposts',
  // Advertisements, and what stands beside the article.
  'sidebar|advert|ads?|promo|footer|site-header|page-header|top-?bar|top-?header',
  // Menus, and links for other readers than those who see the page.
  'breadcrumbs?|skip-link|pagination|sr-only|visually-hidden|screen-reader-text|toc|jump-link|jump-to-nav|noprint',
  'headerlink|hash-link|anchor-link|heading-anchor|edit-(?:this-)?page|theme-edit-this-page|md-source-file|printfooter',
  'hatnote|navbox|catlinks|editsection|siteSub|contentSub|reflist',
  // Who wrote it, at length; what it is filed under.
  '(?:author|writer|contributor)[_-](?:bio|box|card|about|profile|description)|about[_-](?:the[_-])?author',
  'tags|tag-?(?:list|links|cloud)|post-tags|entry-tags',
  // Logging in, and labels of players.
  'sign[_-]?(?:in|up)|log-?in|registration|forgot-?password|vjs-[a-z-]+|jw-?player|jw-controls|sharedaddy',
];
const FURNITURE_NAMES = new RegExp(`(?:^|[\\s_-])(${FURNITURE_WORDS.join('|')})(?:$|[\\s_-])`, 'i');

/** Only as a whole name: "with-nav" is a page beside its menu. */
const MENU_NAMES = /(?:^|\s)(?:nav|navbar|navigation|navheader|navfooter)(?:\s|$)/i;

/** They may well hold paragraphs, and more of them than the article. */
const RESERVED = /^(?:comments?|disqus|hidden)$/;
/** Buttons and marks: where paragraphs stand in one, its name says something else ("no-share", "toc-title-1"). */
const TOOLS =
  /^(?:share|sharing|social|ads?|advert|toc|breadcrumbs?|skip-link|pagination|sr-only|visually-hidden|screen-reader-text|noprint|noscript|form|header|tags|read-more|cta|donate|paywall|subscription|site-header|page-header|top-?bar|top-?header|vjs-[a-z-]+)$/;

function kindOf(element: Element, above: readonly Element[]): Kind | null {
  const { tagName } = element;
  if (isHidden(element)) return 'hidden';
  const role = attribute(element, 'role');
  if (FURNITURE_ROLES.test(role)) return role;
  if (/^(?:noscript|form|aside)$/.test(tagName)) return tagName;
  if (tagName === 'button') {
    const isHeaded = /^(?:h[1-6]|dt|summary)$/.test(above.at(-1)?.tagName ?? '') || above.some(isQuestion);
    return isHeaded ? null : tagName;
  }
  if (isCaption(element, above)) return 'caption';
  // Below quoted words stands who said them.
  if (tagName === 'footer') return above.some(isQuotation) ? null : tagName;
  if (tagName === 'header') return above.some(isArticle) ? null : tagName;
  return nameOf(element);
}

/** Nobody sees it who does not open it; but "hidden md:block" is seen wherever there is room. */
function isHidden(element: Element): boolean {
  if (element.properties['hidden'] === true || attribute(element, 'ariaHidden') === 'true') return true;
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style')))
    return true;
  const names = attribute(element, 'className');
  return (
    /(?:^|\s)(?:hidden|hide|d-none)(?:\s|$)/.test(names) && !/[:-](?:block|flex|grid|inline)/.test(names)
  );
}

const CAPTION_NAMES =
  /(?:^|\s)(?:wp-caption-text|(?:image|photo|picture|img|figure|fig|media|gallery|slide|video|article)[-_]{0,2}(?:caption|credits?)|(?:caption|credit)[-_](?:text|body|content)|caption|bildunterschrift|bildtext|bildnachweis)(?:\s|$)/i;

/** What is written below pictures is part of the text only where nothing else is. Of quotations it says whose they are, of tables what they list. */
function isCaption(element: Element, above: readonly Element[]): boolean {
  const { tagName } = element;
  if (tagName === 'figcaption') {
    const figure = above.findLast((each) => each.tagName === 'figure');
    return figure === undefined || !holdsText(figure);
  }
  if (!/^(?:div|p|span)$/.test(tagName)) return false;
  return (
    CAPTION_NAMES.test(attribute(element, 'className')) && !above.some((each) => each.tagName === 'table')
  );
}

function nameOf(element: Element): Kind | null {
  if (!/^(?:div|section|ul|ol|p|span|figure|a|table|tr|sup)$/.test(element.tagName)) return null;
  const id = attribute(element, 'id');
  const names = `${attribute(element, 'className')} ${id}`;
  if (/(?:^|[^a-z])(?:article|main|content)(?:$|[^a-z])/i.test(names)) return null;
  return FURNITURE_NAMES.exec(names)?.[1]?.toLowerCase() ?? (MENU_NAMES.test(names) ? 'nav' : null);
}

/** Also a question with its answer, as definition lists hold them. */
function holdsArticle(element: Element): boolean {
  const isOwn = (each: Element): boolean =>
    attribute(each, 'itemProp') === 'articleBody' ||
    (each.tagName === 'dt' && endsInQuestionMark(elementText(each)));
  return findElement(element, isOwn) !== undefined;
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
