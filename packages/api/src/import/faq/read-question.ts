import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { cutFirstLine, linesOf, paragraphOf, paragraphOfWords, trimStart } from '../markdown/cut-lines.ts';
import { endsInQuestionMark } from './faq-headings.ts';
import { readAskedLine } from './read-asked-line.ts';
import type { AskedLine } from './read-asked-line.ts';
import { withoutAnswerMark } from './strip-answer-mark.ts';
import { cleanText, textOf } from '../text/tree-text.ts';

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
  if (asked?.letter === 'Q') return readLines(node) ?? readMarked(asked, next, isInScope);
  if (!isInScope || asked !== null) return null;
  const [first, ...others] = node.children;
  if (first?.type === 'strong' && others.length === 0 && tellsTrouble(text) && next?.type === 'paragraph') {
    return { question: text, answer: [] };
  }
  if ((first?.type === 'strong' || first?.type === 'emphasis') && endsInQuestionMark(textOf(first))) {
    const answer = trimStart(others);
    const isAnswered = cleanText(answer.map(textOf).join('')) !== '';
    return { question: textOf(first).replace(NUMBER, ''), answer: isAnswered ? [paragraphOf(answer)] : [] };
  }
  return (
    readNumbered(node) ??
    (text.length <= MAX_QUESTION && endsInQuestionMark(text) && next !== undefined
      ? { question: text.replace(NUMBER, ''), answer: [] }
      : null)
  );
}

// Nobody who answers speaks of himself in a line of its own.
const TROUBLE =
  /^(?:(?:i|my|ich|mein|meine|je|mon|ma|mi|я|мой|моя) |j['’]|i['’](?:m|ve|d) |у меня |我的?).{4,120}[.!。！]$/iu;

/** "**I lost my key.**": what somebody has, and asks what to do. */
function tellsTrouble(text: string): boolean {
  return text.length <= 140 && TROUBLE.test(text);
}

/** "Q: What is it?", and on a line below "A: It is …": the answer keeps its links and its code. */
function readLines({ children }: Paragraph): AskedQuestion | null {
  const lines = linesOf(children);
  const at = lines.findIndex((line, index) => index > 0 && withoutAnswerMark(line) !== null);
  const [first, ...others] = lines.slice(at);
  const words = first === undefined ? null : withoutAnswerMark(first);
  if (at === -1 || words === null) return null;
  const asked = textOf(paragraphOf(joinLines(lines.slice(0, at))));
  const question = readAskedLine(asked)?.words ?? asked;
  return { question, answer: [paragraphOf(joinLines([words, ...others]))] };
}

function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'text', value: '\n' }, ...line],
  );
}

/** "Q: What is it?", with the answer in the same paragraph, in the next, or marked by nothing. */
function readMarked(
  { words, answer }: AskedLine,
  next: RootContent | undefined,
  isInScope: boolean,
): AskedQuestion | null {
  if (answer !== null) return { question: words, answer: [paragraphOfWords(answer)] };
  if (next?.type === 'paragraph' && readAskedLine(textOf(next))?.letter === 'A') {
    return { question: words, answer: [] };
  }
  if (!isInScope) return null;
  const end = /[?？]["'”’»)]?\s+(?=\p{Lu}|\p{Lo})/u.exec(words.slice(0, MAX_QUESTION));
  const after = end === null ? '' : words.slice(end.index + end[0].length);
  if (end === null || /[?？]/.test(after)) return { question: words, answer: [] };
  return { question: words.slice(0, end.index + 1), answer: [paragraphOfWords(after)] };
}

const MAX_QUESTION = 300;

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
