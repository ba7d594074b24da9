import type { RootContent } from 'mdast';
import { textOf } from '../text/tree-text.ts';

const TIME = /^\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{3,4}))?$/i;

/** "18:32", above the heading of an entry of a live blog: it belongs to what stands below. */
export function moveTimes(nodes: RootContent[]): RootContent[] {
  const moved = [...nodes];
  for (const [index, node] of nodes.entries()) {
    const [heading, below] = [nodes[index + 1], nodes[index + 2]];
    if (node.type !== 'paragraph' || heading?.type !== 'heading' || below?.type !== 'paragraph') continue;
    if (TIME.test(textOf(node))) [moved[index], moved[index + 1]] = [heading, node];
  }
  return moved;
}
