import type { OutlineSection } from './extract-outline.ts';
import { asks, isFaqHeading } from './faq-headings.ts';
import { isMarkedQuestion } from './faq-marks.ts';
import { readListPairs } from './read-item-pairs.ts';

/** "It does not start", among headings of its depth that mostly ask: a question in a document that is nothing else. */
export function findImpliedQuestions(outline: readonly OutlineSection[]): Set<OutlineSection> {
  const parents = new Set(outline.map(({ parent }) => parent));
  const leaves = outline.filter(
    (section) =>
      section.heading !== null &&
      section.nodes.length > 0 &&
      !holdsPairs(section) &&
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

/** Questions with their answers, in a list or marked as such: what heads them is the name of a part. */
function holdsPairs({ nodes }: OutlineSection): boolean {
  return (
    nodes.some(isMarkedQuestion) ||
    nodes.some((node) => node.type === 'list' && readListPairs(node).pairs.length > 0)
  );
}
