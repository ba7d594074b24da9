import type { RootContent } from 'mdast';
import { extractPoints } from '../sections/extract-points.ts';
import { textOf } from '../text/tree-text.ts';

/** What may stand between the first words of an answer and its last. */
export function isPartOfAnswer({ type }: RootContent): boolean {
  return type === 'paragraph' || type === 'list' || type === 'blockquote' || type === 'code';
}

/** The words of a part; each point of a list is a paragraph. */
export function answerText(node: RootContent): string {
  if (node.type !== 'list') return textOf(node);
  const points = extractPoints(node);
  return points.map(({ label, text }) => (label === null ? text : `${label}: ${text}`)).join('\n\n');
}
