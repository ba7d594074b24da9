/** The public record of mistakes, what changed between revisions, and the mutations that write both. */
import { diffDocuments, type DocumentChange, type ChangeReason } from '../briefings/diff-documents.ts';
import { findReadableRevisions } from '../briefings/find-readable-revisions.ts';
import { BriefingDocumentInput } from '../briefings/document-input-graphql.ts';
import { PieceKindType } from '../briefings/piece-kind-graphql.ts';
import { EditBriefingResult, editOnce } from '../briefings/mutations-graphql.ts';
import { OutcomeVerdict } from '../briefings/outlook-graphql.ts';
import { readDocumentInput } from '../briefings/read-document-input.ts';
import { recordOutcome } from '../briefings/record-outcome.ts';
import { ClaimStatus, Reliability } from '../claims/enums-graphql.ts';
import { gradeClaim } from '../claims/grade-claim.ts';
import { NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { commonFields, expectedRevision } from '../graphql/mutation-inputs.ts';
import { correctBriefing } from './correct-briefing.ts';
import { CorrectionKind } from './kind-graphql.ts';

builder.objectType('Correction', {
  description: 'The public record of a mistake.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names it.' }),
    kind: t.expose('kind', { type: CorrectionKind, description: 'What kind of correction it is.' }),
    wrong: t.exposeString('wrong', { description: 'What was wrong.' }),
    right: t.exposeString('right', { description: 'What is right.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    correctedBy: t.exposeString('correctedBy', { description: 'Who put it right.' }),
    correctedAt: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: ({ correctedAt }) => new Date(correctedAt),
    }),
    wrongRevision: t.exposeInt('wrongRevision', { description: 'Number of the revision it stood in.' }),
    revision: t.exposeInt('revision', { description: 'Number of the revision that puts it right.' }),
    pieceIds: t.exposeStringList('pieces', {
      description: 'Ids of the pieces that changed; "title", "summary", "details" and "source-1" for those.',
    }),
  }),
});

builder.interfaceField('BriefingContent', 'corrections', (t) =>
  t.field({
    type: ['Correction'],
    description: 'What was wrong in earlier revisions, latest first.',
    resolve: ({ document }) => document.corrections.toReversed(),
  }),
);

const ChangeReasonType = builder.enumType('ChangeReason', {
  description: 'Why a piece of a briefing differs from how it was.',
  values: {
    NEW: { description: 'It was not there.' },
    UPDATED: { description: 'It was edited.' },
    MOVED: { description: 'It says the same in another place.' },
    CORRECTED: { description: 'It was wrong: see the correction.' },
    WITHDRAWN: { description: 'It is not there any more.' },
  } satisfies Record<ChangeReason, { description: string }>,
});

const BriefingChange = builder.objectRef<DocumentChange>('BriefingChange').implement({
  description: 'A piece of a briefing that differs from how it was.',
  fields: (t) => ({
    reason: t.expose('reason', { type: ChangeReasonType, description: 'Why it differs.' }),
    kind: t.field({ type: PieceKindType, description: 'What it is.', resolve: ({ piece }) => piece.kind }),
    pieceId: t.string({ description: 'Its id.', resolve: ({ piece }) => piece.id }),
    sectionId: t.string({
      nullable: true,
      description: 'The section a block stands in; null for everything else.',
      resolve: ({ piece }) => piece.sectionId,
    }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'What it said; null: it was not there.',
    }),
    after: t.exposeString('after', { nullable: true, description: 'What it says; null: it is gone.' }),
    fields: t.exposeStringList('fields', {
      description:
        'Names of what differs, such as "text", "citations", "priority" or "shortForm"; "sectionId": it stands in another section, "order": elsewhere among what is beside it. As few pieces as possible are said to have moved. Empty for what is new or gone.',
    }),
    correction: t.expose('correction', {
      type: 'Correction',
      nullable: true,
      description: 'The latest correction that concerns it; null: none does.',
    }),
  }),
});

const revisionAt = batched(findReadableRevisions);

builder.objectField('Briefing', 'changes', (t) =>
  t.field({
    type: [BriefingChange],
    description:
      'What differs from an earlier revision that readers were given, piece by piece: what is there in reading order, then what is gone. Such a revision that does not exist is a NOT_FOUND error.',
    args: { since: t.arg.int({ required: true, description: 'Number of the earlier revision.' }) },
    resolve: async ({ id, document }, { since }, context) => {
      const earlier = await revisionAt(`${id}/${since}`, context);
      if (earlier === null) throw new NotFoundError(`Readers have no revision ${since}`, ['since']);
      return diffDocuments(earlier.document, document);
    },
  }),
);

const why = 'Why: 1–1000 characters. It is public.';

const CorrectBriefingInput = builder.inputType('CorrectBriefingInput', {
  description: 'A mistake in a published briefing.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: expectedRevision(t, 'published'),
    wrong: t.string({
      required: true,
      description: 'What was wrong, as the text worded it, for the public record: 1–5000 characters.',
    }),
    right: t.string({
      required: true,
      description:
        'What is right, as the text words it from now on, for the public record: 1–5000 characters, other than `wrong`.',
    }),
    reason: t.string({ required: true, description: why }),
    document: t.field({
      type: BriefingDocumentInput,
      description:
        'The whole text put right: `wrong` is gone from a place in it, or `right` is new there, each as whole words; else it is refused. Null: `wrong` is a passage of the published text, and `right` takes its place wherever it stands as whole words; where it is only a part of longer ones, it is refused.',
    }),
  }),
});

const GradeClaimInput = builder.inputType('GradeClaimInput', {
  description: 'A judgement on a claim, of what readers have or of a draft.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: t.int({
      required: true,
      description:
        'Number of the revision that was looked at: the published one where readers have the claim, else the head. When it is another by now, nothing happens and the current one is answered.',
    }),
    claimId: t.string({ required: true, description: 'The id of the claim. At most 80 characters.' }),
    status: t.field({ type: ClaimStatus, required: true, description: 'What is known of its truth.' }),
    credibility: t.int({ required: true, description: '1 confirmed … 5 improbable, 6 cannot be judged.' }),
    reliability: t.field({
      type: Reliability,
      description: 'How reliable those are who carried it; null: what was judged of that before stays.',
    }),
    reason: t.string({ required: true, description: why }),
  }),
});

const RecordOutcomeInput = builder.inputType('RecordOutcomeInput', {
  description: 'What a scenario of a published briefing came to.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: expectedRevision(t, 'published'),
    scenarioId: t.string({ required: true, description: 'The id of the scenario. At most 80 characters.' }),
    text: t.string({ required: true, description: 'What happened. 1–5000 characters.' }),
    verdict: t.field({ type: OutcomeVerdict, required: true, description: 'Whether it came true.' }),
  }),
});

builder.mutationFields((t) => ({
  correctBriefing: t.field({
    type: EditBriefingResult,
    description:
      'Puts a mistake right for every reader, and says so in public. A quotation whose words or speaker change is UNVERIFIED, 6, from then on, with a grading that says why. For those who edit its community.',
    args: { input: t.arg({ type: CorrectBriefingInput, required: true, description: 'The mistake.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'correctBriefing', input, (briefing, act) => {
        const { expectedRevision: expected, wrong, right, reason } = input;
        const document = input.document ? readDocumentInput(input.document) : null;
        const correction = { ...briefing, expectedRevision: expected, wrong, right, reason, document };
        return correctBriefing(context.db, correction, act);
      }),
  }),
  gradeClaim: t.field({
    type: EditBriefingResult,
    description:
      'Judges a claim: anew for every reader, and says so in public; where only a draft has the claim, in the draft, which needs no public record and is to be reviewed again. For those who edit its community.',
    args: { input: t.arg({ type: GradeClaimInput, required: true, description: 'The judgement.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'gradeClaim', input, (briefing, act) => {
        const { communityId: _community, idempotencyKey: _key, ...grading } = input;
        return gradeClaim(context.db, { ...grading, ...briefing }, act);
      }),
  }),
  recordOutcome: t.field({
    type: EditBriefingResult,
    description: 'Writes down for every reader what a scenario came to. For those who edit its community.',
    args: { input: t.arg({ type: RecordOutcomeInput, required: true, description: 'The outcome.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'recordOutcome', input, (briefing, act) => {
        const { communityId: _community, idempotencyKey: _key, ...outcome } = input;
        return recordOutcome(context.db, { ...outcome, ...briefing }, act);
      }),
  }),
}));
