import type { List, RootContent } from 'mdast';
import type { Origin } from '../briefings/document.ts';
import type { OutlineSection } from './extract-outline.ts';
import { readLabel } from './extract-points.ts';
import { compilePattern } from './compile-pattern.ts';
import { originOf, textOf } from './tree-text.ts';

export interface ExtractedScenario {
  title: string;
  description: string | null;
  likelihood: string | null;
  origin: Origin;
}

const SCENARIO = /\bscenarios?\b|\bszenari(?:o|en|os)\b|\bscénarios?\b|\bescenarios?\b|сценари|情景/iu;

const MAX_TITLE = 200;

/** What could happen: the list after "Possible scenarios include:", the sub-sections of a section on scenarios, or sections that each head one. */
export function extractScenarios(outline: readonly OutlineSection[]): ExtractedScenario[] {
  const childrenOf = Map.groupBy(outline, (section) => section.parent);
  const scenariosOf = Map.groupBy(outline.filter(isScenario), (section) => section.parent);
  return outline.flatMap((section) => {
    const isListed = section.parent !== null && SCENARIO.test(section.parent.heading ?? '');
    const siblings = scenariosOf.get(section.parent) ?? [];
    if (siblings.length > 1 && isScenario(section)) return isListed ? [] : [scenarioOfSection(section)];
    const children = childrenOf.get(section) ?? [];
    const isAbout = section.heading !== null && SCENARIO.test(section.heading);
    if (isAbout && children.length > 1) return children.map(scenarioOfSection);
    return section.nodes.flatMap((node, index) => {
      if (node.type !== 'list') return [];
      const lead = leadOf(section.nodes[index - 1]);
      return (lead === null ? isAbout : SCENARIO.test(lead)) ? scenariosOfList(node) : [];
    });
  });
}

// "Scenario 1: A deal"
const NUMBERED =
  /^(?:scenario|szenario|scénario|escenario|сценарий|情景)\s*(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four|five)\s*[:：.–—-]\s*(?=\S)/iu;
const CASE = compilePattern(
  /^(?:the\s+)?(?:best|worst|base|middle|most[\s-]likely|likely|optimistic|pessimistic|positive|negative)(?:[\s-]case)?\s+scenario(?![\p{L}\p{N}])/iu,
);

/** A heading that is one scenario of several. */
function isScenario({ heading }: OutlineSection): boolean {
  return heading !== null && heading.length <= MAX_TITLE && (NUMBERED.test(heading) || CASE.test(heading));
}

function scenarioOfSection(section: OutlineSection): ExtractedScenario {
  const first = section.nodes.find((node) => node.type === 'paragraph');
  const text = first === undefined ? null : textOf(first) || null;
  return {
    title: (section.heading ?? '').replace(NUMBERED, ''),
    description: text,
    likelihood: findLikelihood(text ?? ''),
    origin: section.origin,
  };
}

/** The sentence that leads to a list: "Possible scenarios include:" */
function leadOf(node: RootContent | undefined): string | null {
  if (node?.type !== 'paragraph') return null;
  const text = textOf(node);
  return /[:：]$/.test(text) ? (text.split(/[.!?]\s+/).at(-1) ?? null) : null;
}

function scenariosOfList(list: List): ExtractedScenario[] {
  return list.children.flatMap((item) => {
    const first = item.children[0];
    const text = first === undefined ? '' : textOf(first);
    const { label, text: rest } = readLabel(text) ?? { label: null, text };
    const title = label ?? rest;
    if (title === '' || title.length > MAX_TITLE) return [];
    return [
      {
        title,
        description: label === null ? null : rest,
        likelihood: findLikelihood(text),
        origin: originOf(item),
      },
    ];
  });
}

// "is also plausible", "60 % likely"
const LIKELIHOOD =
  /\b(?:is|are|seems?|remains?|appears?|considered)\s+(?:also\s+)?((?:very|highly|less|more|most|quite|rather|un)?\s*(?:plausible|likely|unlikely|probable|improbable|possible|remote))\b|\b(\d{1,3}\s?(?:%|per ?cent)(?:\s+(?:likely|chance|probability))?)/iu;

/** Only as the text says it. */
function findLikelihood(text: string): string | null {
  const match = LIKELIHOOD.exec(text.slice(0, 5_000));
  return (match?.[1] ?? match?.[2])?.trim() ?? null;
}
