import type { Element, ElementContent, Root, RootContent } from 'hast';
import { comparableText } from '../text/comparable-text.ts';
import { attribute, elementText, findElement, findElements } from './html-tree.ts';
import { measureProse, NOTHING } from './measure-prose.ts';
import type { TextMeasure } from './measure-prose.ts';

type Content = RootContent | ElementContent;

/**
 * Most paragraphs of a page stand in one part of it. What stands beside that part and tells nothing (menus, lists of
 * other articles, labels of players) goes, level by level; what tells something stays, wherever it stands.
 */
export function dropSatellites(content: Root, title: string | null): void {
  const wanted = comparableText(title ?? '');
  const measures = measureProse(content);
  const measureOf = (node: Root | RootContent): TextMeasure => measures.get(node) ?? NOTHING;
  if (measureOf(content).prose < MIN_PROSE) return;
  let around: Root | Element = content;
  for (;;) {
    const children: readonly Content[] = around.children;
    const core = children.findIndex((child) => isCore(child, measureOf(child), measureOf(around)));
    const part = children[core];
    if (part?.type !== 'element') return;
    const kept = children.filter(
      (child, place) =>
        place === core ||
        isKept(child, measureOf(child), place < core) ||
        (child.type === 'element' && isHeadline(child, wanted)),
    );
    // A part of what was there before.
    around.children = kept as typeof around.children;
    around = part;
  }
}

/** A page of less text may tell it in short lines. */
const MIN_PROSE = 1_000;
const CORE_SHARE = 0.7;

function isCore(child: Content, { prose }: TextMeasure, around: TextMeasure): boolean {
  return child.type === 'element' && !isPlain(child) && prose >= around.prose * CORE_SHARE;
}

/** Paragraphs, headings and the like: parts of a text, and not of a page. */
function isPlain({ tagName }: Element): boolean {
  return /^(?:h[1-6]|p|pre|blockquote|hr|br|table|dl)$/.test(tagName);
}

function isKept(child: Content, measure: TextMeasure, isAbove: boolean): boolean {
  if (child.type !== 'element') return true;
  const { text, linked, prose, longest } = measure;
  if (prose > 0 && linked * 2 < text) return true;
  if (isPlain(child)) return linked * 2 < text || text === 0 || child.tagName.startsWith('h');
  if (findElement(child, (each) => /^(?:h1|pre|code)$/.test(each.tagName)) !== undefined) return true;
  if (linked * 2 < text && holdsData(child)) return true;
  if (linked * 3 < text && holdsList(child, text, linked)) return true;
  if (!isAbove) return false;
  return (longest >= MIN_STANDFIRST && linked * 3 < text) || (text <= MAX_MASTHEAD && isMasthead(child));
}

/** Shorter lines above an article are labels. */
const MIN_STANDFIRST = 40;
const MAX_MASTHEAD = 300;
/** Of characters in an item: less is a word of a menu. */
const MIN_ITEM = 25;
const MIN_ITEMS = 3;

function holdsData(element: Element): boolean {
  return findElements(element, ({ tagName }) => tagName === 'tr').length > 1;
}

/** Of words without a link, or of items that are more than words of a menu. */
function holdsList(element: Element, text: number, linked: number): boolean {
  const items = findElements(element, ({ tagName }) => tagName === 'li').length;
  return items >= MIN_ITEMS && (linked === 0 || text >= items * MIN_ITEM);
}

/** What the page is called after, in a heading. */
function isHeadline(element: Element, wanted: string): boolean {
  const isHeading = (each: Element): boolean =>
    /^h[1-3]$/.test(each.tagName) && comparableText(elementText(each)) === wanted;
  return wanted !== '' && findElement(element, isHeading) !== undefined;
}

/** Who wrote it, and when. */
function isMasthead(element: Element): boolean {
  return (
    findElement(
      element,
      (each) =>
        each.tagName === 'time' ||
        MASTHEAD.test(
          `${attribute(each, 'className')} ${attribute(each, 'itemProp')} ${attribute(each, 'rel')}`,
        ),
    ) !== undefined || MASTHEAD.test(attribute(element, 'className'))
  );
}

const MASTHEAD =
  /(?:^|[\s_-])(?:by-?line|author|date|time|published|datePublished|dateline|meta|lead|standfirst|dek|subtitle|kicker)(?:$|[\s_-])/i;
