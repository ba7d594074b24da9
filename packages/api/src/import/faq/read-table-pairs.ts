import type { RootContent, Table, TableRow } from 'mdast';
import { answerMarkdown } from './answer-markdown.ts';
import type { FaqPair } from './faq-pair.ts';
import { originOf, textOf } from '../text/tree-text.ts';

const QUESTION = /^(?:questions?|q|fragen?|preguntas?|domand[ae]|вопрос[ы]?|问题)$/i;
const ANSWER = /^(?:answers?|a|antwort(?:en)?|réponses?|respuestas?|rispost[ae]|ответы?|答案)$/i;

/** "| Question | Answer |", and below it a pair in every row. */
export function isTableOfPairs(node: RootContent): node is Table {
  if (node.type !== 'table') return false;
  const [names, ...rows] = node.children;
  const [question, answer, ...others] = (names?.children ?? []).map(textOf);
  return others.length === 0 && rows.length > 0 && QUESTION.test(question ?? '') && ANSWER.test(answer ?? '');
}

/** The rows that hold both; null: one of them does not, and the table stays what it is. */
export function readTablePairs({ children: [, ...rows] }: Table): FaqPair[] | null {
  const pairs = rows.map(pairOfRow);
  return pairs.every((pair) => pair !== null) ? pairs : null;
}

function pairOfRow(row: TableRow): FaqPair | null {
  const [first, second] = row.children;
  const question = first === undefined ? '' : textOf(first);
  if (question === '' || second === undefined || textOf(second) === '') return null;
  const answer = answerMarkdown([{ type: 'paragraph', children: second.children }]);
  return { question, answer, origin: originOf(row) };
}
