import type { Element, ElementContent, Root, RootContent } from 'hast';
import { BLOCKS, elementText, findElement } from './html-tree.ts';

/** Elements that are for words alone. */
const FOR_WORDS =
  /^(?:abbr|b|big|cite|code|del|em|font|i|ins|kbd|label|mark|p|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var)$/;
const HEADING = /^h[1-6]$/;

/**
 * What was never closed holds all that follows it: a paragraph the table below it, bold words the rest of the page.
 * Where such an element holds blocks it becomes a plain part of the page, so that its blocks stay blocks.
 */
export function liftBlocks(page: Root): void {
  const holders = new Set<Element>();
  // From the last to the first: what is within an element comes before it.
  for (const { element, parent } of elementsBelow(page).reverse()) {
    const isBlock = BLOCKS.test(element.tagName) && element.tagName !== 'br' && !isEmptyParagraph(element);
    if (parent !== null && (isBlock || holders.has(element))) holders.add(parent);
    if (holders.has(element) && FOR_WORDS.test(element.tagName)) element.tagName = 'div';
  }
}

/** `</p>` without a beginning makes one. */
function isEmptyParagraph({ tagName, children }: Element): boolean {
  return tagName === 'p' && children.length === 0;
}

/** Longer than any headline that is marked as two blocks. */
const MAX_HEADLINE = 300;

/** The text below it, and no headline any more: it was never closed. */
function isUnclosed(heading: Element): boolean {
  return (
    findElement(heading, ({ tagName }) => /^(?:p|div|ul|ol|table)$/.test(tagName)) !== undefined &&
    elementText(heading).length > MAX_HEADLINE
  );
}

/** In the order of the text, but for those in headings, whose words stay together. */
function elementsBelow(page: Root): { element: Element; parent: Element | null }[] {
  const found: { element: Element; parent: Element | null }[] = [];
  const open: { node: RootContent | ElementContent; parent: Element | null }[] = page.children
    .map((node) => ({ node, parent: null }))
    .reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    if (node.type !== 'element') continue;
    found.push({ element: node, parent });
    if (HEADING.test(node.tagName)) {
      if (!isUnclosed(node)) continue;
      node.tagName = 'div';
    }
    for (const child of [...node.children].reverse()) open.push({ node: child, parent: node });
  }
  return found;
}
