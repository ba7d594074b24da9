/** Claims, events, scenarios and corrections of all briefings that readers see. */
import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { ClaimStatus } from '../claims/enums-graphql.ts';
import { CorrectionKind } from '../corrections/kind-graphql.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { pageCost } from '../graphql/limits.ts';
import {
  listClaims,
  listCorrections,
  listEvents,
  listScenarios,
  type ClaimKey,
  type CorrectionKey,
  type EventKey,
  type Listed,
  type ScenarioKey,
} from './list-published-pieces.ts';
import { EventState, EventType, OutcomeVerdict, ScenarioType } from './outlook-graphql.ts';
import type { BriefingEvent, Claim, Correction, Scenario } from './readable-document.ts';

const inBriefing = 'The briefing it stands in, as readers have it now.';
const id = z.string().max(100);
const time = z.number().int();

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
      ...pageArguments,
      status: t.arg({ type: ClaimStatus, description: 'Only those of which this is known now; null: all.' }),
    },
    resolve: async (_root, { status = null, ...page }, { db, viewer }) => {
      const list = listOf(CLAIMS, { status });
      const rows = await listClaims(db, communityOf(viewer), { status }, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);

const PublishedEvent = builder.objectRef<Listed<BriefingEvent, EventKey>>('PublishedEvent').implement({
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
const EVENTS = { list: 'events', key: z.tuple([z.string().max(10), id, id]) };

builder.queryField('events', (t) =>
  t.field({
    type: EventConnection,
    extensions: FROM_CONTENT,
    description:
      'The timeline of all briefings the viewer sees: what is dated, the earliest first. A month or year stands before its days.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      state: t.arg({ type: EventState, description: 'Only those that are so; null: all.' }),
      from: t.arg({ type: 'CalendarDate', description: 'Only those then or later; null: from the first.' }),
      to: t.arg({
        type: 'CalendarDate',
        description: 'Only those then or earlier, a month or year with all its days; null: to the last.',
      }),
    },
    resolve: async (_root, { state = null, from = null, to = null, ...page }, { db, viewer }) => {
      const filter = { state, from, to };
      const list = listOf(EVENTS, filter);
      const rows = await listEvents(db, communityOf(viewer), filter, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);

const PublishedScenario = builder.objectRef<Listed<Scenario, ScenarioKey>>('PublishedScenario').implement({
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
      ...pageArguments,
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
    resolve: async (_root, { decided = null, verdict = null, horizonTo = null, ...page }, { db, viewer }) => {
      const filter = { decided, verdict, horizonTo };
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
      briefing: t.expose('briefing', { type: 'Briefing', description: inBriefing }),
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
    description: 'The public record: the corrections of all briefings the viewer sees, the latest first.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      kind: t.arg({ type: CorrectionKind, description: 'Only those of this kind; null: all.' }),
      since: t.arg({ type: 'DateTime', description: 'Only those made then or later; null: all.' }),
    },
    resolve: async (_root, { kind = null, since = null, ...page }, { db, viewer }) => {
      const filter = { kind, since };
      const list = listOf(CORRECTIONS, filter);
      const rows = await listCorrections(db, communityOf(viewer), filter, readPage(page, list));
      return connectionOf(page, list, rows, ({ key }) => key);
    },
  }),
);
