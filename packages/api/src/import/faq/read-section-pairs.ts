import type { RootContent } from 'mdast';
import { answerMarkdown } from './answer-markdown.ts';
import type { OutlineSection } from '../sections/extract-outline.ts';
import { isMarkedQuestion } from './faq-marks.ts';
import type { FaqPair } from './faq-pair.ts';
import { readAskedLine } from './read-asked-line.ts';
import { readPairsWithin } from './read-pairs-within.ts';
import { stripAnswerMark } from './strip-answer-mark.ts';
import { originOf, textOf } from '../text/tree-text.ts';

/** The section's own question, and those that are marked as such in its answer. */
export function readSectionPairs(section: OutlineSection, family: readonly OutlineSection[]): FaqPair[] {
  const next = section.nodes.findIndex(
    (node, index) =>
      isMarkedQuestion(node) || (node.type === 'paragraph' && isMarkedPair(node, section.nodes[index + 1])),
  );
  if (next === -1) return pairOfSection(section, section.nodes, family);
  const { pairs, nodes } = readPairsWithin(section.nodes.slice(next), true);
  const answer = [...section.nodes.slice(0, next), ...nodes];
  return [
    ...pairOfSection(section, answer, [section]),
    ...pairs,
    ...family.slice(1).flatMap((inner) => readPairsWithin(inner.nodes, true).pairs),
  ];
}

/** "Q: … A: …", in one paragraph or in two. */
function isMarkedPair(node: RootContent, next: RootContent | undefined): boolean {
  const asked = readAskedLine(textOf(node));
  if (asked?.letter !== 'Q') return false;
  return asked.answer !== null || (next !== undefined && readAskedLine(textOf(next))?.letter === 'A');
}

// "3.1 What is it?": a number of a heading that no full stop ends is still one; "2.5 million" is none.
const NUMBER = /^\d{1,3}(?:\.\d{1,3}){1,4}[.)]?\s+(?=[^\p{Ll}\s])/u;

function pairOfSection(
  section: OutlineSection,
  own: readonly RootContent[],
  family: readonly OutlineSection[],
): FaqPair[] {
  const [, ...inner] = family;
  const nodes = [
    ...own,
    ...inner.flatMap((member): RootContent[] => [
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: [{ type: 'text', value: member.heading ?? '' }] }],
      },
      ...member.nodes,
    ]),
  ];
  const [first, ...others] = nodes;
  const answer = first === undefined ? null : stripAnswerMark(first);
  if (answer === null) return [];
  const last = own.at(-1);
  const ownEnd = own.length < section.nodes.length && last !== undefined ? originOf(last).end : null;
  const end = ownEnd ?? family.at(-1)?.origin.end ?? section.origin.end;
  const heading = (section.heading ?? '').replace(NUMBER, '');
  const question = readAskedLine(heading)?.words ?? heading;
  return [
    { question, answer: answerMarkdown([answer, ...others]), origin: { start: section.origin.start, end } },
  ];
}
