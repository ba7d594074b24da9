import type { Heading, RootContent } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { beginsWithDay } from '../events/month-names.ts';
import { countInRoman, dropRomanNumber } from '../plain-text/roman-numbers.ts';
import { originOf, textOf } from '../text/tree-text.ts';

/** A heading with what stands below it, up to the next heading. */
export interface OutlineSection {
  /** Null for what stands before the first heading. */
  heading: string | null;
  depth: number;
  /** The section it stands in; sections point upwards, the list is in reading order. */
  parent: OutlineSection | null;
  nodes: RootContent[];
  origin: Origin;
}

export function extractOutline(nodes: readonly RootContent[]): OutlineSection[] {
  const sections: OutlineSection[] = [];
  const open: OutlineSection[] = [];
  const isRoman = countInRoman(nodes.filter(({ type }) => type === 'heading').map(textOf));
  for (const node of nodes) {
    if (node.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
      const section = newSection(node, open.at(-1) ?? null, isRoman);
      sections.push(section);
      open.push(section);
      continue;
    }
    const current = sections.at(-1) ?? newIntroduction(node);
    if (sections.length === 0) sections.push(current);
    current.nodes.push(node);
    current.origin.end = originOf(node).end;
  }
  return sections;
}

const MAX_HEADING = 500;

// "1. Findings", "2.1) Pillars"
const NUMBERING = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s+(?=\S)/;

// What wikis and documentation sites put beside a heading: "[edit]", "¶".
export const PERMALINK = /(?:\s*(?:\[(?:edit|edit source|bearbeiten|modifier|править|编辑)\]|[¶🔗]))+$/iu;

function newSection(node: Heading, parent: OutlineSection | null, isRoman: boolean): OutlineSection {
  const text = isRoman ? dropRomanNumber(textOf(node)) : textOf(node);
  const heading = (beginsWithDay(text) ? text : text.replace(NUMBERING, ''))
    .replace(PERMALINK, '')
    .slice(0, MAX_HEADING)
    .trim();
  return {
    heading: heading === '' ? '…' : heading.toWellFormed(),
    depth: node.depth,
    parent,
    nodes: [],
    origin: { ...originOf(node) },
  };
}

function newIntroduction(node: RootContent): OutlineSection {
  return { heading: null, depth: 0, parent: null, nodes: [], origin: { ...originOf(node) } };
}

/** A heading that heads neither text nor other headings says nothing. */
export function dropEmptySections(sections: readonly OutlineSection[]): OutlineSection[] {
  const filled = new Set<OutlineSection>();
  for (const section of [...sections].reverse()) {
    if (!filled.has(section) && section.nodes.length === 0) continue;
    filled.add(section);
    if (section.parent !== null) filled.add(section.parent);
  }
  return sections.filter((section) => filled.has(section));
}
