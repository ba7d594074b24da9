/** What editors do with FAQ entries. Each begins with the check of who may. */
import type { Act } from '../audit/actor.ts';
import { requireEditor } from '../access/require-role.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { commonFields } from '../graphql/mutation-inputs.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import {
  markEntryObsolete,
  pinEntry,
  verifyEntry,
  type ChangedEntry,
  type EntryName,
} from './change-entry.ts';

const ChangedFaqEntry = builder.objectRef<ChangedEntry>('ChangedFaqEntry').implement({
  description: 'What came of a change.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'Number of the entry’s changes so far, from 1.' }),
  }),
});

const ChangeFaqEntryResult = builder.errorUnion('ChangeFaqEntryResult', {
  description: 'What came of a change, or why nothing was changed.',
  types: [ChangedFaqEntry, NotAllowedError, NotFoundError, InvalidInputError, ConflictError],
  resolveType: () => 'ChangedFaqEntry',
});

const VerifyFaqEntryInput = builder.inputType('VerifyFaqEntryInput', {
  description: 'An entry whose answer was checked.',
  fields: (t) => commonFields(t),
});

const PinFaqEntryInput = builder.inputType('PinFaqEntryInput', {
  description: 'An entry to pin, or to unpin.',
  fields: (t) => ({
    ...commonFields(t),
    pinned: t.boolean({ required: true, description: 'False: unpin it.' }),
  }),
});

const MarkFaqEntryObsoleteInput = builder.inputType('MarkFaqEntryObsoleteInput', {
  description: 'An entry that is not to be found any more.',
  fields: (t) => ({
    ...commonFields(t),
    replacedBy: t.field({
      type: 'Slug',
      description: 'Slug of the published entry that answers instead; null: none does.',
    }),
  }),
});

interface CommonInput {
  slug: string;
  communityId?: string | null | undefined;
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
  return answerOnce(context, mutation, (act) => run({ communityId, slug: input.slug }, act));
}

builder.mutationFields((t) => ({
  verifyFaqEntry: t.field({
    type: ChangeFaqEntryResult,
    description: 'Says that the answer is right as of now, and signs it. For those who edit its community.',
    args: { input: t.arg({ type: VerifyFaqEntryInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'verifyFaqEntry', input, (entry, act) => verifyEntry(context.db, entry, act)),
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
    description: 'Takes an entry from readers for ever. For those who edit its community.',
    args: { input: t.arg({ type: MarkFaqEntryObsoleteInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'markFaqEntryObsolete', input, (entry, act) =>
        markEntryObsolete(context.db, { ...entry, replacedBy: input.replacedBy ?? null }, act),
      ),
  }),
}));
