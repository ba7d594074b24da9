import type { List, RootContent } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { answerMarkdown } from './answer-markdown.ts';
import { isMarkedAnswer, isMarkedQuestion } from './faq-marks.ts';
import type { FaqPair } from './faq-pair.ts';
import { readAskedLine } from './read-asked-line.ts';
import { isListOfPairs, readListPairs } from './read-item-pairs.ts';
import { readQuestion } from './read-question.ts';
import type { AskedQuestion } from './read-question.ts';
import { isTableOfPairs, readTablePairs } from './read-table-pairs.ts';
import { stripAnswerMark } from './strip-answer-mark.ts';
import { lineOf, originOf, textOf } from '../text/tree-text.ts';

interface Open {
  question: string;
  answer: RootContent[];
  /** Of what asks; the answer may stand in it, too. */
  origin: Origin;
  node: RootContent;
  /** The markup says where the answer ends. */
  isMarked: boolean;
}

export interface PairsWithin {
  pairs: FaqPair[];
  /** What belongs to none of them. */
  nodes: RootContent[];
}

/** Pairs among the paragraphs and lists of one section. */
export function readPairsWithin(nodes: readonly RootContent[], isInScope: boolean): PairsWithin {
  const reader = new PairReader(isInScope);
  for (const [index, node] of nodes.entries()) reader.read(node, nodes[index + 1]);
  return reader.finish();
}

class PairReader {
  readonly #isInScope: boolean;
  readonly #found: PairsWithin = { pairs: [], nodes: [] };
  #open: Open | null = null;

  constructor(isInScope: boolean) {
    this.#isInScope = isInScope;
  }

  read(node: RootContent, next: RootContent | undefined): void {
    const rows = isTableOfPairs(node) ? readTablePairs(node) : null;
    if (rows !== null) {
      this.#close();
      for (const pair of rows) this.#found.pairs.push(pair);
      return;
    }
    if (isCategory(node, next)) {
      this.#close();
      this.#found.nodes.push(node);
      return;
    }
    const isMarked = isMarkedQuestion(node);
    const asked = isMarked
      ? { question: textOf(node), answer: [] }
      : readQuestion(node, next, this.#isInScope);
    if (asked !== null) this.#ask(node, asked, isMarked);
    else if (!this.#answer(node)) {
      this.#close();
      this.#leave(node);
    }
  }

  finish(): PairsWithin {
    this.#close();
    return this.#found;
  }

  #ask(node: RootContent, { question, answer }: AskedQuestion, isMarked: boolean): void {
    const open = this.#open;
    if (open !== null && isAskedTogether(open, node)) {
      this.#open = { ...open, question: `${open.question} / ${question}`, answer, node };
      return;
    }
    this.#close();
    this.#open = { question, answer, origin: originOf(node), node, isMarked };
  }

  /** False: it is no part of an answer. */
  #answer(node: RootContent): boolean {
    if (this.#open === null || !continuesAnswer(node, this.#open, this.#isInScope)) return false;
    if (isListOfPairs(node, this.#isInScope)) return false;
    this.#open.answer.push(stripAnswerMark(node));
    return true;
  }

  #close(): void {
    if (this.#open !== null && this.#open.answer.length > 0) this.#found.pairs.push(toPair(this.#open));
    // Nobody answered: it is a line of text as any other.
    else if (this.#open !== null) this.#found.nodes.push(this.#open.node);
    this.#open = null;
  }

  #leave(node: RootContent): void {
    const { pairs, rest } =
      this.#isInScope && node.type === 'list' ? pairsOfList(node) : { pairs: [], rest: [node] };
    for (const pair of pairs) this.#found.pairs.push(pair);
    for (const left of rest) this.#found.nodes.push(left);
  }
}

/** "* Other questions:", and below it "Q. …": it heads what follows, and belongs to no answer. */
function isCategory(node: RootContent, next: RootContent | undefined): boolean {
  if (node.type !== 'list' || node.children.length > 1 || next === undefined) return false;
  const text = textOf(node);
  const isAnnouncement = text.length <= MAX_CATEGORY && /[:：]$/.test(text);
  return isAnnouncement && readAskedLine(textOf(next))?.letter === 'Q';
}

const MAX_CATEGORY = 120;

/** "Q: What is it?", and on the line below "Q: What is it for?": one answer to both. So do bold questions below each other. */
function isAskedTogether({ answer, node }: Open, next: RootContent): boolean {
  if (answer.length === 0 && isEmphasized(node) && isEmphasized(next)) return true;
  const isMarked = (each: RootContent): boolean => readAskedLine(textOf(each))?.letter === 'Q';
  const isBelow = lineOf(next) === (node.position?.end.line ?? 0) + 1;
  return answer.length === 0 && isBelow && isMarked(node) && isMarked(next);
}

/** Nothing but bold words, or words in italics. */
function isEmphasized(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const filled = node.children.filter((child) => textOf(child) !== '');
  return filled.length === 1 && (filled[0]?.type === 'strong' || filled[0]?.type === 'emphasis');
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
