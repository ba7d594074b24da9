/** The first page of a briefing: what it says in short, how sure we are, and ways into the rest. */
import { ButtonStyle, type APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { truncate } from '@communique/shared/text';
import type { BriefingOverviewFragment } from '../api/generated/graphql.ts';
import { button, buttonRows } from './build-message.ts';
import { claimCounts } from './claims.ts';
import { COLOURS } from './colours.ts';
import { formatCustomId, type BriefingView } from './custom-ids.ts';
import { fitMessage } from './fit-message.ts';
import { escapeLine, escapeMarkdown, small, timestamp } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';
import { reportButton } from './report-form.ts';
import { sectionMenu } from './section-menu.ts';

const MAX_WARNINGS = 300;
const MAX_TOPICS = 200;

export function briefingOverview(briefing: BriefingOverviewFragment, menuPage = 0): MessageBody {
  const { summary } = briefing;
  const parts: Part[] = [
    { kind: 'text', text: `## ${escapeLine(briefing.title)}` },
    ...warnings(briefing.contentWarnings),
    ...sentence(summary.headline, (text) => `**${escapeLine(text)}**`),
    ...sentence(summary.short, escapeMarkdown),
    ...summary.keyPoints.map(keyPoint),
    { kind: 'text', spaced: true, text: `**How sure we are:** ${claimCounts(briefing.claims)}` },
    ...discussion(briefing.prompts),
    { kind: 'text', spaced: true, text: small(facts(briefing)) },
    ...sectionMenu(briefing, menuPage),
    ...buttonRows([...viewButtons(briefing), reportButton('briefing', briefing.slug)]),
  ];
  return fitMessage(parts, {
    accent: COLOURS.briefing,
    more: ({ dropped }) =>
      dropped > 0 ? small(`+${dropped} more: read the sections below`) : small('Shortened to fit'),
  }).body;
}

function warnings(contentWarnings: readonly string[]): Part[] {
  if (contentWarnings.length === 0) return [];
  return [
    { kind: 'text', text: `⚠️ Contains: ${escapeLine(truncate(contentWarnings.join(', '), MAX_WARNINGS))}` },
  ];
}

function sentence(text: string | null, format: (text: string) => string): Part[] {
  return text === null ? [] : [{ kind: 'text', text: format(text) }];
}

function keyPoint(text: string): Part {
  return {
    kind: 'text',
    text: `- ${escapeLine(text)}`,
    shortForm: `- ${escapeLine(truncate(text, 160))}`,
    priority: 2,
  };
}

/** One that is known to take no side, else one of which nobody has said that it does. */
function discussion(prompts: BriefingOverviewFragment['prompts']): Part[] {
  const first =
    prompts.find(({ stanceNeutral }) => stanceNeutral === true) ??
    prompts.find(({ stanceNeutral }) => stanceNeutral === null);
  if (first === undefined) return [];
  const text = `**To discuss:** ${escapeLine(first.text)}`;
  const shortForm = `**To discuss:** ${escapeLine(truncate(first.text, 200))}`;
  return [{ kind: 'text', text, shortForm, priority: 4, spaced: true }];
}

function facts(briefing: BriefingOverviewFragment): string {
  const topics = briefing.topics.map(({ name }) => name).join(', ');
  return [
    `${briefing.readingTimeMinutes} min read`,
    briefing.importance === null ? null : `importance ${briefing.importance} of 5`,
    `published ${timestamp(briefing.publishedAt, 'D')}`,
    briefing.updatedAt === briefing.publishedAt ? null : `updated ${timestamp(briefing.updatedAt, 'R')}`,
    `revision ${briefing.revision}`,
    topics === '' ? null : escapeLine(truncate(topics, MAX_TOPICS)),
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

function viewButtons(briefing: BriefingOverviewFragment): APIButtonComponentWithCustomId[] {
  const hasFaq = briefing.faq.edges.length > 0;
  const counts: readonly [BriefingView, string, number][] = [
    ['sources', `Sources (${briefing.sources.length})`, briefing.sources.length],
    ['timeline', `Timeline (${briefing.events.length})`, briefing.events.length],
    ['claims', `Claims (${briefing.claims.length})`, briefing.claims.length],
    ['faq', 'FAQ', hasFaq ? 1 : 0],
    ['actors', 'Who wants what', briefing.stakeholders.length + briefing.perspectives.length],
    ['scenarios', `Scenarios (${briefing.scenarios.length})`, briefing.scenarios.length],
  ];
  return counts
    .filter(([, , count]) => count > 0)
    .map(([view, label]) => viewButton(briefing.slug, view, label));
}

export function viewButton(slug: string, view: BriefingView, label: string): APIButtonComponentWithCustomId {
  return button(label, formatCustomId({ kind: 'briefing', slug, view, page: 0 }));
}

/** The button that opens a briefing. */
export function readButton(slug: string, label = 'Read'): APIButtonComponentWithCustomId {
  return button(label, formatCustomId({ kind: 'briefing', slug, view: 'overview', page: 0 }), {
    style: ButtonStyle.Primary,
  });
}
