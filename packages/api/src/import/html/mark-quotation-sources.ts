import type { Element, ElementContent, Root } from 'hast';
import { elementText, findElements } from './html-tree.ts';

/** The footer or cite that ends a blockquote says who is quoted: "— Eva Holm, prime minister", as texts write it. */
export function markQuotationSources(root: Root): void {
  for (const quote of findElements(root, ({ tagName }) => tagName === 'blockquote')) {
    const { parent, last } = findLast(quote);
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
    parent.children = parent.children.filter((child) => child !== last);
    quote.children.push(source);
  }
}

/** What ends an element, also where words that are bold or were never closed hold all of it. */
function findLast(element: Element): { parent: Element; last: ElementContent | undefined } {
  const last = element.children.findLast((child) => child.type !== 'text' || child.value.trim() !== '');
  const isHolder = last?.type === 'element' && /^(?:b|em|i|strong)$/.test(last.tagName);
  return isHolder ? findLast(last) : { parent: element, last };
}
