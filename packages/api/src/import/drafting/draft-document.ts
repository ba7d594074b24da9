import type { RootContent } from 'mdast';
import { slugify, truncate } from '@communique/shared/text';
import { topicSchema } from '../../briefings/document.ts';
import type { BriefingDocumentInput } from '../../briefings/document.ts';
import { classifySection } from '../sections/classify-section.ts';
import type { SectionKind } from '../sections/section-kind-words.ts';
import { draftBlocks } from './draft-blocks.ts';
import type { BlockContext } from './draft-blocks.ts';
import { draftClaims } from './draft-claims.ts';
import type { DraftedClaim } from './draft-claims.ts';
import { createSourceList } from './draft-sources.ts';
import { extractClaims } from '../speech/extract-claims.ts';
import { extractEvents } from '../events/extract-events.ts';
import {
  extractBoldExchanges,
  joinExchanges,
  saysInterview,
  withGuest,
} from '../exchanges/extract-bold-exchanges.ts';
import { readGuest } from '../exchanges/read-guest.ts';
import { extractExchanges } from '../exchanges/extract-exchanges.ts';
import type { Exchanges } from '../exchanges/extract-exchanges.ts';
import type { OutlineSection } from '../sections/extract-outline.ts';
import { extractPeople } from '../speech/extract-people.ts';
import { extractPoints } from '../sections/extract-points.ts';
import { extractScenarios } from '../sections/extract-scenarios.ts';
import { extractStakeholders } from '../sections/extract-stakeholders.ts';
import { createIdRegistry } from './id-registry.ts';
import type { IdRegistry } from './id-registry.ts';
import type { StructuredArticle } from '../structure-article.ts';
import { originOf, textOf } from '../text/tree-text.ts';

export interface DraftedDocument {
  input: BriefingDocumentInput;
  sectionIds: ReadonlyMap<OutlineSection, string>;
}

/** Between paragraphs: no name and no office goes on across it. */
const BREAK = '\n¶\n';

function findExchanges(article: StructuredArticle): Exchanges {
  // Names that take turns leave less to doubt than bold words do.
  const named = extractExchanges(article.nodes, saysInterview(article, 4));
  const bold = extractBoldExchanges(article.outline, saysInterview(article, 1));
  return withGuest(joinExchanges(named, bold), readGuest(article.title, article.language));
}

/** The structured article → the document of a draft briefing. */
export function draftDocument(article: StructuredArticle, now: Date): DraftedDocument {
  const ids = createIdRegistry();
  const sources = createSourceList(articleSource(article));
  const sectionIds = nameSections(article.outline, ids);
  const exchanges = findExchanges(article);
  const opening = article.standfirst === null ? [] : [article.standfirst];
  const people = extractPeople([...opening, ...article.nodes].map(textOf).join(BREAK));
  const sectionNodes = article.outline.map(({ nodes }) => nodes.filter((node) => !exchanges.nodes.has(node)));
  // The summary is a paragraph of the article too: it says who said what, and when something happens.
  const passages = [opening, ...sectionNodes];
  const claims = draftClaims(extractClaims(passages, people), { ids, sources, now });
  const claimsByNode = groupByNode(claims);
  const sections = draftSections(article.outline, {
    sectionIds,
    ids,
    exchanges,
    claimsByNode,
    sources,
    footnotes: article.footnotes,
  });
  const citations = [...sources.article];
  const input: BriefingDocumentInput = {
    title: truncate(article.title, 200),
    titleIsProposed: article.titleIsProposed,
    origins: originsOf(article),
    language: article.language,
    summary: { short: shortSummary(article.summary), keyPoints: findKeyPoints(article.outline) },
    topics: article.topics.filter((topic) => topicSchema.safeParse(topic).success),
    sections,
    sources: [...sources.sources],
    claims: claims.map(({ claim }) => claim),
    stakeholders: article.nodes
      .flatMap((node) => (node.type === 'table' ? extractStakeholders(node) : []))
      .slice(0, MAX_STAKEHOLDERS)
      .map((stakeholder) => ({ id: ids.unique(slugify(stakeholder.name, 60)), ...stakeholder, citations })),
    events: extractEvents(passages.flat(), people, {
      publishedOn: article.publishedOn,
      now,
      language: article.language,
    }).map((event) => ({
      id: ids.unique(slugify(event.title, 60)),
      ...event,
      citations,
    })),
    scenarios: extractScenarios(article.outline)
      .slice(0, MAX_SCENARIOS)
      .map((scenario) => ({
        id: ids.unique(`scenario-${slugify(scenario.title, 60)}`),
        ...scenario,
        citations,
      })),
    prompts: article.prompts
      .slice(0, MAX_PROMPTS)
      .map((prompt, index) => ({ id: ids.unique(`prompt-${index + 1}`), ...prompt })),
  };
  return { input, sectionIds };
}

function originsOf({ titleNode, standfirst }: StructuredArticle): BriefingDocumentInput['origins'] {
  const placeOf = (node: RootContent | null) => (node === null ? null : originOf(node));
  return { title: placeOf(titleNode), summary: placeOf(standfirst) };
}

const MAX_STAKEHOLDERS = 200;
const MAX_SCENARIOS = 100;
const MAX_PROMPTS = 50;

/** The article as a source of its own briefing, when it says anything about where it comes from. */
function articleSource({ title, titleIsProposed, url, publisher, byline, publishedOn }: StructuredArticle) {
  const ownTitle = titleIsProposed ? null : truncate(title, 500);
  if ([ownTitle, url, publisher, byline].every((fact) => fact === null)) return null;
  return { title: ownTitle, url, publisher, author: byline, publishedOn };
}

function nameSections(outline: readonly OutlineSection[], ids: IdRegistry): Map<OutlineSection, string> {
  return new Map(
    outline.map((section) => [
      section,
      ids.unique(section.heading === null ? 'introduction' : slugify(section.heading, 60)),
    ]),
  );
}

interface SectionContext extends BlockContext {
  sectionIds: ReadonlyMap<OutlineSection, string>;
  ids: IdRegistry;
}

function draftSections(
  outline: readonly OutlineSection[],
  context: SectionContext,
): BriefingDocumentInput['sections'] {
  const { sectionIds, ids } = context;
  const kinds = classifySections(outline);
  return outline.map((section) => {
    const id = sectionIds.get(section) ?? '';
    const blocks = draftBlocks(section.nodes, context);
    return {
      id,
      heading: section.heading,
      kind: kinds.get(section) ?? 'OTHER',
      parentId: section.parent === null ? null : (sectionIds.get(section.parent) ?? null),
      blocks: blocks.map((block, index) => ({ ...block, id: ids.unique(`${id}.${index + 1}`) })),
      origin: section.origin,
    };
  });
}

/** Sections come after those they stand in. */
function classifySections(outline: readonly OutlineSection[]): Map<OutlineSection, SectionKind> {
  const kinds = new Map<OutlineSection, SectionKind>();
  for (const section of outline) {
    const around = section.parent === null ? undefined : kinds.get(section.parent);
    kinds.set(section, section.heading === null ? 'OVERVIEW' : classifySection(section.heading, around));
  }
  return kinds;
}

function groupByNode(claims: readonly DraftedClaim[]): Map<RootContent, DraftedClaim[]> {
  const groups = new Map<RootContent, DraftedClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.from.node);
    if (group === undefined) groups.set(claim.from.node, [claim]);
    else group.push(claim);
  }
  return groups;
}

const MAX_SHORT_SUMMARY = 300;

/** Whole or not at all: half a summary says something else. */
function shortSummary(summary: string | null): string | null {
  return summary !== null && summary.length <= MAX_SHORT_SUMMARY ? summary : null;
}

const KEY_POINTS_HEADING =
  /^(?:key (?:points|takeaways|facts)|main points|takeaways|highlights|at a glance|in brief|tl;?dr|the essentials|summary|key developments|das wichtigste(?: in kürze)?|zusammenfassung|l['’]essentiel|puntos clave|главное|коротко|要点)\s*:?$/iu;

function findKeyPoints(outline: readonly OutlineSection[]): string[] {
  const section = outline.find(
    ({ heading }) => heading !== null && KEY_POINTS_HEADING.test(heading.slice(0, 100)),
  );
  const list = section?.nodes.find((node) => node.type === 'list');
  if (list === undefined) return [];
  return extractPoints(list)
    .map(({ label, text }) => (label === null ? text : `${label}: ${text}`))
    .filter((text) => text.length <= 500)
    .slice(0, 20);
}
