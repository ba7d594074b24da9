/** `??? question "What is it?"`, `!!! note`: what Markdown of documentation sites folds or puts into a box, with its text indented below. */
import type { Code, Nodes, Paragraph, RootContent } from 'mdast';
import { cutFirstLine, paragraphOf } from './cut-lines.ts';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { markAnswer } from '../faq/faq-marks.ts';
import { textOf } from '../text/tree-text.ts';

const BOX = /^(?:\?\?\?\+?|!!!) ?([a-z][\w-]{0,30})(?: (?:inline|end))*(?: "([^"\n]{0,300})")?\s*$/i;
const ASKS = /^(?:question|faq|help|q)$/i;

interface Box {
  kind: string;
  title: string;
  /** What stands right below the mark, in its paragraph. */
  rest: Paragraph['children'];
}

/** A box that asks becomes a question with its answer, every other its title in bold and what stands in it. */
export function openAdmonitions(
  nodes: readonly RootContent[],
  parse: (markdown: string) => RootContent[],
): RootContent[] {
  const opened: RootContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    const box = node?.type === 'paragraph' ? readBox(node) : null;
    if (node === undefined || box === null) {
      if (node !== undefined) opened.push(node);
      continue;
    }
    const content: RootContent[] = box.rest.length > 0 ? [paragraphOf(box.rest)] : [];
    const next = nodes[index + 1];
    if (next?.type === 'code' && isIndented(next)) {
      for (const each of parse(next.value)) content.push(placed(each, next));
      index += 1;
    }
    opened.push(...nodesOf(box, node.position, content));
  }
  return opened;
}

function readBox({ children }: Paragraph): Box | null {
  const [head] = children;
  if (head?.type !== 'text' || !/^(?:\?\?\?|!!!)/.test(head.value)) return null;
  const cut = cutFirstLine(children);
  const match = BOX.exec(textOf(paragraphOf(cut?.first ?? [...children])));
  return match === null ? null : { kind: match[1] ?? '', title: match[2] ?? '', rest: cut?.rest ?? [] };
}

/** Fenced code says so, or has a language. */
function isIndented({ value, lang, position }: Code): boolean {
  const { start, end } = position ?? {};
  const lines = value.split('\n').length;
  return (lang ?? null) === null && (end?.line ?? 0) - (start?.line ?? 0) < lines;
}

/** What was read out of a node stands where that does. */
function placed(root: RootContent, { position }: Code): RootContent {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (position !== undefined) node.position = position;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return root;
}

function nodesOf(
  { kind, title }: Box,
  position: Paragraph['position'],
  content: readonly RootContent[],
): RootContent[] {
  if (title === '') return [...content];
  // "Question" names the box, "When it sails" what is asked.
  const asks = endsInQuestionMark(title) || (ASKS.test(kind) && /\s/.test(title));
  const isQuestion = asks && content.length > 0;
  const words = { type: 'text' as const, value: title, ...(position && { position }) };
  if (isQuestion) {
    const question: RootContent = { type: 'paragraph', children: [words], data: { faq: 'QUESTION' } };
    return [{ ...question, ...(position && { position }) }, ...content.map(markAnswer)];
  }
  const strong = { type: 'strong' as const, children: [words], ...(position && { position }) };
  return [{ type: 'paragraph', children: [strong], ...(position && { position }) }, ...content];
}
