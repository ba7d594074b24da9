import type { Element, Root } from 'hast';
import { attribute, elementText, findElements } from './html-tree.ts';

/**
 * Blocks of a page that say nothing but who wrote it and when, which is read elsewhere: the first date where it stands alone, and dates beside
 * the name of the page's `author`. Who wrote a comment is read nowhere else, and stays.
 */
export function dropDateline(root: Root, author: string | null): void {
  const times = findElements(root, ({ tagName }) => tagName === 'time');
  const dated = times.slice(0, MAX_TIMES).filter((time) => attribute(time, 'dateTime') !== '');
  if (dated.length === 0) return;
  const parents = parentsOf(root);
  for (const time of dated) {
    const line = findDateline(time, parents, author);
    if (line === null || (!line.isSigned && time !== times[0])) continue;
    const parent = parents.get(line.element);
    if (parent === undefined) continue;
    const kept = (parent.children as unknown[]).filter((child) => child !== line.element);
    parent.children = kept as typeof parent.children;
  }
}

/** More than any article has comments that are worth reading. */
const MAX_TIMES = 50;

function parentsOf(root: Root): Map<unknown, Root | Element> {
  const parents = new Map<unknown, Root | Element>();
  for (const parent of [root, ...findElements(root, () => true)]) {
    for (const child of parent.children) parents.set(child, parent);
  }
  return parents;
}

interface Dateline {
  element: Element;
  /** It names whoever wrote it. */
  isSigned: boolean;
}

/** The outermost element around it that says no more. */
function findDateline(
  time: Element,
  parents: ReadonlyMap<unknown, Root | Element>,
  author: string | null,
): Dateline | null {
  let found: Dateline | null = null;
  let each: Root | Element | undefined = time;
  while (each?.type === 'element' && !HOLDERS.test(each.tagName)) {
    const said = elementText(each);
    const isSigned = author !== null && said.includes(author);
    if (said.length > MAX_LINE || !NOTHING.test(withoutFacts(each, said, author))) break;
    if (!INLINE.test(each.tagName) && each.tagName !== 'li') found = { element: each, isSigned };
    each = parents.get(each);
  }
  return found;
}

const MAX_LINE = 200;
const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)$/;
/** A date in one of them is a value, or the name of something. */
const HOLDERS = /^(?:td|th|dt|dd|figcaption|h[1-6]|body|main|article)$/;
const NOTHING =
  /^(?:[^\p{L}]|(?<!\p{L})(?:by|von|par|por|di|last|first|updated|edited|posted|published|modified|created|written|on|at|in|am|le|el|veröffentlicht|aktualisiert|zuletzt|publié|mis à jour|publicado|actualizado|опубликовано|обновлено|min|mins|minutes?|read|reading time)(?!\p{L})){0,100}$/iu;

function withoutFacts(element: Element, said: string, author: string | null): string {
  const isTime = ({ tagName }: Element): boolean => tagName === 'time';
  const facts = isTime(element) ? [said] : findElements(element, isTime).map(elementText);
  return [...facts, author ?? '']
    .filter((fact) => fact !== '')
    .reduce((rest, fact) => rest.replace(fact, ' '), said);
}
