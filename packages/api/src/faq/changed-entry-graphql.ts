/** What every change of an FAQ entry is asked by and answered with. */
import { requireEditor } from '../access/require-role.ts';
import type { Act } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { DuplicateEntryError, EntryConflictError } from './errors.ts';
import { findEntriesForEditors, type FaqEntry } from './find-entries.ts';
import type { EntryName } from './read-entry.ts';
import type { ChangedEntry } from './write-entry.ts';

const entryOf = batched<string, FaqEntry>((ids, { db }) => findEntriesForEditors(db, ids));

const ChangedFaqEntry = builder.objectRef<ChangedEntry>('ChangedFaqEntry').implement({
  description: 'What came of a change.',
  fields: (t) => ({
    slug: t.expose('slug', { type: 'Slug', description: 'The slug of the entry.' }),
    revision: t.exposeInt('revision', { description: 'Number of the entry’s changes so far, from 1.' }),
    entry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The entry as it is now, which may be later than `revision`; null never happens.',
      resolve: ({ entryId }, _args, context) => entryOf(entryId, context),
    }),
  }),
});

export const ChangeFaqEntryResult = builder.errorUnion('ChangeFaqEntryResult', {
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

interface CommonInput {
  slug: string;
  communityId?: string | null | undefined;
  expectedRevision?: number | null | undefined;
  idempotencyKey: string;
}

/** For those who edit the entry's community; whoever asks again gets the first answer. */
export function changeOnce(
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
