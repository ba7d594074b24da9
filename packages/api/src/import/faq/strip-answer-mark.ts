import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { paragraphOf, skipText, trimStart } from '../markdown/cut-lines.ts';
import { readAnswerMark } from './read-asked-line.ts';
import { textOf } from '../text/tree-text.ts';

/** "A: It has **two**." → "It has **two**." */
export function stripAnswerMark(node: RootContent): RootContent {
  if (node.type !== 'paragraph') return node;
  const children = withoutAnswerMark(node.children);
  return children === null ? node : { ...node, children };
}

/** Null: they begin with no mark. */
export function withoutAnswerMark(children: Paragraph['children']): PhrasingContent[] | null {
  const words = textOf(paragraphOf([...children]));
  const length = readAnswerMark(words);
  if (length === 0) return null;
  const [first, second, ...others] = trimStart(children);
  if (first?.type === 'text' && readAnswerMark(first.value) > 0) {
    return trimStart(skipText(trimStart(children), readAnswerMark(first.value)));
  }
  // "**A:** It has.", "**A**: It has."
  const bold = first?.type === 'strong' || first?.type === 'emphasis' ? textOf(first) : '';
  if (bold !== '' && bold.length <= length) {
    const rest = second === undefined ? [] : [second, ...others];
    return trimStart(skipText(rest, second?.type === 'text' ? colonLength(second.value) : 0));
  }
  return [{ type: 'text', value: words.slice(length) }];
}

function colonLength(value: string): number {
  return /^\s*[:：.]\s*/.exec(value)?.[0].length ?? 0;
}
