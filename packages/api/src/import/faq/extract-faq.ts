import type { OutlineSection } from '../sections/extract-outline.ts';
import { asks, endsInQuestionMark, isFaqHeading } from './faq-headings.ts';
import { isMarkedQuestion } from './faq-marks.ts';
import type { FaqPair } from './faq-pair.ts';
import { findAnswerSections } from './find-answer-sections.ts';
import { findFaqScope } from './find-faq-scope.ts';
import { findImpliedQuestions } from './find-implied-questions.ts';
import { adopt, familyAt, isWithin } from '../sections/outline-family.ts';
import { isAnsweredByName } from './is-answered-by-name.ts';
import { givesNoAnswer } from './gives-no-answer.ts';
import { readPairsWithin } from './read-pairs-within.ts';
import { readSectionPairs } from './read-section-pairs.ts';

export interface ExtractedFaq {
  pairs: FaqPair[];
  /** The outline without what became pairs. */
  rest: OutlineSection[];
}

interface FaqContext {
  /** It is nothing but questions and answers. */
  isFaqDocument: boolean;
  /** Its title says so: "Q:" and "A:" are two people. */
  isInterview: boolean;
}

/**
 * Questions with their answers: below a heading that announces them ("FAQ"), in a document that is nothing
 * else, and "Q: … A: …" anywhere.
 */
export function extractFaq(
  outline: readonly OutlineSection[],
  { isFaqDocument, isInterview }: FaqContext,
): ExtractedFaq {
  const scope = findFaqScope(outline, isFaqDocument);
  const implied = findImpliedQuestions(
    outline.filter((section) => scope.has(section)),
    isFaqDocument,
  );
  const pairs: FaqPair[] = [];
  const taken = new Set<OutlineSection>();
  const rest: OutlineSection[] = [];
  for (const [index, section] of outline.entries()) {
    if (taken.has(section)) continue;
    const isInScope = scope.has(section);
    const isQuestion = section.heading !== null && (asks(section.heading) || implied.has(section));
    const family = isInScope && isQuestion ? familyAt(outline, index) : [];
    if (family.length > 0 && !groupsQuestions(family) && !beginsWithMarked(section)) {
      const together = askedTogether(outline, index);
      const answered = together.at(-1) ?? section;
      const answer = findAnswerSections(
        answered === section ? family : familyAt(outline, index + together.length - 1),
      );
      const [first, ...others] = readSectionPairs(answered, answer);
      // It stays what it is: a heading, and below it what somebody wrote.
      if (first !== undefined && givesNoAnswer(first.answer)) {
        rest.push(section);
        continue;
      }
      for (const member of [...together, ...answer]) taken.add(member);
      if (first !== undefined) pairs.push(withAllQuestions(first, together), ...others);
      continue;
    }
    const isAnsweredInPerson = (isInterview && !isInScope) || isAnsweredByName(section.nodes);
    const { pairs: found, nodes } = isAnsweredInPerson
      ? { pairs: [], nodes: section.nodes }
      : readPairsWithin(section.nodes, isInScope);
    for (const pair of found) pairs.push(pair);
    const isSpent = found.length > 0 && (nodes.length === 0 || isInScope) && !isFaqDocument;
    const isAnnouncement = isInScope && isSpentAnnouncement(section, outline[index + 1]);
    if (!isSpent && !isAnnouncement) rest.push(Object.assign(section, { nodes }));
  }
  return {
    pairs: pairs.filter(({ question, answer }) => question !== '' && answer !== '' && !givesNoAnswer(answer)),
    rest: adopt(rest),
  };
}

/** "Is it free?" and right below it "What does it cost?", headings of one depth: the answer follows the last. */
function askedTogether(outline: readonly OutlineSection[], index: number): OutlineSection[] {
  const [first] = outline.slice(index, index + 1);
  const together: OutlineSection[] = [];
  for (let at = index; together.length < MAX_TOGETHER; at += 1) {
    const section = outline[at];
    const isSibling = section?.depth === first?.depth && section?.parent === first?.parent;
    if (section === undefined || !isSibling || !endsInQuestionMark(section.heading ?? '')) break;
    together.push(section);
    if (section.nodes.length > 0 || outline[at + 1]?.parent === section) return together;
  }
  // Nobody answers.
  return [];
}

const MAX_TOGETHER = 10;

function withAllQuestions(pair: FaqPair, together: readonly OutlineSection[]): FaqPair {
  const [first, ...others] = together;
  if (first === undefined || others.length === 0) return pair;
  return {
    ...pair,
    question: [...together.slice(0, -1).map(({ heading }) => heading ?? ''), pair.question].join(' / '),
    origin: { start: first.origin.start, end: pair.origin.end },
  };
}

/** Below it stand marked questions and nothing before them: it names what they are about. */
function beginsWithMarked({ nodes: [first] }: OutlineSection): boolean {
  return first !== undefined && isMarkedQuestion(first);
}

/** "Why does it do things differently?", with nothing below it but questions of their own. */
function groupsQuestions([section, ...inner]: readonly OutlineSection[]): boolean {
  return section?.nodes.length === 0 && inner.some(({ heading }) => asks(heading ?? ''));
}

/** "Frequently Asked Questions" with nothing left to head. */
function isSpentAnnouncement(section: OutlineSection, next: OutlineSection | undefined): boolean {
  if (section.heading === null || !isFaqHeading(section.heading)) return false;
  return section.nodes.length === 0 || (next !== undefined && isWithin(next, section));
}
