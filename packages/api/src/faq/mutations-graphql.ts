/** What editors do with FAQ entries. Each begins with the check of who may. */
import { signatureOf, type Act } from '../audit/actor.ts';
import { requireEditor } from '../access/require-role.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { markEntryObsolete, pinEntry, restoreEntry, verifyEntry } from './change-entry.ts';
import { addAlias, editEntry, removeAlias } from './edit-entry.ts';
import { DuplicateEntryError, EntryConflictError } from './errors.ts';
import { findEntriesForEditors, type FaqEntry } from './find-entries.ts';
import {
  CreateFaqEntryInput,
  EditFaqEntryInput,
  FaqAliasInput,
  MarkFaqEntryObsoleteInput,
  PinFaqEntryInput,
  PublishFaqEntryInput,
  RestoreFaqEntryInput,
  VerifyFaqEntryInput,
} from './mutation-inputs-graphql.ts';
import { publishEntry } from './publish-entry.ts';
import type { EntryName } from './read-entry.ts';
import { saveEntry } from './save-entry.ts';
import type { ChangedEntry } from './write-entry.ts';

const entryOf = batched<string, FaqEntry>((ids, { db }) => findEntriesForEditors(db, ids));

const ChangedFaqEntry = builder.objectRef<ChangedEntry>('ChangedFaqEntry').implement({
  description: 'What came of a change.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'The slug of the entry.' }),
    revision: t.exposeInt('revision', { description: 'Number of the entry’s changes so far, from 1.' }),
    entry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The entry as it is now, which may be later than `revision`; null never happens.',
      resolve: ({ entryId }, _args, context) => entryOf(entryId, context),
    }),
  }),
});

const ChangeFaqEntryResult = builder.errorUnion('ChangeFaqEntryResult', {
  description: 'What came of a change, or why nothing was changed.',
  types: [
    ChangedFaqEntry,
    NotAllowedError,
    NotFoundError,
    InvalidInputError,
    ConflictError,
    EntryConflictError,
    DuplicateEntryError,
  ],
  resolveType: () => 'ChangedFaqEntry',
});

/** What was left out, as the rules take it. */
function readEntryInput(input: typeof EditFaqEntryInput.$inferInput | typeof CreateFaqEntryInput.$inferInput) {
  const { question, aliases, answer, language, topics } = input;
  const { briefing = null, sectionId = null, reviewIntervalDays = null } = input;
  return { question, aliases, answer, language, topics, briefing, sectionId, reviewIntervalDays };
}

interface CommonInput {
  slug: string;
  communityId?: string | null | undefined;
  expectedRevision?: number | null | undefined;
  idempotencyKey: string;
}

function changeOnce(
  context: GraphQLContext,
  name: string,
  input: CommonInput,
  run: (entry: EntryName, act: Act) => Promise<ChangedEntry>,
): Promise<ChangedEntry> {
  const { communityId, actor } = requireEditor(context.viewer, input.communityId);
  const mutation = { name, actor, input: { ...input, communityId } };
  const expectedRevision = input.expectedRevision ?? undefined;
  return answerOnce(context, mutation, (act) =>
    run({ communityId, slug: input.slug, expectedRevision }, act),
  );
}

builder.mutationFields((t) => ({
  createFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Begins an FAQ entry, as a draft or for readers at once. A wording that the community has an answer to is refused with that entry. For those who edit its community.',
    args: { input: t.arg({ type: CreateFaqEntryInput, required: true, description: 'The entry.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const mutation = { name: 'createFaqEntry', actor, input: { ...input, communityId } };
      return answerOnce(context, mutation, (act) =>
        saveEntry(
          context.db,
          {
            ...readEntryInput(input),
            communityId,
            ...(typeof input.slug === 'string' ? { slug: input.slug } : { slugTaken: 'suffix' }),
            publish: input.publish,
            verifiedBy: input.verify ? signatureOf(actor) : null,
            verifiedAt: input.verify ? act.now : null,
          },
          act,
        ),
      );
    },
  }),
  editFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Changes what an entry says; readers of a published one have the new text at once. For those who edit its community.',
    args: { input: t.arg({ type: EditFaqEntryInput, required: true, description: 'The new text.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'editFaqEntry', input, (entry, act) =>
        editEntry(
          context.db,
          { ...entry, edit: { ...readEntryInput(input), verify: input.verify } },
          act,
        ),
      ),
  }),
  publishFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Gives readers a draft. The briefing it is bound to must be published. For those who edit its community.',
    args: { input: t.arg({ type: PublishFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'publishFaqEntry', input, (entry, act) => publishEntry(context.db, entry, act)),
  }),
  addFaqAlias: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Another way to ask the question; one that it has already changes nothing. For those who edit its community.',
    args: { input: t.arg({ type: FaqAliasInput, required: true, description: 'The alias.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'addFaqAlias', input, (entry, act) =>
        addAlias(context.db, { ...entry, alias: input.alias }, act),
      ),
  }),
  removeFaqAlias: t.field({
    type: ChangeFaqEntryResult,
    description: 'Takes an alias away. For those who edit its community.',
    args: { input: t.arg({ type: FaqAliasInput, required: true, description: 'The alias.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'removeFaqAlias', input, (entry, act) =>
        removeAlias(context.db, { ...entry, alias: input.alias }, act),
      ),
  }),
  verifyFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description: 'Says that the answer is right as of now, and signs it. For those who edit its community.',
    args: { input: t.arg({ type: VerifyFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'verifyFaqEntry', input, (entry, act) =>
        verifyEntry(
          context.db,
          { ...entry, reviewIntervalDays: input.reviewIntervalDays ?? undefined },
          act,
        ),
      ),
  }),
  pinFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Shows an entry to everybody who asks for nothing in particular. For those who edit its community.',
    args: { input: t.arg({ type: PinFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'pinFaqEntry', input, (entry, act) =>
        pinEntry(context.db, { ...entry, pinned: input.pinned }, act),
      ),
  }),
  markFaqEntryObsolete: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Takes an entry from readers; who asks for it is led to what replaces it. For those who edit its community.',
    args: { input: t.arg({ type: MarkFaqEntryObsoleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'markFaqEntryObsolete', input, (entry, act) =>
        markEntryObsolete(context.db, { ...entry, replacedBy: input.replacedBy ?? null }, act),
      ),
  }),
  restoreFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description:
      'Makes an obsolete entry a draft again, unless another entry has its wording by now. For those who edit its community.',
    args: { input: t.arg({ type: RestoreFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'restoreFaqEntry', input, (entry, act) => restoreEntry(context.db, entry, act)),
  }),
}));
