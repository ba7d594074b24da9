/** What editors do with feeds. Each begins with the check of who may. */
import { requireEditor } from '../access/require-role.ts';
import type { Actor } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { addFeed, type AddedFeed } from './add-feed.ts';
import { disableFeed, enableFeed, removeFeed } from './change-feed.ts';
import { checkFeed, type FeedCheck } from './check-feed.ts';
import { findFeeds, type Feed, type FeedName } from './find-feeds.ts';
import { WHOSE_FEEDS } from './whose-feeds.ts';
import { MAX_COMMUNITY_ID_LENGTH, textOptions } from '../graphql/text-limits.ts';

const feedOf = batched<string, Feed>((ids, { db }) => findFeeds(db, ids));

const AddedFeedType = builder.objectRef<AddedFeed>('AddedFeed').implement({
  description: 'A feed that is followed from now on.',
  fields: (t) => ({
    feed: t.field({
      type: 'Feed',
      nullable: true,
      description: 'The feed; null never happens.',
      resolve: ({ feedId }, _args, context) => feedOf(feedId, context),
    }),
    items: t.exposeInt('items', {
      description: 'How many items it has now. They count as seen: only what is added later comes in.',
    }),
  }),
});

const FeedCheckOutcome = builder.enumType('FeedCheckOutcome', {
  description: 'What came of a look at a feed.',
  values: {
    CHANGED: { description: 'New articles came into the inbox.' },
    UNCHANGED: { description: 'Nothing new.' },
    FAILED: { description: 'It could not be read, for the reason in `reason`; it is looked at again.' },
    DISABLED: { description: 'It could not be read, and is not looked at any more.' },
  } satisfies Record<FeedCheck['outcome'], { description: string }>,
});

const FeedCheckType = builder.objectRef<FeedCheck>('FeedCheck').implement({
  description: 'A look at a feed.',
  fields: (t) => ({
    feed: t.field({
      type: 'Feed',
      nullable: true,
      description: 'The feed as it is now; null never happens.',
      resolve: ({ feedId }, _args, context) => feedOf(feedId, context),
    }),
    outcome: t.expose('outcome', { type: FeedCheckOutcome, description: 'What came of it.' }),
    newArticles: t.exposeInt('newArticles', {
      description: 'How many articles came into the inbox: at most 20 at once, the rest with the next look.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it could not be read; null: it could.',
    }),
  }),
});

const ChangedFeedType = builder.objectRef<Feed>('ChangedFeed').implement({
  description: 'A feed that was enabled or disabled.',
  fields: (t) => ({
    feed: t.field({ type: 'Feed', description: 'The feed as it is now.', resolve: (feed) => feed }),
  }),
});

const RemovedFeedType = builder.objectRef<{ feedId: string }>('RemovedFeed').implement({
  description: 'A feed that is not followed any more.',
  fields: (t) => ({ feedId: t.exposeID('feedId', { description: 'The `id` it had.' }) }),
});

const ERRORS = [NotAllowedError, NotFoundError, InvalidInputError, ConflictError];

const AddFeedResult = builder.errorUnion('AddFeedResult', {
  description: 'The feed, or why it is not followed.',
  types: [AddedFeedType, ...ERRORS],
  resolveType: () => 'AddedFeed',
});
const CheckFeedResult = builder.errorUnion('CheckFeedResult', {
  description: 'What came of a look at a feed, or why there was none.',
  types: [FeedCheckType, NotAllowedError, NotFoundError, ConflictError],
  resolveType: () => 'FeedCheck',
});
const ChangeFeedResult = builder.errorUnion('ChangeFeedResult', {
  description: 'The feed as it is now, or why nothing was changed.',
  types: [ChangedFeedType, NotAllowedError, NotFoundError],
  resolveType: () => 'ChangedFeed',
});
const RemoveFeedResult = builder.errorUnion('RemoveFeedResult', {
  description: 'What was removed, or why nothing was.',
  types: [RemovedFeedType, NotAllowedError, NotFoundError],
  resolveType: () => 'RemovedFeed',
});

const AddFeedInput = builder.inputType('AddFeedInput', {
  description: 'A feed to follow.',
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      required: true,
      description: 'Its http or https address, which the server reads before it is added.',
    }),
    communityId: t.string(
      textOptions(
        MAX_COMMUNITY_ID_LENGTH,
        'The Discord guild whose inbox its items come into, or "library"; null: the own server for moderators, else the library.',
      ),
    ),
    ...keyField(t),
  }),
});

/** It reads from the web and takes apart what it finds. */
const CHECK_COST = 20_000;

function requireKeeper(
  { viewer, clock }: GraphQLContext,
  { feedId: id, communityId: wanted }: { feedId: string; communityId?: string | null | undefined },
): { name: FeedName; actor: Actor; now: Date } {
  const { communityId, actor } = requireEditor(viewer, wanted);
  return { name: { communityId, id }, actor, now: clock.now() };
}

builder.mutationFields((t) => ({
  addFeed: t.field({
    type: AddFeedResult,
    description:
      'Follows a feed, at most 50 per community: what is added to it from now on comes into the inbox. For those who edit the community.',
    complexity: CHECK_COST,
    args: { input: t.arg({ type: AddFeedInput, required: true, description: 'The feed.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const mutation = { name: 'addFeed', actor, input: { ...input, communityId } };
      const { db, clock, feedChecks } = context;
      return answerOnce<AddedFeed>(context, mutation, (act) =>
        addFeed(db, { communityId, url: input.url }, { ...feedChecks, clock }, act),
      );
    },
  }),
  checkFeed: t.field({
    type: CheckFeedResult,
    description:
      'Looks at a feed now, whether it is due or not; looked at twice, it brings nothing twice. For those who edit its community.',
    complexity: CHECK_COST,
    args: which(t),
    resolve: (_root, args, context) => {
      const { name } = requireKeeper(context, args);
      const { db, clock, feedChecks } = context;
      return checkFeed(db, name, { ...feedChecks, clock });
    },
  }),
}));

builder.mutationFields((t) => ({
  enableFeed: t.field({
    type: ChangeFeedResult,
    description: 'Looks at a feed again. Doing it twice is doing it once. For those who edit its community.',
    args: which(t),
    resolve: (_root, args, context) => {
      const { name, ...act } = requireKeeper(context, args);
      return enableFeed(context.db, name, { act, at: context.clock.deadline() });
    },
  }),
  disableFeed: t.field({
    type: ChangeFeedResult,
    description:
      'Looks at a feed no more, until it is enabled. Doing it twice is doing it once. For those who edit its community.',
    args: which(t),
    resolve: (_root, args, context) => {
      const { name, ...act } = requireKeeper(context, args);
      return disableFeed(context.db, name, act);
    },
  }),
  removeFeed: t.field({
    type: RemoveFeedResult,
    description:
      'Forgets a feed for ever; the articles it brought stay. Doing it twice is doing it once. For those who edit its community.',
    args: which(t),
    resolve: (_root, args, context) => {
      const { name, ...act } = requireKeeper(context, args);
      return removeFeed(context.db, name, act);
    },
  }),
}));

type MutationFields = Parameters<Parameters<typeof builder.mutationFields>[0]>[0];

function which(t: MutationFields) {
  return {
    feedId: t.arg.id({ required: true, description: 'The `id` of the feed.' }),
    communityId: t.arg.string(textOptions(MAX_COMMUNITY_ID_LENGTH, WHOSE_FEEDS)),
  };
}
