import type { ListItem, RootContent } from 'mdast';
import { answerMarkdown } from './answer-markdown.ts';
import { paragraphOfWords } from './cut-lines.ts';
import { isQuestionHeading } from './faq-headings.ts';
import type { FaqPair } from './faq-pair.ts';
import { originOf, textOf } from './tree-text.ts';

/** "- **What is it?** It is …", every point of it: what stands above ends there. */
export function isListOfPairs(node: RootContent, isInScope: boolean): boolean {
  if (!isInScope || node.type !== 'list') return false;
  return node.children.every((item) => {
    const [first] = item.children;
    return first?.type === 'paragraph' && first.children[0]?.type === 'strong' && pairOfItem(item).length > 0;
  });
}

/** "- What is it? It is …" */
export function pairOfItem(item: ListItem): FaqPair[] {
  const text = textOf(item);
  const mark = /[?？]/.exec(text.slice(0, 300));
  if (mark === null) return [];
  const question = text.slice(0, mark.index + 1);
  const answer = text.slice(mark.index + 1).trim();
  if (!isQuestionHeading(question) || answer === '') return [];
  return [{ question, answer: answerMarkdown([paragraphOfWords(answer)]), origin: originOf(item) }];
}
