import type { Paragraph } from 'mdast';
import { textOf } from '../text/tree-text.ts';

/** "**Label:** text" or "**Label**: text". */
export function splitStrongLabel(paragraph: Paragraph): { label: string | null; body: Paragraph } {
  const [first, second, ...rest] = paragraph.children;
  if (first?.type !== 'strong' || second?.type !== 'text') return { label: null, body: paragraph };
  const label = textOf(first);
  if (label.endsWith(':') && label.length > 1) {
    return { label: label.slice(0, -1).trimEnd(), body: { ...paragraph, children: [second, ...rest] } };
  }
  if (!second.value.startsWith(':')) return { label: null, body: paragraph };
  return { label, body: { ...paragraph, children: [{ ...second, value: second.value.slice(1) }, ...rest] } };
}
