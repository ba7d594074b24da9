import type { RootContent } from 'mdast';
import { cutFirstLine, paragraphOf } from './cut-lines.ts';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { startsInLowerCase } from '../plain-text/plain-text-lines.ts';
import { lineOf, textOf } from '../text/tree-text.ts';

/** Of a shorter line nobody wrapped the rest. */
const MIN_WRAPPED = 40;
const MAX_REST = 120;

/** "## Why does it say that the harbour is", and right below it "closed on Sundays?": Markdown ends a heading with its line, whoever wraps lines does not. */
export function joinWrappedHeadings(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const above = joined.at(-1);
    const cut = node.type === 'paragraph' && above !== undefined ? restOf(above, node) : null;
    if (cut === null || above?.type !== 'heading') {
      joined.push(node);
      continue;
    }
    above.children.push({ type: 'text', value: ' ' }, ...cut.first);
    if (cut.rest.length > 0) joined.push(paragraphOf(cut.rest));
  }
  return joined;
}

function restOf(heading: RootContent, node: Extract<RootContent, { type: 'paragraph' }>) {
  if (heading.type !== 'heading' || lineOf(node) !== (heading.position?.end.line ?? 0) + 1) return null;
  const words = textOf(heading);
  if (words.length < MIN_WRAPPED || /[\p{P}]$/u.test(words.replace(/[)"'”’,]$/u, ''))) return null;
  const { first, rest } = cutFirstLine(node.children) ?? { first: [...node.children], rest: [] };
  const line = textOf(paragraphOf(first));
  return line.length <= MAX_REST && startsInLowerCase(line) && endsInQuestionMark(line)
    ? { first, rest }
    : null;
}
