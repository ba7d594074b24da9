/** Claims, events, scenarios and corrections of all briefings that readers see. */
import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { ClaimStatus } from '../claims/enums-graphql.ts';
import { CorrectionKind } from '../corrections/kind-graphql.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { pageCost } from '../graphql/limits.ts';
import { readTopics, topicsArgument } from '../topics/topics-argument.ts';
import {
  listClaims,
  listCorrections,
  listEvents,
  listScenarios,
  type ClaimKey,
  type CorrectionKey,
  type DatedKey,
  type EventOrder,
  type Listed,
} from './list-published-pieces.ts';
import { EventState, EventType, OutcomeVerdict, ScenarioType } from './outlook-graphql.ts';
import type { BriefingEvent, Claim, Correction, Scenario } from './readable-document.ts';

const inBriefing = 'The briefing it stands in, as readers have it now.';
const id = z.string().max(100);
const time = z.number().int();

const filterArguments = builder.args((t) => ({
  language: t.field({
    type: 'LanguageTag',
    description: 'BCP 47, as the briefings state it: only those in briefings in it; null: all.',
  }),
  updatedSince: t.field({
    type: 'DateTime',
    description: 'Only those in briefings whose current revision was published then or later; null: all.',
  }),
}));
const pieceArguments = { ...pageArguments, ...topicsArgument, ...filterArguments };

interface GivenFilter {
  topics?: readonly string[] | null | undefined;
  language?: string | null | undefined;
  updatedSince?: Date | null | undefined;
}

function readPieceFilter({ topics, language = null, updatedSince = null }: GivenFilter) {
  return { topics: readTopics(topics), language, updatedSince };
}

const PublishedClaim = builder.objectRef<Listed<Claim, ClaimKey>>('PublishedClaim').implement({
  description: 'A claim and the briefing it stands in.',
  fields: (t) => ({
    claim: t.expose('piece', { type: 'Claim', description: 'The claim.' }),
    briefing: t.expose('briefing', { type: 'Briefing', description: inBriefing }),
  }),
});
const ClaimConnection = builder.connectionObject(
  { type: PublishedClaim, name: 'PublishedClaimConnection', description: 'A page of a list of claims.' },
  { name: 'PublishedClaimEdge', description: 'A claim and its place in the list.' },
);
const CLAIMS = { list: 'claims', key: z.tuple([time, id, z.number().int()]) };

builder.queryField('claims', (t) =>
  t.field({
    type: ClaimConnection,
    extensions: FROM_CONTENT,
    description: 'The claims of all briefings the viewer sees, those of the last published briefing first.',
    complexity: pageCost,
    args: {
      ...pieceArguments,
      status: t.arg({ type: ClaimStatus, description: 'Only those of which this is known now; null: all.' }),
    },
    resolve: async (_root, { first, after, status = null, ...given }, { db, viewer }) => {
      const page = { first, after };
      const filter = { ...readPieceFilter(given), status };
      const list = listOf(CLAIMS, filter);
      const rows = await listClaims(db, communityOf(viewer), filter, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);

const PublishedEvent = builder.objectRef<Listed<BriefingEvent, DatedKey>>('PublishedEvent').implement({
  description: 'A point of the timeline and the briefing it stands in.',
  fields: (t) => ({
    event: t.expose('piece', { type: EventType, description: 'The point of the timeline.' }),
    briefing: t.expose('briefing', { type: 'Briefing', description: inBriefing }),
  }),
});
const EventConnection = builder.connectionObject(
  { type: PublishedEvent, name: 'PublishedEventConnection', description: 'A page of the timeline.' },
  { name: 'PublishedEventEdge', description: 'A point of the timeline and its place in it.' },
);
const EventOrderType = builder.enumType('EventOrder', {
  description: 'The order of a list of events.',
  values: {
    EARLIEST: { description: 'The earliest first; a month or year before its days.' },
    LATEST: { description: 'The latest first; a month or year after its days.' },
  } satisfies Record<EventOrder, { description: string }>,
});

const EVENTS = { list: 'events', key: z.tuple([z.string().max(10), id, id]) };

builder.queryField('events', (t) =>
  t.field({
    type: EventConnection,
    extensions: FROM_CONTENT,
    description: 'The timeline of all briefings the viewer sees: what is dated.',
    complexity: pageCost,
    args: {
      ...pieceArguments,
      state: t.arg({ type: EventState, description: 'Only those that are so; null: all.' }),
      from: t.arg({ type: 'CalendarDate', description: 'Only those then or later; null: from the first.' }),
      to: t.arg({
        type: 'CalendarDate',
        description: 'Only those then or earlier, a month or year with all its days; null: to the last.',
      }),
      orderBy: t.arg({
        type: EventOrderType,
        required: true,
        defaultValue: 'EARLIEST',
        description: 'The order; a cursor belongs to the order and filters it came from.',
      }),
    },
    resolve: async (_root, { first, after, ...given }, { db, viewer }) => {
      const page = { first, after };
      const { state = null, from = null, to = null, orderBy } = given;
      checkDays(from, to);
      const filter = { ...readPieceFilter(given), state, from, to, orderBy };
      const list = listOf(EVENTS, filter);
      const rows = await listEvents(db, communityOf(viewer), filter, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);

/** A day of the month or year that it ends with is within it. */
function checkDays(from: string | null, to: string | null): void {
  if (from === null || to === null || from <= to || from.startsWith(to)) return;
  throw new InvalidInputError(`"from" must not be later than "to": ${from} is after ${to}`, ['from']);
}

const PublishedScenario = builder.objectRef<Listed<Scenario, DatedKey>>('PublishedScenario').implement({
  description: 'A scenario and the briefing it stands in.',
  fields: (t) => ({
    scenario: t.expose('piece', { type: ScenarioType, description: 'The scenario.' }),
    briefing: t.expose('briefing', { type: 'Briefing', description: inBriefing }),
  }),
});
const ScenarioConnection = builder.connectionObject(
  {
    type: PublishedScenario,
    name: 'PublishedScenarioConnection',
    description: 'A page of a list of scenarios.',
  },
  { name: 'PublishedScenarioEdge', description: 'A scenario and its place in the list.' },
);
const SCENARIOS = { list: 'scenarios', key: z.tuple([z.string().max(10), id, id]) };

builder.queryField('scenarios', (t) =>
  t.field({
    type: ScenarioConnection,
    extensions: FROM_CONTENT,
    description:
      'The scenarios of all briefings the viewer sees: the earliest horizon first, those without one last. With `decided: false` and today as `horizonTo` those whose outcome is due.',
    complexity: pageCost,
    args: {
      ...pieceArguments,
      decided: t.arg.boolean({
        description: 'True: only those with an outcome. False: only those without. Null: all.',
      }),
      verdict: t.arg({ type: OutcomeVerdict, description: 'Only those that were judged so; null: all.' }),
      horizonTo: t.arg({
        type: 'CalendarDate',
        description:
          'Only those with a horizon then or earlier, a month or year with all its days; null: all.',
      }),
    },
    resolve: async (_root, { first, after, ...given }, { db, viewer }) => {
      const page = { first, after };
      const { decided = null, verdict = null, horizonTo = null } = given;
      const filter = { ...readPieceFilter(given), decided, verdict, horizonTo };
      const list = listOf(SCENARIOS, filter);
      const rows = await listScenarios(db, communityOf(viewer), filter, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);

const PublishedCorrection = builder
  .objectRef<Listed<Correction, CorrectionKey>>('PublishedCorrection')
  .implement({
    description: 'A correction and the briefing it was made in.',
    fields: (t) => ({
      correction: t.expose('piece', { type: 'Correction', description: 'The correction.' }),
      slug: t.field({
        type: 'Slug',
        description: 'The slug of the briefing it was made in.',
        resolve: ({ briefing }) => briefing.slug,
      }),
      briefing: t.field({
        type: 'Briefing',
        nullable: true,
        description: 'That briefing, as readers have it now; null: it was withdrawn, `briefing` says why.',
        resolve: ({ briefing, isWithdrawn }) => (isWithdrawn ? null : briefing),
      }),
    }),
  });
const CorrectionConnection = builder.connectionObject(
  {
    type: PublishedCorrection,
    name: 'PublishedCorrectionConnection',
    description: 'A page of a list of corrections.',
  },
  { name: 'PublishedCorrectionEdge', description: 'A correction and its place in the list.' },
);
const CORRECTIONS = { list: 'corrections', key: z.tuple([time, id]) };

builder.queryField('corrections', (t) =>
  t.field({
    type: CorrectionConnection,
    extensions: FROM_CONTENT,
    description:
      'The public record: the corrections of all briefings the viewer sees, the latest first; also of those that were withdrawn since.',
    complexity: pageCost,
    args: {
      ...pieceArguments,
      kind: t.arg({ type: CorrectionKind, description: 'Only those of this kind; null: all.' }),
      since: t.arg({ type: 'DateTime', description: 'Only those made then or later; null: all.' }),
    },
    resolve: async (_root, { first, after, ...given }, { db, viewer }) => {
      const page = { first, after };
      const { kind = null, since = null } = given;
      const filter = { ...readPieceFilter(given), kind, since };
      const list = listOf(CORRECTIONS, filter);
      const rows = await listCorrections(db, communityOf(viewer), filter, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);
