import type { RootContent } from 'mdast';
import { holdsWords } from '../text/comparable-text.ts';
import { textOf } from '../text/tree-text.ts';

/** What a reader sees of a piece of the tree, block by block: points and cells one by one. */
export function blocksIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap(partsOf).filter(holdsWords);
}

function partsOf(root: RootContent): string[] {
  const parts: string[] = [];
  const open: RootContent[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'listItem' || node.type === 'blockquote') {
      const inner = node.children.filter(({ type }) => HOLDERS.has(type));
      const own = node.children.filter(({ type }) => !HOLDERS.has(type));
      if (own.length > 0) parts.push(own.map(textOf).join(' '));
      for (const child of inner.toReversed()) open.push(child);
    } else if (HOLDERS.has(node.type) && 'children' in node)
      for (const child of node.children.toReversed()) open.push(child);
    else parts.push(textOf(node));
  }
  return parts;
}

/** A point that leads to others is one text, and they are others. */
const HOLDERS: ReadonlySet<string> = new Set(['list', 'listItem', 'blockquote', 'table', 'tableRow']);
