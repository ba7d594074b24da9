import type { RootContent } from 'mdast';
import { comparableText } from './comparable-text.ts';
import { textOf } from './tree-text.ts';

/** What a reader sees of a piece of the tree, block by block: points and cells one by one. */
export function blocksIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap(partsOf).filter((text) => comparableText(text) !== '');
}

function partsOf(node: RootContent): string[] {
  if (node.type === 'list') return node.children.map(textOf);
  if (node.type !== 'table') return [textOf(node)];
  return node.children.flatMap((row) => row.children.map(textOf));
}
