import type { Element, ElementContent, Root } from 'hast';
import { isFaqHeading } from '../faq/faq-headings.ts';
import { answerElement, questionElement } from './html-questions.ts';
import { attribute, elementText, findElements } from './html-tree.ts';

const NAME = '(?:item[-_]*|entry[-_]*)?';
const QUESTION = new RegExp(`^${NAME}question(?:[-_]*(?:text|title))?$`, 'i');
const ANSWER = new RegExp(`^${NAME}answer(?:[-_]*(?:text|body|content))?$`, 'i');
const FAQ_PREFIX = /^faqs?[-_]*/i;

/**
 * What a page calls "question" and the "answer" after it. Interviews use the same names: without "faq" in
 * the name only a page that says it is a list of questions is believed.
 */
export function markClassedQuestions(root: Root): void {
  const parts = findElements(root, (element) => partOf(element) !== null);
  if (parts.length < 2) return;
  const isFaqPage = findElements(root, ({ tagName }) => /^h[1-6]$/.test(tagName)).some((heading) =>
    isFaqHeading(elementText(heading)),
  );
  for (const [index, element] of parts.entries()) {
    const next = parts[index + 1];
    if (next === undefined || partOf(element)?.name !== 'QUESTION' || partOf(next)?.name !== 'ANSWER')
      continue;
    if (!isFaqPage && partOf(element)?.isSure !== true) continue;
    replaceContent(element, [questionElement(withoutNumber(elementText(element)), element)]);
    replaceContent(next, [answerElement([...contentOf(next)], next)]);
  }
}

function partOf(element: Element): { name: 'QUESTION' | 'ANSWER'; isSure: boolean } | null {
  for (const name of attribute(element, 'className').split(/\s+/)) {
    const bare = name.replace(FAQ_PREFIX, '');
    const isSure = bare !== name;
    if (QUESTION.test(bare)) return { name: 'QUESTION', isSure };
    if (ANSWER.test(bare)) return { name: 'ANSWER', isSure };
  }
  return null;
}

/** DocBook puts the number of a question beside it. */
function withoutNumber(text: string): string {
  return text.replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|Q[.:])\s+(?=\S)/, '');
}

/** A row keeps one cell. */
function contentOf(element: Element): ElementContent[] {
  if (element.tagName !== 'tr') return element.children;
  return element.children.flatMap((cell) => (cell.type === 'element' ? cell.children : []));
}

function replaceContent(element: Element, children: ElementContent[]): void {
  element.children =
    element.tagName === 'tr' ? [{ type: 'element', tagName: 'td', properties: {}, children }] : children;
  // A heading or paragraph holds no blocks.
  if (/^(?:p|h[1-6]|button|span|a|strong|b|summary)$/.test(element.tagName)) element.tagName = 'div';
}
