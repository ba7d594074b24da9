import type { Element, Root, RootContent } from 'hast';
import { attribute, findElements, removeElements } from './html-tree.ts';

/** Takes out lists of nothing but links to places of the same page: its table of contents. */
export function dropContentsLinks(page: Root): void {
  const places = new Set(findElements(page, () => true).flatMap(namesOf));
  if (places.size === 0) return;
  const shares = measureLinks(page, places);
  removeElements(page, (element, above) => {
    if (!/^(?:ul|ol|dl|p|tr|div)$/.test(element.tagName)) return false;
    const share = shares.get(element) ?? NOTHING;
    const isList = /^[uod]l$/.test(element.tagName);
    if (share.others > 0 || share.unlinked > 0) return false;
    if (share.targets < (isList ? 1 : 2) || share.targets > MAX_TARGETS) return false;
    // What leads to itself, or to what it stands in, is a heading with a link of its own.
    const inner = findElements(element, () => true);
    const own = new Set([...above, element, ...inner].flatMap(namesOf));
    return !inner.some((each) => own.has(targetOf(each, places) ?? ''));
  });
}

/** More than any table of contents has. */
const MAX_TARGETS = 500;

function namesOf(element: Element): string[] {
  return [attribute(element, 'id'), attribute(element, 'name')].filter((name) => name !== '');
}

interface LinkShare {
  /** Links to places of the page. */
  targets: number;
  /** Links to anywhere else. */
  others: number;
  /** Letters outside of links. */
  unlinked: number;
}

const NOTHING: LinkShare = { targets: 0, others: 0, unlinked: 0 };

/** What stands in each element, in one walk. */
function measureLinks(page: Root, places: ReadonlySet<string>): Map<Root | RootContent, LinkShare> {
  const shares = new Map<Root | RootContent, LinkShare>();
  const open: { node: Root | RootContent; isEntered: boolean }[] = [{ node: page, isEntered: false }];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    const { node, isEntered } = each;
    if (node.type === 'text') shares.set(node, { ...NOTHING, unlinked: /\p{L}/u.test(node.value) ? 1 : 0 });
    if (node.type !== 'element' && node.type !== 'root') continue;
    if (isEntered) {
      shares.set(node, shareOf(node, shares, places));
      continue;
    }
    open.push({ node, isEntered: true });
    for (const child of node.children) open.push({ node: child, isEntered: false });
  }
  return shares;
}

function shareOf(
  node: Root | Element,
  shares: ReadonlyMap<Root | RootContent, LinkShare>,
  places: ReadonlySet<string>,
): LinkShare {
  const sum = { ...NOTHING };
  for (const child of node.children) {
    const { targets, others, unlinked } = shares.get(child) ?? NOTHING;
    sum.targets += targets;
    sum.others += others;
    sum.unlinked += unlinked;
  }
  if (node.type === 'root' || node.tagName !== 'a' || attribute(node, 'href') === '') return sum;
  const isInPage = targetOf(node, places) !== null;
  return { targets: isInPage ? 1 : 0, others: isInPage ? 0 : 1, unlinked: 0 };
}

/** The place in the page a link leads to; one that opens and closes something leads nowhere. */
function targetOf(link: Element, places: ReadonlySet<string>): string | null {
  const { properties } = link;
  if (['ariaControls', 'ariaExpanded', 'dataToggle', 'dataBsToggle'].some((name) => name in properties))
    return null;
  const match = /^[^/:?#]{0,100}#(.{1,300})$/.exec(attribute(link, 'href'));
  const name = match?.[1] ?? '';
  return places.has(name) ? name : null;
}
