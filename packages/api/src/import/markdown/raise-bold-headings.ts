import type { Heading, Paragraph, RootContent } from 'mdast';
import { endsInQuestionMark } from '../faq/faq-headings.ts';
import { textOf } from '../text/tree-text.ts';

const NUMBER = /^(\d{1,2})[.)]\s+\S/;
const MAX_HEADING = 160;
const MIN_COUNTED = 2;
const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

/** "**1. The quay**", "**2. The ferry**", each alone in its paragraph: headings of somebody whose editor has none. */
export function raiseBoldHeadings(nodes: RootContent[]): RootContent[] {
  const counted = nodes.filter((node) => numberOf(node) !== null);
  const counts = counted.every((node, index) => numberOf(node) === index + 1);
  // Bold questions are asked, and what they head is an answer.
  const areHeadings =
    counted.length >= MIN_COUNTED && counts && !counted.every((node) => endsInQuestionMark(textOf(node)));
  if (!areHeadings) return nodes;
  const [first] = counted;
  const above = nodes.slice(0, first === undefined ? 0 : nodes.indexOf(first));
  const outer = above.findLast((node) => node.type === 'heading')?.depth ?? 1;
  const depth = DEPTHS[Math.min(outer, 5)] ?? 2;
  return nodes.map((node) => {
    const number = numberOf(node);
    return number === null || node.type !== 'paragraph' ? node : toHeading(node, depth, number);
  });
}

function numberOf(node: RootContent): number | null {
  if (node.type !== 'paragraph') return null;
  const [only, ...others] = node.children;
  if (only?.type !== 'strong' || others.length > 0) return null;
  const text = textOf(only);
  const number = text.length > MAX_HEADING ? undefined : NUMBER.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

function toHeading({ children, position }: Paragraph, depth: Heading['depth'], number: number): RootContent {
  const heading: Heading = { type: 'heading', depth, children, data: { number } };
  return position === undefined ? heading : { ...heading, position };
}
