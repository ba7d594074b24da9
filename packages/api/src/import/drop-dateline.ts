import type { Element, Root } from 'hast';
import { attribute, elementText, findElement, findElements } from './html-tree.ts';

/** The page's first date, where it stands alone: it says when the page was published, and that is read elsewhere. */
export function dropDateline(root: Root): void {
  const time = findElement(root, ({ tagName }) => tagName === 'time');
  if (time === undefined || attribute(time, 'dateTime') === '') return;
  const parents: (Root | Element)[] = [
    root,
    ...findElements(root, ({ children }) => children.includes(time)),
  ];
  const parent = parents.find(({ children }) => (children as readonly unknown[]).includes(time));
  if (parent === undefined || !standsAlone(time, parent)) return;
  const kept = (parent.children as unknown[]).filter((child) => child !== time);
  parent.children = kept as typeof parent.children;
}

const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)$/;

function standsAlone(time: Element, parent: Root | Element): boolean {
  if (parent.type === 'element' && /^(?:li|td|th|dt|dd|figcaption|h[1-6])$/.test(parent.tagName))
    return false;
  const siblings: readonly (Root | Element)['children'][number][] = parent.children;
  return siblings.every((each) => {
    if (each === time || each.type === 'comment' || each.type === 'doctype') return true;
    if (each.type === 'text') return each.value.trim() === '';
    return !INLINE.test(each.tagName) || elementText(each) === '';
  });
}
