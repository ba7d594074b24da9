import type { RootContent } from 'mdast';
import { textOf } from '../text/tree-text.ts';

const TIME = /^\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{2,4}))?$/i;

/** "18:32", "16:45 GMT" */
export function isClockTime(text: string): boolean {
  return TIME.test(text);
}

/** "18:32", above the heading of an entry of a live blog: it belongs to what stands below, whatever it looks like. */
export function moveTimes(nodes: RootContent[]): RootContent[] {
  const moved = [...nodes];
  for (const [index, node] of nodes.entries()) {
    const [heading, below] = [nodes[index + 1], nodes[index + 2]];
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    if (heading?.type !== 'heading' || below?.type !== 'paragraph' || !isClockTime(textOf(node))) continue;
    const { children, position } = node;
    moved[index] = heading;
    moved[index + 1] = { type: 'paragraph', children, position };
  }
  return moved;
}
