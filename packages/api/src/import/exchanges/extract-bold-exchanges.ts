import type { Paragraph, RootContent } from 'mdast';
import { paragraphOf, trimStart } from '../markdown/cut-lines.ts';
import { answerText, isPartOfAnswer } from './answer-text.ts';
import { readNamedBeginning } from './read-named-beginning.ts';
import type { ExtractedExchange, Exchanges } from './extract-exchanges.ts';
import type { OutlineSection } from '../sections/extract-outline.ts';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { namesInterview } from './names-interview.ts';
import type { StructuredArticle } from '../structure-article.ts';
import { originOf, textOf } from '../text/tree-text.ts';

/** The title, or what stands below it in `paragraphs` paragraphs, says that somebody was asked. */
export function saysInterview({ title, summary, nodes }: StructuredArticle, paragraphs: number): boolean {
  const opening = nodes.slice(0, paragraphs).map((node) => textOf(node).slice(0, 500));
  return namesInterview([title, summary ?? '', ...opening].join('\n'));
}

interface Question {
  words: string;
  /** What follows it in its own paragraph. */
  answer: string;
}

/** An interview that names nobody, or only once: bold questions, each with the answer below it. */
export function extractBoldExchanges(outline: readonly OutlineSection[], isInterview: boolean): Exchanges {
  const startingAt = new Map<RootContent, ExtractedExchange>();
  const used = new Set<RootContent>();
  const beginning = isInterview ? readNamedBeginning(outline.flatMap(({ nodes }) => nodes)) : null;
  const { interviewer = null, guest = null } = beginning ?? {};
  for (const { nodes } of isInterview ? outline : []) {
    for (const [index, node] of nodes.entries()) {
      const isFirst = node === beginning?.asked;
      const question = isFirst ? { words: beginning.question, answer: '' } : readQuestion(node);
      if (question === null) continue;
      const parts = answerBelow(nodes, index, question);
      const words = parts.map((part) => (part === beginning?.answered ? beginning.answer : answerText(part)));
      const answer = [question.answer, ...words].filter((part) => part !== '').join('\n\n');
      if (answer === '') continue;
      const { start } = originOf(node);
      const { end } = originOf(parts.at(-1) ?? node);
      startingAt.set(node, { interviewer, guest, question: question.words, answer, origin: { start, end } });
      for (const each of [node, ...parts]) used.add(each);
    }
  }
  // One bold question is a question of the author's.
  return startingAt.size < 2 ? { startingAt: new Map(), nodes: new Set() } : { startingAt, nodes: used };
}

/** Up to the next question. Where none comes, nobody can tell how far the answer goes: one paragraph is certain. */
function answerBelow(nodes: readonly RootContent[], index: number, { answer }: Question): RootContent[] {
  const parts: RootContent[] = [];
  for (const node of nodes.slice(index + 1)) {
    if (readQuestion(node) !== null) return parts;
    if (!isPartOfAnswer(node)) break;
    parts.push(node);
  }
  return answer === '' ? parts.slice(0, 1) : [];
}

// "3. "
const NUMBER = /^\d{1,2}[.)]\s+(?=\S)/;

function readQuestion(node: RootContent): Question | null {
  if (node.type !== 'paragraph') return null;
  const [first, ...rest]: Paragraph['children'] = node.children;
  if (first?.type !== 'strong' || !endsInQuestionMark(textOf(first))) return null;
  return { words: textOf(first).replace(NUMBER, ''), answer: textOf(paragraphOf(trimStart(rest))) };
}

/** Of two ways to read an interview the one that names people goes first, unless it names them only once. */
export function joinExchanges(named: Exchanges, bold: Exchanges): Exchanges {
  return named.startingAt.size > 1 || bold.startingAt.size === 0 ? named : bold;
}

/** Whom the title names answers where the text says nobody. */
export function withGuest({ startingAt, nodes }: Exchanges, guest: string | null): Exchanges {
  if (guest === null || [...startingAt.values()].some((exchange) => exchange.guest !== null))
    return { startingAt, nodes };
  return {
    startingAt: new Map([...startingAt].map(([node, exchange]) => [node, { ...exchange, guest }])),
    nodes,
  };
}
