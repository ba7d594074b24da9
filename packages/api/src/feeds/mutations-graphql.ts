/** What editors do with feeds. Each begins with the check of who may. */
import { requireEditor } from '../access/require-role.ts';
import type { Act } from '../audit/actor.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { keyField } from '../graphql/mutation-inputs.ts';
import { answerAsThen, answerOnce } from '../idempotency/answer-once.ts';
import { addFeed, type AddedFeed } from './add-feed.ts';
import { captureFeed, openFeed, type FeedThen } from './as-then.ts';
import { disableFeed, enableFeed, removeFeed, type ChangedFeed } from './change-feed.ts';
import { checkFeed, type FeedCheck } from './check-feed.ts';
import type { FeedName } from './find-feeds.ts';
import { WHOSE_FEEDS } from './whose-feeds.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

const AddedFeedType = builder.objectRef<AddedFeed & FeedThen>('AddedFeed').implement({
  description: 'A feed that is followed from now on.',
  fields: (t) => ({
    feed: t.field({
      type: 'Feed',
      nullable: true,
      description: 'The feed as it was added; null never happens.',
      resolve: (added, _args, { db }) => openFeed(db, added),
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

const FeedCheckType = builder.objectRef<FeedCheck & FeedThen>('FeedCheck').implement({
  description: 'A look at a feed.',
  fields: (t) => ({
    feed: t.field({
      type: 'Feed',
      nullable: true,
      description: 'The feed as it was after the look; null never happens.',
      resolve: (check, _args, { db }) => openFeed(db, check),
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

const ChangedFeedType = builder.objectRef<FeedThen>('ChangedFeed').implement({
  description: 'A feed that was enabled or disabled.',
  fields: (t) => ({
    feed: t.field({
      type: 'Feed',
      nullable: true,
      description: 'The feed as it is then; null never happens.',
      resolve: (changed, _args, { db }) => openFeed(db, changed),
    }),
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
  types: [FeedCheckType, ...ERRORS],
  resolveType: () => 'FeedCheck',
});
const ChangeFeedResult = builder.errorUnion('ChangeFeedResult', {
  description: 'The feed as it is then, or why nothing was changed.',
  types: [ChangedFeedType, ...ERRORS],
  resolveType: () => 'ChangedFeed',
});
const RemoveFeedResult = builder.errorUnion('RemoveFeedResult', {
  description: 'What was removed, or why nothing was.',
  types: [RemovedFeedType, ...ERRORS],
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
      communityIdOptions(
        'The Discord guild whose inbox its items come into, or "library"; null: the own server for moderators, else the library.',
      ),
    ),
    ...keyField(t),
  }),
});

const ChangeFeedInput = builder.inputType('ChangeFeedInput', {
  description: 'A feed to look at, to enable, to disable or to remove.',
  fields: (t) => ({
    feedId: t.id({ required: true, description: 'The `id` of the feed.' }),
    communityId: t.string(communityIdOptions(WHOSE_FEEDS)),
    ...keyField(t),
  }),
});

/** It reads from the web and takes apart what it finds. */
const CHECK_COST = 20_000;

/** For those who edit its community. */
function wishOf({ viewer }: GraphQLContext, name: string, input: typeof ChangeFeedInput.$inferInput) {
  const { communityId, actor } = requireEditor(viewer, input.communityId);
  const feed: FeedName = { communityId, id: input.feedId };
  return { feed, mutation: { name, actor, input: { ...input, communityId } } };
}

async function changeOnce(
  context: GraphQLContext,
  name: string,
  input: typeof ChangeFeedInput.$inferInput,
  change: (feed: FeedName, act: Act) => Promise<ChangedFeed>,
): Promise<FeedThen> {
  const { feed, mutation } = wishOf(context, name, input);
  return answerAsThen(context, { ...mutation, remember: captureFeed }, (act) => change(feed, act));
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
      const wish = { name: 'addFeed', actor, input: { ...input, communityId } };
      const { db, clock, feedChecks } = context;
      return answerAsThen(context, { ...wish, remember: captureFeed }, (act) =>
        addFeed(db, { communityId, url: input.url }, { ...feedChecks, clock }, act),
      );
    },
  }),
  checkFeed: t.field({
    type: CheckFeedResult,
    description:
      'Looks at a feed now, whether it is due or not; looked at twice, it brings nothing twice. For those who edit its community.',
    complexity: CHECK_COST,
    args: { input: t.arg({ type: ChangeFeedInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { feed, mutation } = wishOf(context, 'checkFeed', input);
      const { db, clock, feedChecks } = context;
      return answerAsThen(context, { ...mutation, remember: captureFeed }, (act) =>
        checkFeed(db, feed, { ...feedChecks, clock }, act),
      );
    },
  }),
}));

builder.mutationFields((t) => ({
  enableFeed: t.field({
    type: ChangeFeedResult,
    description: 'Looks at a feed again; one that is looked at stays so. For those who edit its community.',
    args: { input: t.arg({ type: ChangeFeedInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'enableFeed', input, (feed, act) =>
        enableFeed(context.db, feed, { act, at: context.clock.deadline() }),
      ),
  }),
  disableFeed: t.field({
    type: ChangeFeedResult,
    description:
      'Looks at a feed no more, until it is enabled; one that is not looked at stays so. For those who edit its community.',
    args: { input: t.arg({ type: ChangeFeedInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) =>
      changeOnce(context, 'disableFeed', input, (feed, act) => disableFeed(context.db, feed, act)),
  }),
  removeFeed: t.field({
    type: RemoveFeedResult,
    description:
      'Forgets a feed for ever, and one that was removed stays so; the articles it brought stay. For those who edit its community.',
    args: { input: t.arg({ type: ChangeFeedInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { feed, mutation } = wishOf(context, 'removeFeed', input);
      return answerOnce(context, mutation, (act) => removeFeed(context.db, feed, act));
    },
  }),
}));
