/** What a briefing knows beside its text: sources, claims, timeline, actors, scenarios, questions. */
import type {
  ReadBriefingFaqQuery,
  ReadClaimsQuery,
  ReadScenariosQuery,
  ReadSourcesQuery,
  ReadStakeholdersQuery,
  ReadTimelineQuery,
} from '../api/generated/graphql.ts';
import { truncate } from '@communique/shared/text';
import { SELECT_OPTIONS } from '../discord/limits.ts';
import { selectMenu } from './build-message.ts';
import { viewButton } from './briefing-overview.ts';
import { claimCounts, claimQuote, numbers } from './claims.ts';
import { COLOURS } from './colours.ts';
import { formatCustomId, type BriefingView } from './custom-ids.ts';
import { formatDated, formatWhen } from './dates.ts';
import { escapeLine, escapeMarkdown, small, timestamp } from './markdown.ts';
import type { MessageBody, Part } from './message.ts';
import { pagedList } from './paged-list.ts';
import { sourceEntry } from './source-line.ts';
import { splitPages } from './split-pages.ts';

/** The briefing of an answer that has one. */
export type BriefingIn<Query extends { briefing: { __typename: string } }> = Extract<
  Query['briefing'],
  { briefing: unknown }
>['briefing'];

export function sourceList(briefing: BriefingIn<ReadSourcesQuery>, page: number): MessageBody {
  const isJudged = briefing.sources.some(({ reliability }) => reliability !== null);
  const note = small('Reliability: A completely reliable … E unreliable, F cannot be judged');
  return list(briefing, 'sources', 'Sources', {
    ...(isJudged ? { note } : {}),
    pages: splitPages(briefing.sources.map(sourceEntry)),
    page,
  });
}

export function claimList(briefing: BriefingIn<ReadClaimsQuery>, page: number): MessageBody {
  const note = `**How sure we are:** ${claimCounts(briefing.claims)}`;
  return list(briefing, 'claims', 'Claims', {
    note,
    pages: splitPages(briefing.claims.map(claimQuote)),
    page,
  });
}

export function timeline(briefing: BriefingIn<ReadTimelineQuery>, page: number): MessageBody {
  return list(briefing, 'timeline', 'Timeline', { pages: splitPages(briefing.events.map(eventEntry)), page });
}

type TimelineEvent = BriefingIn<ReadTimelineQuery>['events'][number];
const STATES = { HAPPENED: '', PLANNED: ' (planned)', CANCELLED: ' (cancelled)' } as const;

function eventEntry(event: TimelineEvent): string {
  const when = formatWhen(event.date, event.dateText) ?? 'date not known';
  const facts = [
    event.place === null ? null : escapeLine(event.place),
    event.participants.length === 0 ? null : `with ${event.participants.map(escapeLine).join(', ')}`,
    event.sources.length === 0 ? null : numbers(event.sources),
  ].filter((fact) => fact !== null);
  const title = `**${when}**${STATES[event.state]}: ${escapeLine(event.title)}`;
  return facts.length === 0 ? title : `${title}\n${small(facts.join(' · '))}`;
}

export function actorList(briefing: BriefingIn<ReadStakeholdersQuery>, page: number): MessageBody {
  const stakeholders = briefing.stakeholders.map((actor) =>
    [
      `**${escapeLine(actor.name)}** ${numbers(actor.sources)}`.trim(),
      ...bullets('Wants', actor.interests),
      ...bullets('Leverage', actor.leverage),
      ...bullets('Red line', actor.redLines),
    ].join('\n'),
  );
  const views = briefing.perspectives.map(({ holder, view, sources }) =>
    `**${escapeLine(holder)}:** ${escapeMarkdown(view)} ${numbers(sources)}`.trim(),
  );
  return list(briefing, 'actors', 'Who wants what', { pages: splitPages([...stakeholders, ...views]), page });
}

function bullets(label: string, texts: readonly string[]): string[] {
  return texts.map((text) => `- ${label}: ${escapeLine(text)}`);
}

export function scenarioList(briefing: BriefingIn<ReadScenariosQuery>, page: number): MessageBody {
  return list(briefing, 'scenarios', 'Scenarios', {
    pages: splitPages(briefing.scenarios.map(scenarioEntry)),
    page,
  });
}

function scenarioEntry(scenario: BriefingIn<ReadScenariosQuery>['scenarios'][number]): string {
  const facts = [
    scenario.likelihood === null ? null : `likelihood: ${escapeLine(scenario.likelihood)}`,
    scenario.horizon === null ? null : `by ${formatDated(scenario.horizon)}`,
    scenario.sources.length === 0 ? null : numbers(scenario.sources),
  ].filter((fact) => fact !== null);
  const { outcome } = scenario;
  return [
    `**${escapeLine(scenario.title)}**`,
    ...(scenario.description === null ? [] : [escapeMarkdown(scenario.description)]),
    ...bullets('Sign to watch', scenario.indicators),
    ...(outcome === null
      ? []
      : [`**What happened** (${timestamp(outcome.recordedAt, 'D')}): ${escapeMarkdown(outcome.text)}`]),
    ...(facts.length === 0 ? [] : [small(facts.join(' · '))]),
  ].join('\n');
}

const MAX_QUESTION = 100;

export function briefingFaq(briefing: BriefingIn<ReadBriefingFaqQuery>, page: number): MessageBody {
  const entries = briefing.faq.edges.map(({ node }) => node);
  const lists = chunk(entries, SELECT_OPTIONS);
  // The menu offers what the page shows.
  const shown = lists[Math.min(page, lists.length - 1)] ?? [];
  const options = shown.map(({ question, slug }) => ({ label: question, value: slug }));
  return list(briefing, 'faq', 'Questions and answers', {
    pages: lists.map((each) => each.map(questionLine)),
    page,
    footer:
      options.length === 0
        ? []
        : [selectMenu(formatCustomId({ kind: 'faq-menu' }), 'Read an answer', options)],
  });
}

function questionLine({ question, stale }: { question: string; stale: boolean }): string {
  return `- ${escapeLine(truncate(question, MAX_QUESTION))}${stale ? ' ⏳' : ''}`;
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, page) => items.slice(page * size, (page + 1) * size));
}

function list(
  briefing: { slug: string; title: string },
  view: BriefingView,
  heading: string,
  content: { note?: string; pages: readonly string[][]; page: number; footer?: readonly Part[] },
): MessageBody {
  const { note, pages, page, footer } = content;
  const isEmpty = pages.every((entries) => entries.length === 0);
  return pagedList({
    heading: [
      small(escapeLine(briefing.title)),
      `## ${heading}`,
      ...(note === undefined ? [] : [note]),
      ...(isEmpty ? ['There are none in this briefing.'] : []),
    ],
    pages,
    spaced: view !== 'faq',
    page,
    pageId: (target) => formatCustomId({ kind: 'briefing', slug: briefing.slug, view, page: target }),
    buttons: [viewButton(briefing.slug, 'overview', 'Overview')],
    accent: COLOURS.briefing,
    ...(footer === undefined ? {} : { footer }),
  });
}
