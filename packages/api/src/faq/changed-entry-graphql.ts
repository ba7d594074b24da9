/** What every change of an FAQ entry is asked by and answered with. */
import { requireEditor } from '../access/require-role.ts';
import type { Act } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { answerAsThen, type AsThen } from '../idempotency/answer-once.ts';
import type { RowState } from '../idempotency/row-state.ts';
import { captureEntry, openEntry } from './as-then.ts';
import { DuplicateEntryError, EntryConflictError } from './errors.ts';
import type { EntryName } from './read-entry.ts';
import type { ChangedEntry } from './write-entry.ts';

type ChangedEntryThen = AsThen<ChangedEntry, { entry: RowState | null }>;

const ChangedFaqEntry = builder.objectRef<ChangedEntryThen>('ChangedFaqEntry').implement({
  description: 'What came of a change.',
  fields: (t) => ({
    slug: t.expose('slug', { type: 'Slug', description: 'The slug of the entry.' }),
    revision: t.exposeInt('revision', { description: 'Number of the entry’s changes so far, from 1.' }),
    entry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description:
        'The entry as the change left it, the same for every repeat but for what was redacted since; null never happens.',
      resolve: (changed, _args, { db }) => openEntry(db, changed),
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
): Promise<ChangedEntryThen> {
  const { communityId, actor } = requireEditor(context.viewer, input.communityId);
  const mutation = { name, actor, input: { ...input, communityId } };
  const expectedRevision = input.expectedRevision ?? undefined;
  return answerAsThen(context, { ...mutation, remember: captureEntry }, (act) =>
    run({ communityId, slug: input.slug, expectedRevision }, act),
  );
}
