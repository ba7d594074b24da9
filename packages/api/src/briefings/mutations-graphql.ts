/** What editors do with briefings. Each begins with the check of who may. */
import { requireEditor } from '../access/require-role.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { answerAsThen, type AsThen } from '../idempotency/answer-once.ts';
import type { Act } from '../audit/actor.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { commonFields, expectedRevision, type InputFields } from '../graphql/mutation-inputs.ts';
import { captureEdit, openBriefing, openRevision, type EditState } from './as-then.ts';
import { createBriefing, type EditedBriefing } from './create-briefing.ts';
import { BriefingDocumentInput } from './document-input-graphql.ts';
import { editBriefing } from './edit-briefing.ts';
import { RevisionConflictError, TranslationTakenError } from './errors.ts';
import { approveBriefing, sendBackBriefing, submitForReview } from './move-draft.ts';
import { GeneratorType } from './provenance-graphql.ts';
import { publishBriefing } from './publish-briefing.ts';
import { readDocumentInput } from './read-document-input.ts';
import type { BriefingName } from './read-head.ts';
import { schedulePublication, scheduleWithdrawal } from './schedule-briefing.ts';
import { withdrawBriefing } from './withdraw-briefing.ts';

type EditedThen = AsThen<EditedBriefing, EditState>;

export const EditedBriefingType = builder.objectRef<EditedThen>('EditedBriefing').implement({
  description: 'What came of a change.',
  fields: (t) => ({
    briefing: t.field({
      type: 'EditorialBriefing',
      nullable: true,
      description:
        'The briefing as the change left it, the same for every repeat but for what was redacted since; its history and translations are those of now. Null never happens.',
      resolve: (edited, _args, { db }) => openBriefing(db, edited),
    }),
    revision: t.field({
      type: 'BriefingRevision',
      nullable: true,
      description:
        'The revision that was made, moved or published, the same for every repeat but for what was redacted since; null never happens.',
      resolve: ({ briefingId, state }, _args, { db }) =>
        openRevision(db, { briefingId, state: state.revision }),
    }),
  }),
});

export const EDITING_ERRORS = [
  NotAllowedError,
  NotFoundError,
  InvalidInputError,
  ConflictError,
  RevisionConflictError,
  TranslationTakenError,
];

export const EditBriefingResult = builder.errorUnion('EditBriefingResult', {
  description: 'What came of a change, or why nothing was changed.',
  types: [EditedBriefingType, ...EDITING_ERRORS],
  resolveType: () => 'EditedBriefing',
});

const why = 'Why, for the history: 1–1000 characters';

function written(t: InputFields) {
  return {
    document: t.field({ type: BriefingDocumentInput, required: true, description: 'The whole text.' }),
    generatedBy: t.field({
      type: GeneratorType,
      required: true,
      defaultValue: 'HUMAN',
      description: 'Whether a person or a language model wrote what is new in it.',
    }),
  };
}

const CreateBriefingInput = builder.inputType('CreateBriefingInput', {
  description: 'A briefing to begin.',
  fields: (t) => ({
    ...commonFields(t),
    ...written(t),
    reason: t.string({ description: `${why}; null: nothing is said.` }),
    translationOf: t.field({
      type: 'Slug',
      description: 'Slug of the briefing of the same community it translates; null: it is an original.',
    }),
    translatedRevision: t.int({
      description:
        'Number of the revision of that one it was made from; null: what readers have of it, else the latest.',
    }),
  }),
});

const EditBriefingInput = builder.inputType('EditBriefingInput', {
  description: 'A new head revision.',
  fields: (t) => ({
    ...commonFields(t),
    ...written(t),
    expectedRevision: expectedRevision(t, 'head'),
    reason: t.string({ required: true, description: `${why}.` }),
    translatedRevision: t.int({
      description:
        'Of a translation: number of the revision of the original it says the same as from now on; null: as before.',
    }),
  }),
});

const MoveBriefingInput = builder.inputType('MoveBriefingInput', {
  description: 'A head revision to move on.',
  fields: (t) => ({ ...commonFields(t), expectedRevision: expectedRevision(t, 'head') }),
});

const SendBackBriefingInput = builder.inputType('SendBackBriefingInput', {
  description: 'A head revision to send back.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: expectedRevision(t, 'head'),
    reason: t.string({ required: true, description: 'What is to be done about it: 1–1000 characters.' }),
  }),
});

const PublishBriefingInput = builder.inputType('PublishBriefingInput', {
  description: 'An approved head revision to publish.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: expectedRevision(t, 'head'),
    at: t.field({ type: 'DateTime', description: 'When, within five years; null: now.' }),
  }),
});

const ScheduleArchivalInput = builder.inputType('ScheduleArchivalInput', {
  description: 'A briefing to archive at an instant.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: expectedRevision(t, 'head'),
    at: t.field({ type: 'DateTime', description: 'When, within five years; null: no more.' }),
    reason: t.string({
      description: 'What readers are then told: 1–500 characters; null only with `at` null.',
    }),
  }),
});

const WithdrawBriefingInput = builder.inputType('WithdrawBriefingInput', {
  description: 'A published briefing to take back.',
  fields: (t) => ({
    ...commonFields(t),
    expectedRevision: expectedRevision(t, 'published'),
    reason: t.string({ required: true, description: 'What readers are told: 1–500 characters.' }),
  }),
});

interface CommonInput {
  slug: string;
  communityId?: string | null | undefined;
  idempotencyKey: string;
}

/** Checks who may, then runs the verb once for this key. */
export function editOnce<Input extends CommonInput, Result extends EditedBriefing>(
  context: GraphQLContext,
  name: string,
  input: Input,
  run: (briefing: BriefingName, act: Act) => Promise<Result>,
): Promise<AsThen<Result, EditState>> {
  const { communityId, actor } = requireEditor(context.viewer, input.communityId);
  const mutation = { name, actor, input: { ...input, communityId } };
  return answerAsThen<Result, EditState>(context, { ...mutation, remember: captureEdit }, (act) =>
    run({ communityId, slug: input.slug }, act),
  );
}

builder.mutationFields((t) => ({
  createBriefing: t.field({
    type: EditBriefingResult,
    description: 'Begins a briefing as a draft. For those who edit its community.',
    args: { input: t.arg({ type: CreateBriefingInput, required: true, description: 'The briefing.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'createBriefing', input, (briefing, act) => {
        const { generatedBy, reason = null, translationOf = null, translatedRevision = null } = input;
        const document = readDocumentInput(input.document);
        return createBriefing(
          context.db,
          { ...briefing, document, generatedBy, reason, translationOf, translatedRevision },
          act,
        );
      }),
  }),
  editBriefing: t.field({
    type: EditBriefingResult,
    description:
      'Saves a new revision; readers see nothing of it until it is published. A quotation whose words or speaker change is UNVERIFIED, 6, from then on, with a grading that says why. For those who edit its community.',
    args: { input: t.arg({ type: EditBriefingInput, required: true, description: 'The revision.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'editBriefing', input, (briefing, act) => {
        const { expectedRevision: expected, generatedBy, reason, translatedRevision = null } = input;
        const document = readDocumentInput(input.document);
        return editBriefing(
          context.db,
          { ...briefing, document, generatedBy, reason, translatedRevision, expectedRevision: expected },
          act,
        );
      }),
  }),
}));

builder.mutationFields((t) => ({
  submitForReview: t.field({
    type: EditBriefingResult,
    description: 'Asks for a review of a draft. For those who edit its community.',
    args: { input: t.arg({ type: MoveBriefingInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'submitForReview', input, (briefing, act) =>
        submitForReview(context.db, { ...briefing, expectedRevision: input.expectedRevision }, act),
      ),
  }),
  approveBriefing: t.field({
    type: EditBriefingResult,
    description: 'Says that a revision may be published, and signs it. For those who edit its community.',
    args: { input: t.arg({ type: MoveBriefingInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'approveBriefing', input, (briefing, act) =>
        approveBriefing(context.db, { ...briefing, expectedRevision: input.expectedRevision }, act),
      ),
  }),
  sendBackBriefing: t.field({
    type: EditBriefingResult,
    description:
      'Makes a revision a draft again; a planned publication is off. For those who edit its community.',
    args: {
      input: t.arg({ type: SendBackBriefingInput, required: true, description: 'Which one, and why.' }),
    },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'sendBackBriefing', input, (briefing, act) => {
        const { reason, expectedRevision: expected } = input;
        return sendBackBriefing(context.db, { ...briefing, reason, expectedRevision: expected }, act);
      }),
  }),
}));

builder.mutationFields((t) => ({
  publishBriefing: t.field({
    type: EditBriefingResult,
    description:
      'Gives readers an approved revision and the FAQ drafts bound to it, now or at an instant. For those who edit its community.',
    args: {
      input: t.arg({ type: PublishBriefingInput, required: true, description: 'Which one, and when.' }),
    },
    resolve: (_root, { input }, context) =>
      editOnce<typeof input, EditedBriefing>(context, 'publishBriefing', input, (briefing, act) => {
        const wish = { ...briefing, expectedRevision: input.expectedRevision };
        return input.at
          ? schedulePublication(context.db, { ...wish, publishAt: input.at }, act)
          : publishBriefing(context.db, wish, act);
      }),
  }),
  scheduleArchival: t.field({
    type: EditBriefingResult,
    description: 'Plans when a briefing is taken back, or that it is not. For those who edit its community.',
    args: {
      input: t.arg({ type: ScheduleArchivalInput, required: true, description: 'Which one, and when.' }),
    },
    resolve: (_root, { input }, context) =>
      editOnce(context, 'scheduleArchival', input, (briefing, act) => {
        const { at: unpublishAt = null, reason = null, expectedRevision: expected } = input;
        const wish = { ...briefing, unpublishAt, reason, expectedRevision: expected };
        return scheduleWithdrawal(context.db, wish, act);
      }),
  }),
  ...withdrawals(t),
}));

type MutationFields = Parameters<Parameters<typeof builder.mutationFields>[0]>[0];

function withdrawals(t: MutationFields) {
  const withdraw = (name: string, as: 'RETRACTED' | 'ARCHIVED', description: string) =>
    t.field({
      type: EditBriefingResult,
      description: `${description} For those who edit its community.`,
      args: {
        input: t.arg({ type: WithdrawBriefingInput, required: true, description: 'Which one, and why.' }),
      },
      resolve: (_root, { input }, context) =>
        editOnce(context, name, input, (briefing, act) => {
          const { reason, expectedRevision: expected } = input;
          return withdrawBriefing(context.db, { ...briefing, as, reason, expectedRevision: expected }, act);
        }),
    });
  return {
    retractBriefing: withdraw(
      'retractBriefing',
      'RETRACTED',
      'Takes back for ever what was wrong, with its translations: it is not edited, published or graded again, and its slug goes on telling readers why. What is to be said instead is a briefing of its own; a translation can be made anew under another slug.',
    ),
    archiveBriefing: withdraw(
      'archiveBriefing',
      'ARCHIVED',
      'Takes back for ever what has had its day, with its translations: it is not edited, published or graded again, and its slug goes on telling readers why.',
    ),
  };
}
