import type { Paragraph, RootContent } from 'mdast';
import { cutFirstLine, paragraphOf, paragraphOfWords, trimStart } from './cut-lines.ts';
import { endsInQuestionMark } from './faq-headings.ts';
import { readAskedLine } from './read-asked-line.ts';
import { cleanText, textOf } from './tree-text.ts';

/** What a paragraph asks, and what of the answer stands in it, too. */
export interface AskedQuestion {
  question: string;
  answer: RootContent[];
}

export function readQuestion(
  node: RootContent,
  next: RootContent | undefined,
  isInScope: boolean,
): AskedQuestion | null {
  if (node.type !== 'paragraph') return null;
  const text = textOf(node);
  const asked = readAskedLine(text);
  if (asked?.letter === 'Q') {
    if (asked.answer !== null) return { question: asked.words, answer: [paragraphOfWords(asked.answer)] };
    const isAnswered = next?.type === 'paragraph' && readAskedLine(textOf(next))?.letter === 'A';
    return isAnswered || isInScope ? { question: asked.words, answer: [] } : null;
  }
  if (!isInScope || asked !== null) return null;
  const [first, ...others] = node.children;
  if (first?.type === 'strong' && endsInQuestionMark(textOf(first))) {
    const answer = trimStart(others);
    const isAnswered = cleanText(answer.map(textOf).join('')) !== '';
    return { question: textOf(first), answer: isAnswered ? [paragraphOf(answer)] : [] };
  }
  return (
    readNumbered(node) ??
    (text.length <= 300 && endsInQuestionMark(text) && next !== undefined
      ? { question: text.replace(NUMBER, ''), answer: [] }
      : null)
  );
}

// "1.1. ", "12) "
const NUMBER = /^\d{1,3}(?:(?:\.\d{1,3}){1,4}[.)]?|[.)])\s+(?=\S)/;

/** "1.1. What is it?" with the answer on the lines below. */
function readNumbered({ children }: Paragraph): AskedQuestion | null {
  const cut = cutFirstLine(children);
  if (cut === null) return null;
  const line = textOf(paragraphOf(cut.first));
  return NUMBER.test(line) && endsInQuestionMark(line)
    ? { question: line.replace(NUMBER, ''), answer: [paragraphOf(cut.rest)] }
    : null;
}
