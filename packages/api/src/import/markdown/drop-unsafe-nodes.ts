import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { webAddress } from '../sections/extract-sources.ts';

/**
 * Takes out of running text what must never reach a reader: HTML, and links to anything but the web.
 * A link's words stay.
 */
export function dropUnsafeNodes(root: Root): void {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('children' in node)) continue;
    if (holdsPhrasing(node)) node.children = node.children.flatMap(safe);
    for (const child of node.children) open.push(child);
  }
}

type PhrasingParent = Extract<Parents, { children: PhrasingContent[] }>;

function holdsPhrasing(node: Parents): node is PhrasingParent {
  return /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference)$/.test(node.type);
}

function safe(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'html') return [];
  if (node.type === 'link' && webAddress(node.url) === null) return node.children.flatMap(safe);
  return [node];
}
