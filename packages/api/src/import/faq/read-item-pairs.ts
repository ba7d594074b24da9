import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { answerMarkdown } from './answer-markdown.ts';
import { paragraphOf, paragraphOfWords, trimStart } from '../markdown/cut-lines.ts';
import { asks, endsInQuestionMark, isQuestionHeading } from './faq-headings.ts';
import type { FaqPair } from './faq-pair.ts';
import { cleanText, originOf, textOf } from '../text/tree-text.ts';

/** "- **What is it?** It is …", every point of it: what stands above ends there. */
export function isListOfPairs(node: RootContent, isInScope: boolean): boolean {
  if (!isInScope || node.type !== 'list') return false;
  return node.children.every((item) => emphasizedBeginning(item) !== null && pairOfItem(item).length > 0);
}

/** The points of a list that ask and answer, and those that do not; no pairs where it is a list as any other. */
export function readListPairs(list: List): { pairs: FaqPair[]; rest: ListItem[] } {
  const read = list.children.map((item) => ({ item, pairs: pairOfItem(item) }));
  const rest = read.filter(({ pairs }) => pairs.length === 0).map(({ item }) => item);
  if (rest.length > 0 && isListOfTopics(list)) {
    return { pairs: list.children.flatMap(pairOfTopic), rest: [] };
  }
  return { pairs: read.flatMap(({ pairs }) => pairs), rest };
}

/** "- What is it? It is …", or the question in a paragraph of its own. */
function pairOfItem(item: ListItem): FaqPair[] {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph') return [];
  const emphasized = emphasizedBeginning(item);
  if (emphasized !== null && endsInQuestionMark(emphasized.words)) {
    return toPairs(item, emphasized.words, [...emphasized.rest, ...others]);
  }
  const text = textOf(first);
  if (others.length > 0 && text.length <= MAX_QUESTION && endsInQuestionMark(text)) {
    return toPairs(item, text, others);
  }
  const mark = /[?？]/.exec(text.slice(0, MAX_QUESTION));
  const question = text.slice(0, (mark?.index ?? -1) + 1);
  const words = text.slice(question.length).trim();
  if (!isQuestionHeading(question) || words === '') return [];
  return toPairs(item, question, [paragraphOfWords(words), ...others]);
}

const MAX_QUESTION = 300;

/** "**What is it?** It is …" → "What is it?" and the paragraph of the rest. */
function emphasizedBeginning({ children }: ListItem): { words: string; rest: RootContent[] } | null {
  const [first] = children;
  if (first?.type !== 'paragraph') return null;
  const [head, ...others] = first.children;
  if (head?.type !== 'strong' && head?.type !== 'emphasis') return null;
  const rest = trimStart(others);
  return { words: textOf(head), rest: isBlank(rest) ? [] : [paragraphOf(rest)] };
}

function isBlank(children: Paragraph['children']): boolean {
  return cleanText(children.map(textOf).join('')) === '';
}

/** "- _The ink is pale_", and below each of several such points what to do: asked without a question mark. */
function isListOfTopics({ children }: List): boolean {
  const heads = children.map(({ children: [first, ...others] }) => {
    if (first?.type !== 'paragraph' || others.length === 0) return '';
    const text = textOf(first);
    return text.length <= MAX_TOPIC && !/[.,:;。：]$/.test(text) ? text : '';
  });
  const explained = children.filter(({ children: [, ...others] }) =>
    others.some(({ type }) => type !== 'list'),
  );
  if (heads.includes('') || explained.length === 0 || explained.length * 2 < children.length) return false;
  if (children.every(isEmphasized)) return true;
  if (children.length < 2) return false;
  return heads.filter(asks).length * 2 >= heads.length || heads.every(isStatement);
}

/** "It prints in grey": enough words to say what is the matter; "Linux" is a case of something. */
function isStatement(head: string): boolean {
  return head.split(/\s+/, MIN_STATEMENT).length === MIN_STATEMENT;
}

const MIN_STATEMENT = 3;

const MAX_TOPIC = 200;

function isEmphasized(item: ListItem): boolean {
  return emphasizedBeginning(item)?.rest.length === 0;
}

function pairOfTopic(item: ListItem): FaqPair[] {
  const [first, ...others] = item.children;
  return first === undefined ? [] : toPairs(item, textOf(first), others);
}

function toPairs(item: ListItem, question: string, nodes: readonly RootContent[]): FaqPair[] {
  const answer = answerMarkdown(nodes);
  return answer === '' ? [] : [{ question, answer, origin: originOf(item) }];
}
