import type { RootContent } from 'mdast';
import { readAskedLine } from './read-asked-line.ts';
import { textOf } from './tree-text.ts';

/** "A: It has." → "It has." */
export function stripAnswerMark(node: RootContent): RootContent {
  const asked = node.type === 'paragraph' ? readAskedLine(textOf(node)) : null;
  if (node.type !== 'paragraph' || asked?.letter !== 'A') return node;
  return { ...node, children: [{ type: 'text', value: asked.words }] };
}
