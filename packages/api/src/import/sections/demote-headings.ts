import type { Heading, RootContent } from 'mdast';
import { comparableText } from '../text/comparable-text.ts';
import { repeatsTitle } from '../left-out/explain-left-out.ts';
import { isFaqHeading, isQuestionHeading } from '../faq/faq-headings.ts';
import { isContentsHeading, isRelatedHeading } from '../page/page-chrome.ts';
import { textOf } from '../text/tree-text.ts';

/**
 * A line of a plain text that only looked like a heading, and heads nothing but another one: it is what it was in
 * the text, a line of its own. Dropping it would lose what it says.
 */
export function demoteHeadings(nodes: readonly RootContent[], title: string | null): RootContent[] {
  const known = comparableText(title ?? '');
  return nodes.map((node, index) => {
    if (node.type !== 'heading' || node.data?.isGuess !== true) return node;
    const isWrong =
      headsNothing(node, nodes[index + 1]) && !repeatsTitle(comparableText(textOf(node)), known);
    return isWrong ? { ...node, type: 'paragraph' as const } : node;
  });
}

/** Questions of a list may stand below a heading of their own level. */
function headsNothing(heading: Heading, next: RootContent | undefined): boolean {
  if (next === undefined) return true;
  if (next.type !== 'heading' || next.depth > heading.depth) return false;
  const text = textOf(heading);
  if (isFaqHeading(text) || isContentsHeading(text) || isRelatedHeading(text)) return false;
  return isQuestionHeading(text) || !isQuestionHeading(textOf(next));
}
