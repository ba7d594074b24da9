/** Claims, how they were graded, and the sources everything else cites. */
import type { Grading } from '../briefings/document.ts';
import { builder } from '../graphql/builder.ts';
import { appearances, firstAppearance, type Appearance } from './appearances.ts';
import { ClaimStatus, DatePrecision, OwnerKind, Reliability } from './enums-graphql.ts';

builder.objectType('PartialDate', {
  description: 'A date of the calendar, as precise as its source is and never more.',
  fields: (t) => ({
    value: t.expose('value', {
      type: 'CalendarDate',
      description: '"2025-02-18", "2025-02" or "2025": ISO 8601, cut to the precision.',
    }),
    precision: t.expose('precision', { type: DatePrecision, description: 'How much of a date `value` is.' }),
  }),
});

builder.objectType('Source', {
  description: 'Where something was published.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number in citations, from 1.' }),
    publisher: t.exposeString('publisher', {
      nullable: true,
      description: 'Who published it; null: not known.',
    }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'Where the publisher sits: ISO 3166-1 alpha-2; null: not known.',
    }),
    owner: t.exposeString('owner', {
      nullable: true,
      description: 'Who owns the publisher; null: not known.',
    }),
    ownerKind: t.expose('ownerKind', {
      type: OwnerKind,
      nullable: true,
      description: 'What kind of owner that is; null: not known.',
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Title of the article or page; null: not known.',
    }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Its http(s) address; null: none is known.',
    }),
    archivedUrl: t.expose('archivedUrl', {
      type: 'URL',
      nullable: true,
      description: 'The http(s) address of an archived copy; null: there is none.',
    }),
    author: t.exposeString('author', { nullable: true, description: 'Who wrote it; null: not known.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it was published; null: not known.',
    }),
    paywalled: t.exposeBoolean('paywalled', {
      nullable: true,
      description: 'Whether it has to be paid for; null: not known.',
    }),
    reliability: t.expose('reliability', {
      type: Reliability,
      nullable: true,
      description: 'How reliable the publisher is; null: not judged yet.',
    }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

const GradingType = builder.objectRef<Grading>('Grading').implement({
  description: 'One judgement on a claim. Every one is kept.',
  fields: (t) => ({
    status: t.expose('status', { type: ClaimStatus, description: 'The status that was given.' }),
    credibility: t.exposeInt('credibility', {
      description: 'The credibility that was given: 1 confirmed … 5 improbable, 6 cannot be judged.',
    }),
    reliability: t.field({
      type: Reliability,
      nullable: true,
      description:
        'How reliable those are who carried it: the other axis of the Admiralty scale. Null: this judgement says nothing of them.',
      resolve: ({ reliability }) => reliability,
    }),
    gradedBy: t.exposeString('gradedBy', {
      description:
        'Who judged, as the record has it: the name of the token or editor, else the role, with the Discord id of whom is known by it: "Moderator (Discord user 1336000000000000031)"; "Communiqué" where the program did.',
    }),
    gradedAt: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: ({ gradedAt }) => new Date(gradedAt),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
  }),
});

const AppearanceType = builder.objectRef<Appearance>('ClaimAppearance').implement({
  description: 'A claim in one of the sources it cites.',
  fields: (t) => ({
    source: t.expose('source', { type: 'Source', description: 'Where it appeared.' }),
    on: t.expose('on', {
      type: 'PartialDate',
      nullable: true,
      description: 'When: the date of the source; null: it is not dated.',
    }),
  }),
});

builder.objectType('Claim', {
  description: 'One statement or quotation: who said it, who reported it, and how sure we are.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names it within its briefing, the same in every revision.' }),
    verbatim: t.exposeBoolean('verbatim', {
      description:
        "True: the speaker's exact words. False: a paraphrase, never to be shown in quotation marks.",
    }),
    text: t.exposeString('text', { description: 'The statement, without quotation marks.' }),
    speaker: t.exposeString('speaker', {
      nullable: true,
      description: 'Who said it; null: nobody is named, though `speakerRole` may tell what the speaker is.',
    }),
    speakerRole: t.exposeString('speakerRole', {
      nullable: true,
      description:
        'In what role they spoke, as the source words it ("mayor", "spokesman for the port"), also where no name is told; null: none is named.',
    }),
    statedOn: t.expose('statedOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'When it was said; null: no source dates it.',
    }),
    statedOnText: t.exposeString('statedOnText', {
      nullable: true,
      description: 'The day as the source words it ("on Saturday") where nothing dates it; null otherwise.',
    }),
    reportedBy: t.exposeStringList('reportedBy', {
      description: 'The publishers that carried it; empty: none is named.',
    }),
    status: t.expose('status', { type: ClaimStatus, description: 'What is known of its truth now.' }),
    credibility: t.exposeInt('credibility', {
      description: 'Admiralty scale: 1 confirmed … 5 improbable, 6 cannot be judged.',
    }),
    reliability: t.field({
      type: Reliability,
      nullable: true,
      description: 'How reliable those are who carried it, as last judged; null: never judged.',
      resolve: ({ reliability }) => reliability,
    }),
    sources: t.expose('sources', {
      type: ['Source'],
      description: 'The sources it cites, in the order of its citations.',
    }),
    appearances: t.field({
      type: [AppearanceType],
      description: 'Where it appeared and when, the earliest first, what is not dated last.',
      resolve: ({ sources }) => appearances(sources),
    }),
    firstAppearance: t.field({
      type: 'Source',
      nullable: true,
      description: 'The one of its sources with the earliest date; null: none of them is dated.',
      resolve: ({ sources }) => firstAppearance(sources),
    }),
    gradings: t.expose('gradings', {
      type: [GradingType],
      description: 'Every judgement on it, oldest first; the last one is the current one.',
    }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

builder.interfaceFields('BriefingContent', (t) => ({
  sources: t.field({
    type: ['Source'],
    description: 'What it cites, in the order of their numbers.',
    resolve: ({ document }) => document.sources,
  }),
  claims: t.field({
    type: ['Claim'],
    description: 'What was said and by whom, with how sure we are of it.',
    resolve: ({ document }) => document.claims,
  }),
}));
