/** Walking a page's tree. A stack instead of recursion, and every walk in the order of the text. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { cleanText } from '../text/tree-text.ts';

export function findElements(root: Root | Element, matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const open: (RootContent | ElementContent)[] = [...root.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'element') continue;
    if (matches(node)) found.push(node);
    for (const child of [...node.children].reverse()) open.push(child);
  }
  return found;
}

export function findElement(
  root: Root | Element,
  matches: (element: Element) => boolean,
): Element | undefined {
  return findElements(root, matches)[0];
}

/** Elements between which no word goes on. */
export const BLOCKS =
  /^(?:address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)$/;

export function elementText(root: Nodes): string {
  let text = '';
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') text += node.value;
    if (!('children' in node)) continue;
    if (node.type === 'element' && BLOCKS.test(node.tagName)) text += ' ';
    for (const child of [...node.children].reverse()) open.push(child);
  }
  return cleanText(text);
}

/** An attribute as one text; lists are joined by spaces. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? name : '';
}

/** `above` are the nearest twenty elements around one. Comments go, too. */
export function removeElements(
  root: Root,
  matches: (element: Element, above: readonly Element[]) => boolean,
): void {
  const open: { parent: Root | Element; above: Element[] }[] = [{ parent: root, above: [] }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { parent, above } = each;
    const kept = (parent.children as (RootContent | ElementContent)[]).filter(
      (child) => child.type !== 'comment' && (child.type !== 'element' || !matches(child, above)),
    );
    // A part of what was there before.
    parent.children = kept as typeof parent.children;
    for (const child of kept) {
      if (child.type === 'element') open.push({ parent: child, above: [...above.slice(-20), child] });
    }
  }
}
