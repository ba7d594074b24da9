import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { cutFirstLine, linesOf, paragraphOf, skipText } from './cut-lines.ts';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { markAnswer } from '../faq/faq-marks.ts';
import { textOf } from '../text/tree-text.ts';

// ": What it means." below what it explains: the definition lists of many dialects of Markdown.
const MEANING = /^:[ \t]+(?=\S)/;

/** "Question?", and below it ": answer", become a marked question and its marked answers. */
export function markDefinitions(nodes: readonly RootContent[]): RootContent[] {
  const marked: RootContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) break;
    const definition = node.type === 'paragraph' ? readDefinition(node) : null;
    if (definition === null) {
      marked.push(node);
      continue;
    }
    const { term, meanings } = definition;
    for (let next = nodes[index + 1]; next?.type === 'paragraph'; next = nodes[index + 1]) {
      const more = readMeanings(next.children);
      if (more === null) break;
      meanings.push(...more);
      index += 1;
    }
    if (meanings.length === 0) {
      marked.push(node);
      continue;
    }
    marked.push({ ...term, data: { faq: 'QUESTION' } }, ...meanings.map(markAnswer));
    for (let next = nodes[index + 1]; next !== undefined && isIndented(next); next = nodes[index + 1]) {
      marked.push(markAnswer(next));
      index += 1;
    }
  }
  return marked;
}

/** Paragraphs, lists and code below a meaning stand as far from the edge as its words do. */
function isIndented({ position }: RootContent): boolean {
  return (position?.start.column ?? 1) > 1;
}

/** Without meanings where they may still come, in paragraphs of their own. */
function readDefinition({ children }: Paragraph): { term: Paragraph; meanings: Paragraph[] } | null {
  const cut = cutFirstLine(children);
  const term = paragraphOf(cut?.first ?? [...children]);
  const words = textOf(term);
  if (words.length > 300 || !endsInQuestionMark(words)) return null;
  const meanings = cut === null ? [] : readMeanings(cut.rest);
  return meanings === null ? null : { term, meanings };
}

/** Every line is a meaning or goes on with one. */
function readMeanings(children: readonly PhrasingContent[]): Paragraph[] | null {
  const [head] = children;
  const mark = head?.type === 'text' ? MEANING.exec(head.value) : null;
  if (mark === null) return null;
  const meanings: PhrasingContent[][] = [];
  for (const line of linesOf(children)) {
    const [first] = line;
    const length = first?.type === 'text' ? (MEANING.exec(first.value)?.[0].length ?? 0) : 0;
    if (length > 0) meanings.push(skipText(line, length));
    else meanings.at(-1)?.push({ type: 'text', value: ' ' }, ...line);
  }
  return meanings.map(paragraphOf);
}
