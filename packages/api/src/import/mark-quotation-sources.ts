import type { Element, Root } from 'hast';
import { elementText, findElements } from './html-tree.ts';

/** The footer or cite that ends a blockquote says who is quoted: "— Eva Holm, prime minister", as texts write it. */
export function markQuotationSources(root: Root): void {
  for (const quote of findElements(root, ({ tagName }) => tagName === 'blockquote')) {
    const last = quote.children.findLast((child) => child.type !== 'text' || child.value.trim() !== '');
    if (last?.type !== 'element' || !/^(?:footer|cite)$/.test(last.tagName)) continue;
    const text = elementText(last).replace(/^[\s—–-]+/, '');
    if (text === '') continue;
    const { position } = last;
    const source: Element = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value: `— ${text}`, ...(position && { position }) }],
      ...(position && { position }),
    };
    quote.children = quote.children.map((child) => (child === last ? source : child));
  }
}
