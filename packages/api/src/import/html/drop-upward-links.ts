import type { Element, Root } from 'hast';
import { attribute, elementText, findElements, removeElements } from './html-tree.ts';
import { leadsUpwards } from '../markdown/mark-upward-links.ts';

/** Takes "Top", "⬆ back to top" and "↑" out of a page where they are links to a place of its own, with the brackets around them. */
export function dropUpwardLinks(page: Root): void {
  const links = new Set(findElements(page, isUpwardLink));
  if (links.size === 0) return;
  const lines = new Set(
    findElements(
      page,
      (element) => LINE.test(element.tagName) && element.children.some((child) => isAmong(child, links)),
    ),
  );
  removeElements(page, (element) => links.has(element) || (lines.has(element) && isOnlyLinks(element)));
  for (const line of lines) dropBrackets(line);
}

const LINE = /^(?:p|div|li|span|small|sup|center|b|strong|em|td|h[1-6])$/;

function isUpwardLink(element: Element): boolean {
  if (element.tagName !== 'a' || !/^[^/:?#]{0,100}#/.test(attribute(element, 'href'))) return false;
  // A name is a place that others lead to.
  if (attribute(element, 'id') !== '' || attribute(element, 'name') !== '') return false;
  return leadsUpwards(elementText(element));
}

function isAmong(node: Element['children'][number], links: ReadonlySet<Element>): boolean {
  return node.type === 'element' && links.has(node);
}

function isOnlyLinks(element: Element): boolean {
  return element.tagName !== 'td' && leadsUpwards(elementText(element));
}

/** "[", "]", "|" */
function dropBrackets(line: Element): void {
  line.children = line.children.filter(
    (child) => child.type !== 'text' || child.value.trim() === '' || !/^[\s[\](){}|·•]*$/.test(child.value),
  );
}
