import type { Heading, RootContent } from 'mdast';
import { comparableText } from '../text/comparable-text.ts';
import { textOf } from '../text/tree-text.ts';

/**
 * "Possible Scenarios", and nothing below it but numbered headings, or a list of the headings that follow: they
 * stand within it.
 */
export function nestListed(nodes: readonly RootContent[]): void {
  let hasTitle = false;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'heading') continue;
    // The first heading is the title, and all stand within that.
    if (hasTitle && node.depth === 2 && node.data?.number === undefined) {
      for (const heading of [...numberedBelow(nodes, index), ...listedBelow(nodes, index)]) heading.depth = 3;
    }
    hasTitle = true;
  }
}

/** "1. …", "2. …" right below it. */
function numberedBelow(nodes: readonly RootContent[], index: number): Heading[] {
  const found: Heading[] = [];
  if (nodes[index + 1]?.type !== 'heading') return found;
  for (let at = index + 1; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.type !== 'heading') continue;
    if (node.depth !== 2 || node.data?.number !== found.length + 1) break;
    found.push(node);
  }
  return found.length > 1 ? found : [];
}

const MAX_LISTED = 30;

/** The headings that follow, each named by the next point of the list. */
function listedBelow(nodes: readonly RootContent[], index: number): Heading[] {
  const list = nodes[index + 1];
  if (list?.type !== 'list' || list.children.length < 2 || list.children.length > MAX_LISTED) return [];
  const names = list.children.map((item) => comparableText(textOf(item)));
  const found: Heading[] = [];
  for (let at = index + 2; at < nodes.length && found.length < names.length; at += 1) {
    const node = nodes[at];
    if (node?.type !== 'heading') continue;
    if (node.depth !== 2 || comparableText(textOf(node)) !== names[found.length]) return [];
    found.push(node);
  }
  return found.length === names.length ? found : [];
}
