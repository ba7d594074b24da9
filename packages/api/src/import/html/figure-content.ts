import type { Element } from 'hast';
import { findElement } from './html-tree.ts';

/** Known already: a figure may have many captions. */
const figures = new WeakMap<Element, boolean>();

/** A quotation, a table or code, and not only a picture. */
export function holdsText(figure: Element): boolean {
  const known = figures.get(figure);
  if (known !== undefined) return known;
  const text = findElement(figure, ({ tagName }) => /^(?:blockquote|table|pre)$/.test(tagName));
  figures.set(figure, text !== undefined);
  return text !== undefined;
}
