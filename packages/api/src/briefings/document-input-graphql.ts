/** A whole document, as an editor sends it. What it leaves out is empty; ids that stay the same keep a piece's history. */
import { OwnerKind, Reliability } from '../claims/enums-graphql.ts';
import { builder } from '../graphql/builder.ts';
import { IMPORTANCE } from './importance.ts';
import type { InputFields } from '../graphql/mutation-inputs.ts';
import { EventState, EvidenceKind, PromptLevel } from './outlook-graphql.ts';
import { ColumnType, SectionKind, TextAlign } from './section-graphql.ts';

const ID =
  'Names it within its briefing: letters, digits, ".", "_", "-", at most 80 characters. Keep it from revision to revision.';
const DATE = '"2025-02-18", "2025-02" or "2025", as precise as the source is';

function citing(t: InputFields) {
  return {
    id: t.string({ required: true, description: ID }),
    citations: t.intList({
      description: 'Numbers of the sources it rests on: their places, from 1; null: none.',
    }),
  };
}

const PointInput = builder.inputType('PointInput', {
  description: 'One point of a list.',
  fields: (t) => ({
    label: t.string({
      description: 'What it is about, with its own punctuation; null: no label. 1–500 characters.',
    }),
    text: t.string({ required: true, description: 'What it says. 1–20 000 characters.' }),
    depth: t.int({
      description: 'In how many points it stands, 0–7, at most one more than the point before it; null: 0.',
    }),
  }),
});

const TableColumnInput = builder.inputType('TableColumnInput', {
  description: 'One column of a table.',
  fields: (t) => ({
    label: t.string({ required: true, description: 'Its heading; may be empty. At most 500 characters.' }),
    unit: t.string({ description: 'The unit of its cells; null: none. 1–500 characters.' }),
    align: t.field({ type: TextAlign, description: 'How its cells stand; null: START.' }),
    type: t.field({
      type: ColumnType,
      description: 'What its cells hold, each of them unless it is empty; null: TEXT.',
    }),
  }),
});

const TableInput = builder.inputType('TableInput', {
  description: 'A table.',
  fields: (t) => ({
    caption: t.string({ description: 'Its title; null: none. 1–500 characters.' }),
    columns: t.field({ type: [TableColumnInput], required: true, description: 'Its columns, 1–50.' }),
    rows: t.field({
      type: t.listRef(t.listRef('String', { required: true }), { required: true }),
      required: true,
      description:
        'Its rows, each with one cell per column. At most 5000 rows, a cell of at most 20 000 characters.',
    }),
  }),
});

const ExchangeInput = builder.inputType('ExchangeInput', {
  description: 'A question of an interview and its answer.',
  fields: (t) => ({
    interviewer: t.string({ description: 'Who asked; null: not named. 1–500 characters.' }),
    guest: t.string({ description: 'Who answered; null: not named. 1–500 characters.' }),
    question: t.string({ required: true, description: 'What was asked. 1–20 000 characters.' }),
    answer: t.string({ required: true, description: 'What was answered. 1–20 000 characters.' }),
  }),
});

const BlockContentInput = builder.inputType('BlockContentInput', {
  description: 'What a block holds: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    paragraph: t.string({ description: 'Running text. 1–20 000 characters.' }),
    points: t.field({ type: [PointInput], description: 'A list of points, at least one.' }),
    table: t.field({ type: TableInput, description: 'A table.' }),
    quotedClaimId: t.string({
      description: 'Shows the claim with this id, which is verbatim. At most 80 characters.',
    }),
    exchange: t.field({ type: ExchangeInput, description: 'A question and its answer.' }),
  }),
});

const BlockInput = builder.inputType('BlockInput', {
  description: 'A piece of a section.',
  fields: (t) => ({
    ...citing(t),
    priority: t.int({ description: '1–5: 5 is left out first where space is scarce, 1 last; null: 3.' }),
    shortForm: t.string({
      description: 'A line that may stand for the whole block; null: none. 1–500 characters.',
    }),
    maxChars: t.int({
      description: '1–20,000: a client with less room takes the short form; null: as the client sees fit.',
    }),
    content: t.field({ type: BlockContentInput, required: true, description: 'What it holds.' }),
  }),
});

const SectionInput = builder.inputType('SectionInput', {
  description: 'A part of a briefing under one heading.',
  fields: (t) => ({
    id: t.string({ required: true, description: ID }),
    heading: t.string({ description: 'Its heading; null: the introduction. 1–500 characters.' }),
    kind: t.field({ type: SectionKind, required: true, description: 'What it is about.' }),
    parentId: t.string({
      description: 'The section it is inside of, which stands before it; null: none. At most 80 characters.',
    }),
    blocks: t.field({ type: [BlockInput], required: true, description: 'Its content in order.' }),
  }),
});

const SourceInput = builder.inputType('SourceInput', {
  description: 'Where something was published; its number is its place in the list.',
  fields: (t) => ({
    publisher: t.string({ description: 'Who published it; null: not known. 1–500 characters.' }),
    country: t.string({
      description:
        'Where the publisher sits: a code of ISO 3166-1 alpha-2 in use, or EU, UN or XK; null: not known. Two characters.',
    }),
    owner: t.string({ description: 'Who owns the publisher; null: not known. 1–500 characters.' }),
    ownerKind: t.field({ type: OwnerKind, description: 'What kind of owner that is; null: not known.' }),
    title: t.string({ description: 'Title of the article or page; null: not known. 1–500 characters.' }),
    url: t.field({ type: 'URL', description: 'Its http(s) address; null: none is known.' }),
    archivedUrl: t.field({
      type: 'URL',
      description: 'The http(s) address of an archived copy; null: there is none.',
    }),
    author: t.string({ description: 'Who wrote it; null: not known. 1–500 characters.' }),
    publishedOn: t.field({ type: 'CalendarDate', description: `When: ${DATE}; null: not known.` }),
    paywalled: t.boolean({ description: 'Whether it has to be paid for; null: not known.' }),
    reliability: t.field({ type: Reliability, description: 'How reliable it is; null: not judged.' }),
  }),
});

const ClaimInput = builder.inputType('ClaimInput', {
  description:
    'One statement or quotation. How it is graded is not edited but judged, before it is published and after: `gradeClaim`.',
  fields: (t) => ({
    ...citing(t),
    verbatim: t.boolean({ required: true, description: "True only for the speaker's exact words." }),
    text: t.string({
      required: true,
      description: 'The statement, without quotation marks. 1–20 000 characters.',
    }),
    speaker: t.string({ description: 'Who said it; null: nobody is named. 1–500 characters.' }),
    speakerRole: t.string({ description: 'In what role; null: none is named. 1–500 characters.' }),
    statedOn: t.field({ type: 'CalendarDate', description: `When: ${DATE}; null: not dated.` }),
    statedOnText: t.string({
      description:
        'The day as the source words it, where nothing dates it; null: not stated. 1–500 characters.',
    }),
    reportedBy: t.stringList({
      description: 'The publishers that carried it; null: none is named. Each has 1–500 characters.',
    }),
  }),
});

const EvidenceInput = builder.inputType('EvidenceInput', {
  description: 'What shows an interest, leverage or a red line.',
  fields: (t) => ({
    kind: t.field({ type: EvidenceKind, required: true, description: 'What it shows.' }),
    text: t.string({ required: true, description: 'The deed or the words. 1–20 000 characters.' }),
    claimId: t.string({
      description: 'The claim in which they say so themselves; null: none. At most 80 characters.',
    }),
    citations: t.intList({
      description: 'Numbers of the sources it rests on: their places, from 1; null: none.',
    }),
  }),
});

const StakeholderInput = builder.inputType('StakeholderInput', {
  description: 'Somebody who can change the matter or is affected by it.',
  fields: (t) => ({
    ...citing(t),
    name: t.string({ required: true, description: 'A person, a state, an organisation. 1–500 characters.' }),
    interests: t.stringList({
      description: 'What they say they want; null: nothing is stated. Each has 1–20 000 characters.',
    }),
    leverage: t.stringList({
      description: 'What they can bring to bear; null: nothing is stated. Each has 1–20 000 characters.',
    }),
    redLines: t.stringList({
      description:
        'What they say they will not accept; null: nothing is stated. Each has 1–20 000 characters.',
    }),
    evidence: t.field({
      type: [EvidenceInput],
      description: 'What shows these, at most 100; null: nothing.',
    }),
  }),
});

const EventInput = builder.inputType('EventInput', {
  description: 'A point of the timeline.',
  fields: (t) => ({
    ...citing(t),
    title: t.string({ required: true, description: 'What happened, in one line. 1–500 characters.' }),
    date: t.field({ type: 'CalendarDate', description: `When: ${DATE}; null: not dated.` }),
    dateText: t.string({
      description:
        'The date as the source words it, where nothing dates it or where that says more than `date`; null: not stated. 1–500 characters.',
    }),
    place: t.string({ description: 'Where; null: not stated. 1–500 characters.' }),
    participants: t.stringList({
      description: 'Who took part; null: nobody is named. Each has 1–500 characters.',
    }),
    state: t.field({ type: EventState, required: true, description: 'Whether it took place.' }),
  }),
});

const ScenarioInput = builder.inputType('ScenarioInput', {
  description: 'Something that could happen. What it came to is recorded by `recordOutcome`.',
  fields: (t) => ({
    ...citing(t),
    title: t.string({ required: true, description: 'What could happen, in one line. 1–500 characters.' }),
    description: t.string({ description: 'In more words; null: no more is said. 1–20 000 characters.' }),
    likelihood: t.string({
      description: 'How likely, in the words of the source; null: not stated. 1–500 characters.',
    }),
    indicators: t.stringList({
      description: 'What would show that it is coming; null: nothing. Each has 1–20 000 characters.',
    }),
    horizon: t.field({ type: 'CalendarDate', description: `By when: ${DATE}; null: not stated.` }),
  }),
});

const PerspectiveInput = builder.inputType('PerspectiveInput', {
  description: 'How somebody sees the matter.',
  fields: (t) => ({
    ...citing(t),
    holder: t.string({ required: true, description: 'Whose view it is. 1–500 characters.' }),
    view: t.string({ required: true, description: 'What they hold. 1–20 000 characters.' }),
  }),
});

const PromptInput = builder.inputType('PromptInput', {
  description: 'A neutral question that opens a discussion.',
  fields: (t) => ({
    id: t.string({ required: true, description: ID }),
    text: t.string({ required: true, description: 'The question. 1–20 000 characters.' }),
    level: t.field({ type: PromptLevel, description: 'How much one has to know; null: not judged.' }),
    stanceNeutral: t.boolean({
      description: 'True: checked, it takes no side. False: it does. Null: nobody has checked.',
    }),
    opensThread: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether it is made to open a thread of its own.',
    }),
  }),
});

const SummaryInput = builder.inputType('SummaryInput', {
  description: 'It in short.',
  fields: (t) => ({
    headline: t.string({ description: 'At most 100 characters; null: none.' }),
    short: t.string({ description: 'At most 300 characters; null: none.' }),
    keyPoints: t.stringList({
      description: 'At most 20, one line of at most 500 characters each; null: none.',
    }),
  }),
});

export const TopicInput = builder.inputType('TopicInput', {
  description: 'A subject.',
  fields: (t) => ({
    slug: t.field({ type: 'Slug', required: true, description: 'Lower-case words joined by "-".' }),
    name: t.string({ required: true, description: 'Its name for people. 1–500 characters.' }),
  }),
});

export const BriefingDocumentInput = builder.inputType('BriefingDocumentInput', {
  description: 'The whole of a briefing. All texts are plain text.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'At most 200 characters.' }),
    language: t.field({ type: 'LanguageTag', required: true, description: 'BCP 47: "en", "pt-BR".' }),
    summary: t.field({ type: SummaryInput, description: 'It in short; null: not written.' }),
    importance: t.int({ description: `${IMPORTANCE} Null: not judged.` }),
    contentWarnings: t.stringList({
      description:
        'What a reader may want to know before reading; null: nothing. At most 20 of 1–500 characters.',
    }),
    topics: t.field({ type: [TopicInput], description: 'What it is about, at most 50; null: nothing.' }),
    sections: t.field({ type: [SectionInput], required: true, description: 'Its parts in order.' }),
    sources: t.field({
      type: [SourceInput],
      description: 'What it cites, numbered by place from 1; null: nothing.',
    }),
    claims: t.field({ type: [ClaimInput], description: 'What was said and by whom; null: nothing.' }),
    stakeholders: t.field({ type: [StakeholderInput], description: 'Who is involved; null: nobody.' }),
    events: t.field({ type: [EventInput], description: 'The timeline; null: nothing is on it.' }),
    scenarios: t.field({ type: [ScenarioInput], description: 'What could happen; null: nothing.' }),
    perspectives: t.field({ type: [PerspectiveInput], description: 'Who sees it how; null: nobody.' }),
    prompts: t.field({
      type: [PromptInput],
      description: 'Questions to open a discussion with; null: none.',
    }),
  }),
});
