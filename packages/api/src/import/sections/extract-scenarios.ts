import type { List, ListItem, RootContent } from 'mdast';
import type { Origin } from '../../briefings/document.ts';
import { comparableText } from '../text/comparable-text.ts';
import type { OutlineSection } from './extract-outline.ts';
import { readLabel } from './extract-points.ts';
import { mayNameCase, namesCase } from './names-case.ts';
import { readLikelihood, splitLikelihood } from './read-likelihood.ts';
import { originOf, textOf } from '../text/tree-text.ts';

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
    const listed = section.nodes.flatMap((node, index) => {
      if (node.type !== 'list') return [];
      if (node.children.filter(isCase).length >= MIN_CASES) return scenariosOfList(node);
      const lead = leadOf(section.nodes[index - 1]);
      // "Analysts see three ways out:", below "Scenarios": the one list there is.
      const isOfScenarios = lead === null ? isAbout : SCENARIO.test(lead) || (isAbout && lists === 1);
      // As many points as sections below: their list of contents.
      return isOfScenarios && siblings.length !== node.children.length ? scenariosOfList(node) : [];
    });
    return [...listed, ...scenariosOfParagraphs(section.nodes)];
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
  /^(?:scenario|szenario|scénario|escenario|сценарий|情景)\s*(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four|five)\s*[:：.–—-]\s*(?=\S)/i;
/** A heading that is one scenario of several. */
function isScenario({ heading }: OutlineSection): boolean {
  return heading !== null && heading.length <= MAX_TITLE && (NUMBERED.test(heading) || namesCase(heading));
}

function titleOf({ heading }: OutlineSection): string {
  return (heading ?? '').replace(NUMBERED, '');
}

function scenarioOfSection(section: OutlineSection): ExtractedScenario {
  const first = section.nodes.find((node) => node.type === 'paragraph');
  const text = first === undefined ? null : textOf(first) || null;
  const { name, likelihood } = splitLikelihood(titleOf(section));
  return {
    title: name,
    description: text,
    likelihood: likelihood ?? readLikelihood(text ?? ''),
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
    const below = others
      .filter(({ type }) => type === 'paragraph')
      .map(textOf)
      .join(' ');
    return scenarioOfText(first === undefined ? '' : textOf(first), below, originOf(item)) ?? [];
  });
}

/** "A deal (likely): both sides sign." */
function scenarioOfText(text: string, below: string, origin: Origin): ExtractedScenario | null {
  const words = text.replace(NUMBERED, '');
  const { label, text: rest } = readLabel(words) ?? { label: null, text: words };
  const { name, likelihood } = splitLikelihood(label ?? rest);
  if (name === '' || name.length > MAX_TITLE) return null;
  return {
    title: name,
    description: [label === null ? '' : rest, below].join(' ').trim() || null,
    likelihood: likelihood ?? readLikelihood(`${text} ${below}`),
    origin,
  };
}

const MIN_CASES = 2;

/** "Best case: …", "Worst case: …", "Scenario 1: …": each says of itself that it is one, in a list or in paragraphs that follow each other. */
function isCase(node: RootContent | ListItem): boolean {
  if (node.type !== 'paragraph' && node.type !== 'listItem') return false;
  const text = textOf(node).slice(0, MAX_TITLE);
  if (!mayNameCase(text)) return false;
  const label = readLabel(text)?.label ?? null;
  return NUMBERED.test(text) || (label !== null && namesCase(splitLikelihood(label).name));
}

function scenariosOfParagraphs(nodes: readonly RootContent[]): ExtractedScenario[] {
  const cases = nodes.filter((node) => node.type === 'paragraph' && isCase(node));
  if (cases.length < MIN_CASES) return [];
  return cases.flatMap((node) => scenarioOfText(textOf(node), '', originOf(node)) ?? []);
}
