import type { List, RootContent } from 'mdast';
import type { Origin } from '../briefings/document.ts';
import { answerMarkdown } from './answer-markdown.ts';
import { isMarkedAnswer, isMarkedQuestion } from './faq-marks.ts';
import type { FaqPair } from './faq-pair.ts';
import { readAskedLine } from './read-asked-line.ts';
import { isListOfPairs, readListPairs } from './read-item-pairs.ts';
import { readQuestion } from './read-question.ts';
import { stripAnswerMark } from './strip-answer-mark.ts';
import { originOf, textOf } from './tree-text.ts';

interface Open {
  question: string;
  answer: RootContent[];
  /** Of what asks; the answer may stand in it, too. */
  origin: Origin;
  node: RootContent;
  /** The markup says where the answer ends. */
  isMarked: boolean;
}

/** Pairs among the paragraphs and lists of one section, and the nodes that belong to none. */
export function readPairsWithin(
  nodes: readonly RootContent[],
  isInScope: boolean,
): { pairs: FaqPair[]; nodes: RootContent[] } {
  const pairs: FaqPair[] = [];
  const rest: RootContent[] = [];
  let open: Open | null = null;
  const close = (): void => {
    if (open !== null && open.answer.length > 0) pairs.push(toPair(open));
    // Nobody answered: it is a line of text as any other.
    else if (open !== null) rest.push(open.node);
    open = null;
  };
  for (const [index, node] of nodes.entries()) {
    const asked = isMarkedQuestion(node)
      ? { question: textOf(node), answer: [] }
      : readQuestion(node, nodes[index + 1], isInScope);
    if (asked !== null) {
      close();
      const { question, answer } = asked;
      open = { question, answer, origin: originOf(node), node, isMarked: isMarkedQuestion(node) };
    } else if (open !== null && continuesAnswer(node, open, isInScope) && !isListOfPairs(node, isInScope)) {
      (open as Open).answer.push(stripAnswerMark(node));
    } else {
      close();
      const found = isInScope && node.type === 'list' ? pairsOfList(node) : { pairs: [], rest: [node] };
      for (const pair of found.pairs) pairs.push(pair);
      for (const left of found.rest) rest.push(left);
    }
  }
  close();
  return { pairs, nodes: rest };
}

function pairsOfList(list: List): { pairs: FaqPair[]; rest: RootContent[] } {
  const { pairs, rest } = readListPairs(list);
  if (pairs.length === 0) return { pairs, rest: [list] };
  return { pairs, rest: rest.length === 0 ? [] : [{ ...list, children: rest }] };
}

/** Outside an FAQ only the paragraph marked "A:" answers; within it everything up to the next question. */
function continuesAnswer(node: RootContent, open: Open, isInScope: boolean): boolean {
  if (open.isMarked) return isMarkedAnswer(node);
  if (isInScope) return true;
  return open.answer.length === 0 && node.type === 'paragraph' && readAskedLine(textOf(node))?.letter === 'A';
}

function toPair({ question, answer, origin }: Open): FaqPair {
  const ends = answer.flatMap((node) => (node.position === undefined ? [] : [originOf(node).end]));
  return {
    question,
    answer: answerMarkdown(answer),
    origin: { start: origin.start, end: Math.max(origin.end, ...ends.slice(-1)) },
  };
}
