import type { OutlineSection } from '../sections/extract-outline.ts';
import { endsInQuestionMark, isFaqHeading } from './faq-headings.ts';
import { isWithin } from '../sections/outline-family.ts';

/** Sections below an FAQ heading: those within it, and the questions that follow it on its own level. */
export function findFaqScope(
  outline: readonly OutlineSection[],
  isFaqDocument: boolean,
): Set<OutlineSection> {
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
