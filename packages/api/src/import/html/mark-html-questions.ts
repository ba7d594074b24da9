import type { Element, ElementContent, Root, RootContent } from 'hast';
import { answerElement, questionElement } from './html-questions.ts';
import { endsInQuestionMark, isFaqHeading } from '../faq/faq-headings.ts';
import { attribute, elementText, findElement, findElements } from './html-tree.ts';
import { judgeSummaries } from './judge-summaries.ts';
import type { SummaryKind } from './judge-summaries.ts';

/**
 * Rewrites what a page says are questions – `<details>`, definition lists, schema.org's Question – into
 * paragraphs and blocks that carry the mark `dataFaq`; every other definition list becomes labelled points.
 */
export function markHtmlQuestions(root: Root): void {
  const kinds = judgeDetails(root);
  const isFaqPage = areMostlyAsking(root);
  rewrite(root, (element) => {
    if (attribute(element, 'itemType').endsWith('schema.org/Question')) return fromMicrodata(element);
    if (element.tagName === 'details') return fromDetails(element, kinds.get(element) ?? 'NAME');
    if (element.tagName === 'dl') return fromDefinitions(element, isFaqPage);
    return null;
  });
  rewrite(root, unlistQuestions);
}

/** A list of nothing but questions with their answers is no list. */
function unlistQuestions(element: Element): ElementContent[] | null {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return null;
  const items = element.children.filter((child) => child.type === 'element' && child.tagName === 'li');
  if (items.length === 0 || !items.every(asksFirst)) return null;
  return items.flatMap((item) => ('children' in item ? item.children : []));
}

/** Without looking at all that an item holds. */
function asksFirst(item: ElementContent): boolean {
  let each: ElementContent | undefined = item;
  while (each?.type === 'element' && attribute(each, 'dataFaq') === '') {
    each = each.children.find((child) => child.type === 'element');
  }
  return each?.type === 'element' && attribute(each, 'dataFaq') === 'question';
}

function asks(text: string): boolean {
  return text.length <= 300 && endsInQuestionMark(text);
}

/** Elements for which `replace` answers something are replaced by it, innermost last. */
function rewrite(root: Root, replace: (element: Element) => ElementContent[] | null): void {
  const open: (Root | Element)[] = [root];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    const children: (RootContent | ElementContent)[] = [];
    for (const child of parent.children) {
      const replaced = child.type === 'element' ? replace(child) : null;
      for (const each of replaced ?? [child]) {
        children.push(each);
        if (each.type === 'element') open.push(each);
      }
    }
    // Only what stood in an element, or was made of it, is put back into it.
    parent.children = children as typeof parent.children;
  }
}

function summaryOf(details: Element): Element | undefined {
  return details.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'summary',
  );
}

/** One within the answer of another is a part of that; one that holds questions is their common name. */
function judgeDetails(root: Root): Map<Element, SummaryKind> {
  const isDetails = ({ tagName }: Element): boolean => tagName === 'details';
  const details = findElements(root, isDetails);
  const isFaqPage = findElements(root, ({ tagName }) => /^h[1-6]$/.test(tagName)).some((heading) =>
    isFaqHeading(elementText(heading)),
  );
  const words = details.map((each) => elementText(summaryOf(each) ?? { ...each, children: [] }));
  const judged = judgeSummaries(words, isFaqPage);
  const kinds = new Map(details.map((each, index) => [each, judged[index] ?? 'NAME'] as const));
  const decided = new Set<Element>();
  for (const [index, each] of details.entries()) {
    if (decided.has(each) || kinds.get(each) !== 'QUESTION') continue;
    const inner = findElements(each, isDetails);
    const holdsQuestions = inner.some((one) => kinds.get(one) === 'QUESTION');
    if (holdsQuestions && !asks(words[index] ?? '')) kinds.set(each, 'NAME');
    else for (const one of inner) decided.add(one);
  }
  for (const one of decided) if (kinds.get(one) === 'QUESTION') kinds.set(one, 'NAME');
  return kinds;
}

function fromDetails(details: Element, kind: SummaryKind): ElementContent[] | null {
  const summary = summaryOf(details);
  if (summary === undefined) return null;
  const text = elementText(summary);
  const rest = details.children.filter((child) => child !== summary);
  if (text === '' || kind === 'SWITCH') return rest;
  if (kind === 'QUESTION') return [questionElement(text, summary), answerElement(rest, details)];
  const strong: Element = { ...summary, tagName: 'strong', properties: {} };
  return [{ ...summary, tagName: 'p', properties: {}, children: [strong] }, ...rest];
}

function fromMicrodata(element: Element): ElementContent[] | null {
  const property = (name: string) => (each: Element) => attribute(each, 'itemProp').split(' ').includes(name);
  const name = findElement(element, property('name'));
  const accepted =
    findElement(element, property('acceptedAnswer')) ?? findElement(element, property('suggestedAnswer'));
  const text = accepted === undefined ? undefined : (findElement(accepted, property('text')) ?? accepted);
  if (name === undefined || text === undefined) return null;
  return [questionElement(elementText(name), name), answerElement(text.children, text)];
}

interface Definition {
  terms: Element[];
  meanings: Element[];
}

/** Of all definition lists of a page together: some hold one question each, and not every question has its mark. */
function areMostlyAsking(root: Root): boolean {
  const terms = findElements(root, ({ tagName }) => tagName === 'dt').map(elementText);
  return terms.filter(asks).length * 2 > terms.length;
}

function fromDefinitions(list: Element, isFaqPage: boolean): ElementContent[] {
  const definitions = readDefinitions(list);
  const asking = definitions.filter(({ terms }) => terms.some((term) => asks(elementText(term)))).length;
  if (isFaqPage || (asking > 0 && asking * 2 >= definitions.length)) {
    return definitions.flatMap(({ terms, meanings }) => {
      const [first] = terms;
      const [meaning] = meanings;
      if (first === undefined || meaning === undefined) return [];
      return [
        questionElement(terms.map(elementText).join(' / '), first),
        answerElement(
          meanings.flatMap(({ children }) => asBlock(children)),
          meaning,
        ),
      ];
    });
  }
  const items = definitions.map((definition) => labelledItem(definition, list));
  return items.length === 0 ? [] : [{ ...list, tagName: 'ul', properties: {}, children: items }];
}

function readDefinitions(list: Element): Definition[] {
  const parts = findElements(list, ({ tagName }) => tagName === 'dt' || tagName === 'dd');
  const inner = new Set(
    findElements(list, ({ tagName }) => tagName === 'dl').flatMap((nested) =>
      findElements(nested, ({ tagName }) => tagName === 'dt' || tagName === 'dd'),
    ),
  );
  const definitions: Definition[] = [];
  for (const part of parts) {
    if (inner.has(part)) continue;
    const current = definitions.at(-1);
    if (part.tagName === 'dd') current?.meanings.push(part);
    else if (current !== undefined && current.meanings.length === 0) current.terms.push(part);
    else definitions.push({ terms: [part], meanings: [] });
  }
  return definitions;
}

/** "Term: meaning", as the points of an article are written. */
function labelledItem({ terms, meanings }: Definition, list: Element): Element {
  const [first] = terms;
  const position = first?.position ?? list.position;
  const label: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [
      { type: 'text', value: `${terms.map(elementText).join(' / ')}:`, ...(position && { position }) },
    ],
    ...(position && { position }),
  };
  const rest = meanings.flatMap(({ children }) => wordsOf(children));
  return {
    type: 'element',
    tagName: 'li',
    properties: {},
    children: [label, { type: 'text', value: ' ', ...(position && { position }) }, ...rest],
    ...(position && { position }),
  };
}

/** One paragraph goes on in the line of its term. */
function wordsOf(children: ElementContent[]): ElementContent[] {
  const filled = children.filter((child) => elementText(child) !== '');
  const [only] = filled;
  return filled.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : children;
}

function asBlock(children: ElementContent[]): ElementContent[] {
  return [{ type: 'element', tagName: 'div', properties: {}, children }];
}
