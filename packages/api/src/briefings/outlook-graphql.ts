/** Who is involved, what happened, what could happen, who sees it how, and what to talk about. */
import { builder } from '../graphql/builder.ts';
import type { EVENT_STATES, EVIDENCE_KINDS, OUTCOME_VERDICTS, PROMPT_LEVELS } from './document.ts';
import type {
  BriefingEvent,
  Evidence,
  Outcome,
  Perspective,
  Scenario,
  Stakeholder,
} from './readable-document.ts';

const id = 'Names it within its briefing, the same in every revision.';
const sources = 'The sources it cites, in the order of its citations.';

export const EventState = builder.enumType('EventState', {
  description: 'Whether an event has taken place.',
  values: {
    HAPPENED: { description: 'It took place.' },
    PLANNED: { description: 'It was announced or is expected.' },
    CANCELLED: { description: 'It was called off.' },
  } satisfies Record<(typeof EVENT_STATES)[number], { description: string }>,
});

export const EvidenceKind = builder.enumType('EvidenceKind', {
  description: 'What of a stakeholder a piece of evidence shows.',
  values: {
    INTEREST: { description: 'An interest.' },
    LEVERAGE: { description: 'What they can bring to bear.' },
    RED_LINE: { description: 'What they will not accept.' },
  } satisfies Record<(typeof EVIDENCE_KINDS)[number], { description: string }>,
});

const EvidenceType = builder.objectRef<Evidence>('Evidence').implement({
  description: 'What shows an interest, leverage or a red line: a deed or words.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EvidenceKind, description: 'What it shows.' }),
    text: t.exposeString('text', { description: 'The deed or the words.' }),
    claim: t.expose('claim', {
      type: 'Claim',
      nullable: true,
      description: 'The claim of this briefing in which they say so themselves; null: none is named.',
    }),
    sources: t.expose('sources', { type: ['Source'], description: sources }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

const StakeholderType = builder.objectRef<Stakeholder>('Stakeholder').implement({
  description: 'Somebody who can change the matter or is affected by it.',
  fields: (t) => ({
    id: t.exposeString('id', { description: id }),
    name: t.exposeString('name', { description: 'A person, a state, an organisation.' }),
    interests: t.exposeStringList('interests', {
      description: 'What they say they want; empty: nothing is stated.',
    }),
    leverage: t.exposeStringList('leverage', {
      description: 'What they can bring to bear; empty: nothing is stated.',
    }),
    redLines: t.exposeStringList('redLines', {
      description: 'What they say they will not accept; empty: nothing is stated.',
    }),
    evidence: t.expose('evidence', {
      type: [EvidenceType],
      description: 'What shows these, piece by piece; empty: `sources` has all there is.',
    }),
    sources: t.expose('sources', { type: ['Source'], description: sources }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

export const EventType = builder.objectRef<BriefingEvent>('Event').implement({
  description: 'A point of the timeline.',
  fields: (t) => ({
    id: t.exposeString('id', { description: id }),
    title: t.exposeString('title', { description: 'What happened, in one line.' }),
    date: t.expose('date', {
      type: 'PartialDate',
      nullable: true,
      description: 'When; null: no source dates it.',
    }),
    dateText: t.exposeString('dateText', {
      nullable: true,
      description:
        'The date as the source words it, where nothing dates it ("on Tuesday") or where that says more than `date` ("spring 1998", "3–5 March 2025"); null otherwise.',
    }),
    place: t.exposeString('place', { nullable: true, description: 'Where; null: not stated.' }),
    participants: t.exposeStringList('participants', { description: 'Who took part; empty: not stated.' }),
    state: t.expose('state', { type: EventState, description: 'Whether it took place.' }),
    sources: t.expose('sources', { type: ['Source'], description: sources }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

export const OutcomeVerdict = builder.enumType('OutcomeVerdict', {
  description: 'Whether what a scenario described came true.',
  values: {
    HAPPENED: { description: 'It came true.' },
    PARTLY: { description: 'Some of it came true.' },
    DID_NOT_HAPPEN: { description: 'It did not come true by its horizon.' },
  } satisfies Record<(typeof OUTCOME_VERDICTS)[number], { description: string }>,
});

const ScenarioOutcome = builder.objectRef<Outcome>('ScenarioOutcome').implement({
  description: 'What a scenario came to.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What happened.' }),
    verdict: t.field({
      type: OutcomeVerdict,
      nullable: true,
      description: 'Whether the scenario came true; null: not judged.',
      resolve: ({ verdict }) => verdict ?? null,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When that was written down.',
      resolve: ({ recordedAt }) => new Date(recordedAt),
    }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Who wrote it down.' }),
  }),
});

export const ScenarioType = builder.objectRef<Scenario>('Scenario').implement({
  description: 'Something that could happen.',
  fields: (t) => ({
    id: t.exposeString('id', { description: id }),
    title: t.exposeString('title', { description: 'What could happen, in one line.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'In more words; null: no more is said.',
    }),
    likelihood: t.exposeString('likelihood', {
      nullable: true,
      description: 'How likely, in the words of the source ("plausible", "60 %"); null: not stated.',
    }),
    indicators: t.exposeStringList('indicators', {
      description: 'What would show that it is coming; empty: nothing is stated.',
    }),
    horizon: t.expose('horizon', {
      type: 'PartialDate',
      nullable: true,
      description: 'By when; null: not stated.',
    }),
    outcome: t.expose('outcome', {
      type: ScenarioOutcome,
      nullable: true,
      description: 'What it came to; null: still open.',
    }),
    sources: t.expose('sources', { type: ['Source'], description: sources }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

const PerspectiveType = builder.objectRef<Perspective>('Perspective').implement({
  description: 'How somebody sees the matter.',
  fields: (t) => ({
    id: t.exposeString('id', { description: id }),
    holder: t.exposeString('holder', { description: 'Whose view it is.' }),
    view: t.exposeString('view', { description: 'What they hold.' }),
    sources: t.expose('sources', { type: ['Source'], description: sources }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

export const PromptLevel = builder.enumType('PromptLevel', {
  description: 'How much somebody has to know to join a discussion.',
  values: {
    BASIC: { description: 'What the summary says is enough.' },
    ADVANCED: { description: 'One should have read the briefing.' },
    EXPERT: { description: 'One should know the field.' },
  } satisfies Record<(typeof PROMPT_LEVELS)[number], { description: string }>,
});

builder.objectType('Prompt', {
  description: 'A neutral question that opens a discussion.',
  fields: (t) => ({
    id: t.exposeString('id', { description: id }),
    text: t.exposeString('text', { description: 'The question.' }),
    level: t.field({
      type: PromptLevel,
      nullable: true,
      description: 'How much one has to know to join in; null: not judged.',
      resolve: ({ level }) => level,
    }),
    stanceNeutral: t.boolean({
      nullable: true,
      description:
        'True: somebody has checked that it takes no side. False: it does. Null: nobody has checked.',
      resolve: ({ stanceNeutral }) => stanceNeutral,
    }),
    opensThread: t.boolean({
      description: 'Whether it is made to open a thread of its own.',
      resolve: ({ opensThread }) => opensThread === true,
    }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

builder.interfaceFields('BriefingContent', (t) => ({
  stakeholders: t.field({
    type: [StakeholderType],
    description: 'Who is involved.',
    resolve: ({ document }) => document.stakeholders,
  }),
  events: t.field({
    type: [EventType],
    description: 'The timeline, in the order of the document.',
    resolve: ({ document }) => document.events,
  }),
  scenarios: t.field({
    type: [ScenarioType],
    description: 'What could happen.',
    resolve: ({ document }) => document.scenarios,
  }),
  perspectives: t.field({
    type: [PerspectiveType],
    description: 'Who sees it how.',
    resolve: ({ document }) => document.perspectives,
  }),
  prompts: t.field({
    type: ['Prompt'],
    description: 'Questions to open a discussion with.',
    resolve: ({ document }) => document.prompts,
  }),
}));
