import type { List, RootContent } from 'mdast';
import type { Origin } from '../briefings/document.ts';
import { comparableText } from './comparable-text.ts';
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

const SCENARIO = /\bscenarios?\b|\bszenari(?:o|en|os)\b|\bscénarios?\b|\bescenarios?\b|сценари|情景/i;

const MAX_TITLE = 200;

/** What could happen: the list after "Possible scenarios include:", the sub-sections of a section on scenarios, or sections that each head one. */
export function extractScenarios(outline: readonly OutlineSection[]): ExtractedScenario[] {
  const childrenOf = Map.groupBy(outline, (section) => section.parent);
  const scenariosOf = Map.groupBy(outline.filter(isScenario), (section) => section.parent);
  const found = outline.flatMap((section) => {
    const isListed = section.parent !== null && SCENARIO.test(section.parent.heading ?? '');
    const siblings = scenariosOf.get(section.parent) ?? [];
    if (siblings.length > 1 && isScenario(section)) return isListed ? [] : [scenarioOfSection(section)];
    const children = childrenOf.get(section) ?? [];
    const isAbout = section.heading !== null && SCENARIO.test(section.heading);
    if (isAbout && children.length > 1) return children.map(scenarioOfSection);
    const lists = section.nodes.filter(({ type }) => type === 'list').length;
    return section.nodes.flatMap((node, index) => {
      if (node.type !== 'list') return [];
      const lead = leadOf(section.nodes[index - 1]);
      // "Analysts see three ways out:", below "Scenarios": the one list there is.
      const isOfScenarios = lead === null ? isAbout : SCENARIO.test(lead) || (isAbout && lists === 1);
      // As many points as sections below: their list of contents.
      return isOfScenarios && siblings.length !== node.children.length ? scenariosOfList(node) : [];
    });
  });
  return mergeSame(found, outline);
}

/** Named in a list, and told of in a section: one scenario, which the section tells more about. */
function mergeSame(
  found: readonly ExtractedScenario[],
  outline: readonly OutlineSection[],
): ExtractedScenario[] {
  const groups = Map.groupBy(found, ({ title }) => comparableText(title));
  const names = new Set(groups.keys());
  const sections = new Map(
    found.length === 0
      ? []
      : outline
          .map((section) => [comparableText(titleOf(section)), section] as const)
          .filter(([name, { nodes }]) => names.has(name) && nodes.length > 0),
  );
  return [...groups].flatMap(([name, [first, ...others]]) => {
    if (first === undefined) return [];
    const section = sections.get(name);
    const told = section === undefined ? first : scenarioOfSection(section);
    const all = [told, first, ...others];
    const valueOf = (key: 'description' | 'likelihood') =>
      all.map((one) => one[key]).find((value) => value !== null) ?? null;
    return [{ ...told, description: valueOf('description'), likelihood: valueOf('likelihood') }];
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

function titleOf({ heading }: OutlineSection): string {
  return (heading ?? '').replace(NUMBERED, '');
}

function scenarioOfSection(section: OutlineSection): ExtractedScenario {
  const first = section.nodes.find((node) => node.type === 'paragraph');
  const text = first === undefined ? null : textOf(first) || null;
  return {
    title: titleOf(section),
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
    const [first, ...others] = item.children;
    const text = first === undefined ? '' : textOf(first);
    const below = others
      .filter(({ type }) => type === 'paragraph')
      .map(textOf)
      .join(' ');
    const words = text.replace(NUMBERED, '');
    const { label, text: rest } = readLabel(words) ?? { label: null, text: words };
    const title = label ?? rest;
    if (title === '' || title.length > MAX_TITLE) return [];
    return [
      {
        title,
        description: [label === null ? '' : rest, below].join(' ').trim() || null,
        likelihood: findLikelihood(`${text} ${below}`),
        origin: originOf(item),
      },
    ];
  });
}

// "is also plausible", "60 % likely"
const LIKELIHOOD =
  /\b(?:is|are|seems?|remains?|appears?|considered|deemed|judged|(?:seen|regarded|viewed) as)\s+(?:also\s+)?((?:very|highly|less|more|most|quite|rather|un)?\s*(?:plausible|likely|unlikely|probable|improbable|possible|remote))\b|\b(\d{1,3}\s?(?:%|per ?cent)(?:\s+(?:likely|chance|probability))?)/i;

/** Only as the text says it. */
function findLikelihood(text: string): string | null {
  const match = LIKELIHOOD.exec(text.slice(0, 5_000));
  return (match?.[1] ?? match?.[2])?.trim() ?? null;
}
