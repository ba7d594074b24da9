import type { Element, Root } from 'hast';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { answerElement, questionElement } from './html-questions.ts';
import { attribute, elementText, findElements } from './html-tree.ts';

/**
 * A button that asks, and the panel it opens: the questions of pages that fold their answers without `<details>`. Before anything hidden is
 * taken away: a panel is hidden until somebody opens it.
 */
export function markDisclosures(page: Root): void {
  const switches = findElements(page, isSwitch);
  if (switches.length === 0) return;
  const panels = new Map(
    findElements(page, ({ properties }) => typeof properties['id'] === 'string').map(
      (element) => [attribute(element, 'id'), element] as const,
    ),
  );
  const parents = parentsOf(page, new Set(switches));
  const taken = new Set<Element>();
  for (const each of switches) {
    const panel = panels.get(panelId(each));
    if (panel === undefined || panel === each || taken.has(panel) || elementText(panel) === '') continue;
    taken.add(panel);
    markPair(each, panel, parents.get(each));
  }
}

const MAX_QUESTION = 300;

function isSwitch(element: Element): boolean {
  if (panelId(element) === '') return false;
  const isPressed = /^(?:button|a|summary|h[1-6]|div|span|dt)$/.test(element.tagName);
  if (!isPressed || !('ariaExpanded' in element.properties)) return false;
  const text = elementText(element);
  return text.length <= MAX_QUESTION && endsInQuestionMark(text);
}

function panelId(element: Element): string {
  return attribute(element, 'ariaControls').trim();
}

function parentsOf(page: Root, wanted: ReadonlySet<Element>): Map<Element, Element> {
  const parents = new Map<Element, Element>();
  for (const parent of findElements(page, () => true)) {
    for (const child of parent.children) {
      if (child.type === 'element' && wanted.has(child)) parents.set(child, parent);
    }
  }
  return parents;
}

function markPair(asking: Element, panel: Element, parent: Element | undefined): void {
  delete panel.properties['hidden'];
  delete panel.properties['ariaHidden'];
  if (parent?.tagName === 'dt') {
    // A definition list says itself what answers what.
    asking.tagName = 'span';
    return;
  }
  const question = questionElement(elementText(asking), asking);
  asking.tagName = 'div';
  asking.properties = {};
  asking.children = [question];
  // A heading or a paragraph holds no blocks.
  if (parent !== undefined && /^(?:h[1-6]|p)$/.test(parent.tagName)) parent.tagName = 'div';
  panel.tagName = 'div';
  panel.children = [answerElement(panel.children, panel)];
}
