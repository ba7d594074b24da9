/** Questions and answers of a page, with the mark "dataFaq" that the tree of articles understands. */
import type { Element, ElementContent } from 'hast';

export function questionElement(text: string, from: Element): Element {
  const { position } = from;
  return {
    type: 'element',
    tagName: 'p',
    properties: { dataFaq: 'question' },
    children: [{ type: 'text', value: text, ...(position && { position }) }],
    ...(position && { position }),
  };
}

export function answerElement(children: ElementContent[], from: Element): Element {
  const { position } = from;
  return {
    type: 'element',
    tagName: 'div',
    properties: { dataFaq: 'answer' },
    children,
    ...(position && { position }),
  };
}
