import type { ListItem, Paragraph, RootContent } from 'mdast';
import type { Origin } from '../briefings/document.ts';
import type { OutlineSection } from './extract-outline.ts';
import { cutFirstLine, paragraphOf, trimStart } from './cut-lines.ts';
import { endsInQuestionMark, isFaqHeading, isQuestionHeading } from './faq-headings.ts';
import { isMarkedAnswer, isMarkedQuestion } from './faq-marks.ts';
import { readAskedLine } from './read-asked-line.ts';
import { answerMarkdown } from './answer-markdown.ts';
import { cleanText, originOf, textOf } from './tree-text.ts';

export interface FaqPair {
  question: string;
  /** Markdown. */
  answer: string;
  origin: Origin;
}

export interface ExtractedFaq {
  pairs: FaqPair[];
  /** The outline without what became pairs. */
  rest: OutlineSection[];
}

/**
 * Questions with their answers: below a heading that announces them ("FAQ"), in a document that is nothing
 * else, and "Q: … A: …" anywhere.
 */
export function extractFaq(outline: readonly OutlineSection[], isFaqDocument: boolean): ExtractedFaq {
  const scope = faqScope(outline, isFaqDocument);
  const implied = isFaqDocument ? impliedQuestions(outline) : new Set<OutlineSection>();
  const pairs: FaqPair[] = [];
  const taken = new Set<OutlineSection>();
  const rest: OutlineSection[] = [];
  for (const [index, section] of outline.entries()) {
    if (taken.has(section)) continue;
    const isInScope = scope.has(section);
    if (isInScope && section.heading !== null && (asks(section.heading) || implied.has(section))) {
      const family = familyAt(outline, index);
      for (const member of family) taken.add(member);
      for (const pair of pairsOfSection(section, family)) pairs.push(pair);
      continue;
    }
    const { pairs: found, nodes } = pairsWithin(section.nodes, isInScope);
    for (const pair of found) pairs.push(pair);
    const isSpent = found.length > 0 && (nodes.length === 0 || isInScope) && !isFaqDocument;
    const isAnnouncement = isInScope && isSpentAnnouncement(section, outline[index + 1]);
    if (!isSpent && !isAnnouncement) rest.push(Object.assign(section, { nodes }));
  }
  return {
    pairs: pairs.filter(({ question, answer }) => question !== '' && answer !== ''),
    rest: adopt(rest),
  };
}

/** Sections below an FAQ heading: those within it, and the questions that follow it on its own level. */
function faqScope(outline: readonly OutlineSection[], isFaqDocument: boolean): Set<OutlineSection> {
  if (isFaqDocument) return new Set(outline);
  const scope = new Set<OutlineSection>();
  let announced: OutlineSection | null = null;
  for (const section of outline) {
    if (section.heading !== null && isFaqHeading(section.heading)) announced = section;
    else if (
      announced !== null &&
      !isWithin(section, announced) &&
      !endsInQuestionMark(section.heading ?? '')
    ) {
      // A section within a question that was asked above belongs to its answer.
      const isAnswer = section.parent !== null && scope.has(section.parent);
      if (!isAnswer) announced = null;
    }
    if (announced !== null) scope.add(section);
  }
  return scope;
}

/** "It does not start", among headings of its depth that mostly ask: a question in a document that is nothing else. */
function impliedQuestions(outline: readonly OutlineSection[]): Set<OutlineSection> {
  const parents = new Set(outline.map(({ parent }) => parent));
  const leaves = outline.filter(
    (section) =>
      section.heading !== null &&
      section.nodes.length > 0 &&
      (!parents.has(section) || asks(section.heading)),
  );
  if (leaves.length >= 3 && !leaves.some(({ heading }) => asks(heading ?? ''))) return new Set(leaves);
  const implied = new Set<OutlineSection>();
  for (const depth of new Set(leaves.map((leaf) => leaf.depth))) {
    const alike = leaves.filter((leaf) => leaf.depth === depth && !isFaqHeading(leaf.heading ?? ''));
    const asking = alike.filter(({ heading }) => asks(heading ?? '')).length;
    if (asking < 2 || asking * 2 < alike.length) continue;
    for (const leaf of alike) if (!isAmongStatements(leaf, alike)) implied.add(leaf);
  }
  return implied;
}

/** Many within one section, and not one of them asks: that section is no list of questions. */
function isAmongStatements({ parent }: OutlineSection, alike: readonly OutlineSection[]): boolean {
  if (parent === null) return false;
  const siblings = alike.filter((leaf) => leaf.parent === parent);
  return siblings.length > 2 && !siblings.some(({ heading }) => asks(heading ?? ''));
}

/** A section and those within it: they follow it in reading order. */
function familyAt(outline: readonly OutlineSection[], index: number): OutlineSection[] {
  const ancestor = outline[index];
  if (ancestor === undefined) return [];
  let end = index + 1;
  for (let next = outline[end]; next !== undefined && isWithin(next, ancestor); next = outline[end]) end += 1;
  return outline.slice(index, end);
}

function isWithin(section: OutlineSection, ancestor: OutlineSection): boolean {
  for (let above = section.parent; above !== null; above = above.parent) {
    if (above === ancestor) return true;
  }
  return false;
}

function asks(heading: string): boolean {
  return !isFaqHeading(heading) && (endsInQuestionMark(heading) || isQuestionHeading(`${heading}?`));
}

/** The section's own question, and those that are marked as such in its answer. */
function pairsOfSection(section: OutlineSection, family: readonly OutlineSection[]): FaqPair[] {
  const next = section.nodes.findIndex(
    (node, index) => node.type === 'paragraph' && isMarkedPair(node, section.nodes[index + 1]),
  );
  if (next === -1) return pairOfSection(section, section.nodes, family);
  const answer = section.nodes.slice(0, next);
  return [
    ...pairOfSection(section, answer, [section]),
    ...pairsWithin(section.nodes.slice(next), true).pairs,
    ...family.slice(1).flatMap((inner) => pairsWithin(inner.nodes, true).pairs),
  ];
}

/** "Q: … A: …", in one paragraph or in two. */
function isMarkedPair(node: RootContent, next: RootContent | undefined): boolean {
  const asked = readAskedLine(textOf(node));
  if (asked?.letter !== 'Q') return false;
  return asked.answer !== null || (next !== undefined && readAskedLine(textOf(next))?.letter === 'A');
}

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
  const question = readAskedLine(section.heading ?? '')?.words ?? section.heading ?? '';
  return [
    { question, answer: answerMarkdown([answer, ...others]), origin: { start: section.origin.start, end } },
  ];
}

/** "A: It has." → "It has." */
function stripAnswerMark(node: RootContent): RootContent {
  const asked = node.type === 'paragraph' ? readAskedLine(textOf(node)) : null;
  if (node.type !== 'paragraph' || asked?.letter !== 'A') return node;
  return { ...node, children: [{ type: 'text', value: asked.words }] };
}

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
function pairsWithin(
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
      const items: FaqPair[] = isInScope && node.type === 'list' ? node.children.flatMap(pairOfItem) : [];
      for (const pair of items) pairs.push(pair);
      if (items.length === 0) rest.push(node);
    }
  }
  close();
  return { pairs, nodes: rest };
}

/** Outside an FAQ only the paragraph marked "A:" answers; within it everything up to the next question. */
function continuesAnswer(node: RootContent, open: Open, isInScope: boolean): boolean {
  if (open.isMarked) return isMarkedAnswer(node);
  if (isInScope) return true;
  return open.answer.length === 0 && node.type === 'paragraph' && readAskedLine(textOf(node))?.letter === 'A';
}

function readQuestion(
  node: RootContent,
  next: RootContent | undefined,
  isInScope: boolean,
): { question: string; answer: RootContent[] } | null {
  if (node.type !== 'paragraph') return null;
  const text = textOf(node);
  const asked = readAskedLine(text);
  if (asked?.letter === 'Q') {
    if (asked.answer !== null) return { question: asked.words, answer: [paragraph(asked.answer)] };
    const isAnswered = next?.type === 'paragraph' && readAskedLine(textOf(next))?.letter === 'A';
    return isAnswered || isInScope ? { question: asked.words, answer: [] } : null;
  }
  if (!isInScope || asked !== null) return null;
  const [first, ...others] = node.children;
  if (first?.type === 'strong' && endsInQuestionMark(textOf(first))) {
    const answer = trimStart(others);
    const isAnswered = cleanText(answer.map(textOf).join('')) !== '';
    return { question: textOf(first), answer: isAnswered ? [paragraphOf(answer)] : [] };
  }
  return (
    readNumbered(node) ??
    (text.length <= 300 && endsInQuestionMark(text) && next !== undefined
      ? { question: text.replace(NUMBER, ''), answer: [] }
      : null)
  );
}

// "1.1. ", "12) "
const NUMBER = /^\d{1,3}(?:(?:\.\d{1,3}){1,4}[.)]?|[.)])\s+(?=\S)/;

/** "1.1. What is it?" with the answer on the lines below. */
function readNumbered({ children }: Paragraph): { question: string; answer: RootContent[] } | null {
  const cut = cutFirstLine(children);
  if (cut === null) return null;
  const line = textOf(paragraphOf(cut.first));
  return NUMBER.test(line) && endsInQuestionMark(line)
    ? { question: line.replace(NUMBER, ''), answer: [paragraphOf(cut.rest)] }
    : null;
}

/** "- **What is it?** It is …", every point of it: what stands above ends there. */
function isListOfPairs(node: RootContent, isInScope: boolean): boolean {
  if (!isInScope || node.type !== 'list') return false;
  return node.children.every((item) => {
    const [first] = item.children;
    return first?.type === 'paragraph' && first.children[0]?.type === 'strong' && pairOfItem(item).length > 0;
  });
}

/** "- What is it? It is …" */
function pairOfItem(item: ListItem): FaqPair[] {
  const text = textOf(item);
  const mark = /[?？]/.exec(text.slice(0, 300));
  if (mark === null) return [];
  const question = text.slice(0, mark.index + 1);
  const answer = text.slice(mark.index + 1).trim();
  if (!isQuestionHeading(question) || answer === '') return [];
  return [{ question, answer: answerMarkdown([paragraph(answer)]), origin: originOf(item) }];
}

function paragraph(text: string): RootContent {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}

function toPair({ question, answer, origin }: Open): FaqPair {
  const ends = answer.flatMap((node) => (node.position === undefined ? [] : [originOf(node).end]));
  return {
    question,
    answer: answerMarkdown(answer),
    origin: { start: origin.start, end: Math.max(origin.end, ...ends.slice(-1)) },
  };
}

/** "Frequently Asked Questions" with nothing left to head. */
function isSpentAnnouncement(section: OutlineSection, next: OutlineSection | undefined): boolean {
  if (section.heading === null || !isFaqHeading(section.heading)) return false;
  return section.nodes.length === 0 || (next !== undefined && isWithin(next, section));
}

/** A section whose parent became a pair stands alone. */
function adopt(sections: readonly OutlineSection[]): OutlineSection[] {
  const kept = new Set(sections);
  for (const section of sections) {
    while (section.parent !== null && !kept.has(section.parent)) section.parent = section.parent.parent;
  }
  return [...sections];
}
