/** Whether an answer helped. */
import { requireKnownReader } from '../access/require-role.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { communityOf } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { NOT_FROM_CONTENT } from '../graphql/content-marks.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { answerAsThen, type AsThen } from '../idempotency/answer-once.ts';
import type { RowState } from '../idempotency/row-state.ts';
import { captureEntry, openEntry } from './as-then.ts';
import { ObsoleteEntryError } from './errors.ts';
import { findEntriesByIds, type FaqEntry } from './find-entries.ts';
import { voteOnEntry, type CastVote } from './vote-entry.ts';

type VoteThen = AsThen<CastVote, { entry: RowState | null }>;

/** What readers may not read any more is not shown again. */
async function openVisibleEntry(vote: VoteThen, { db, viewer }: GraphQLContext): Promise<FaqEntry | null> {
  const visible = await findEntriesByIds(db, communityOf(viewer), [vote.entryId]);
  return visible.has(vote.entryId) ? openEntry(db, vote) : null;
}

builder.interfaceFields('FaqEntryContent', (t) => ({
  helpfulVotes: t.exposeInt('helpfulVotes', {
    extensions: NOT_FROM_CONTENT,
    description: 'How many found the answer helpful.',
  }),
  unhelpfulVotes: t.exposeInt('unhelpfulVotes', {
    extensions: NOT_FROM_CONTENT,
    description: 'How many found the answer not helpful.',
  }),
}));

const FaqVote = builder.objectRef<VoteThen>('FaqVote').implement({
  description: 'A vote that counts.',
  fields: (t) => ({
    helpful: t.exposeBoolean('helpful', {
      nullable: true,
      description: 'What the viewer’s vote is then; null: they have none.',
    }),
    entry: t.field({
      type: 'FaqEntry',
      nullable: true,
      description: 'The entry with its counts as the vote left them; null: it was withdrawn or hidden since.',
      resolve: (vote, _args, context) => openVisibleEntry(vote, context),
    }),
  }),
});

const VoteFaqEntryInput = builder.inputType('VoteFaqEntryInput', {
  description: 'What somebody makes of an answer.',
  fields: (t) => ({
    slug: t.field({ type: 'Slug', required: true, description: 'The slug of an entry the viewer sees.' }),
    helpful: t.boolean({ description: 'Whether the answer helped; null: the vote is taken back.' }),
    ...keyField(t),
  }),
});

const VoteFaqEntryResult = builder.errorUnion('VoteFaqEntryResult', {
  description: 'The vote, or why it does not count.',
  types: [FaqVote, NotAllowedError, NotFoundError, ObsoleteEntryError, InvalidInputError, ConflictError],
  resolveType: () => 'FaqVote',
});

builder.mutationField('voteFaqEntry', (t) =>
  t.field({
    type: VoteFaqEntryResult,
    description:
      'Says whether an answer helped: one vote per person or token and entry, the last one counts. For members and holders of a token.',
    args: { input: t.arg({ type: VoteFaqEntryInput, required: true, description: 'The vote.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireKnownReader(context.viewer);
      const { slug, helpful = null } = input;
      const mutation = { name: 'voteFaqEntry', actor, input, remember: captureEntry };
      return answerAsThen(context, mutation, (act) =>
        voteOnEntry(context.db, { communityId, slug, helpful }, act),
      );
    },
  }),
);
