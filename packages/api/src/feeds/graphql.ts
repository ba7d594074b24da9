/** Feeds that are followed, for those who edit a community. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { feedPlace, listFeeds } from './find-feeds.ts';
import type { FeedFindings, SkippedItem, SkipReason } from './findings.ts';
import type { FeedState } from './table.ts';
import { WHOSE_FEEDS } from './whose-feeds.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

const FeedStateType = builder.enumType('FeedState', {
  description: 'Whether a feed is looked at.',
  values: {
    ACTIVE: { description: 'It is looked at again and again.' },
    DISABLED: { description: 'It is not, for the reason in `disabledReason`.' },
  } satisfies Record<FeedState, { description: string }>,
});

const SkipReasonType = builder.enumType('FeedSkipReason', {
  description: 'Why an item that a feed had not brought before did not come in.',
  values: {
    KNOWN: {
      description: 'Somebody imported it, or another feed brought it: its text or its address is there.',
    },
    WAITING: { description: 'So many came at once that it comes with the next look.' },
  } satisfies Record<SkipReason, { description: string }>,
});

const SkippedItemType = builder.objectRef<SkippedItem>('SkippedFeedItem').implement({
  description: 'An item that a feed had not brought before, and that did not come in.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title or first words, at most 500 characters.' }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where on the web it is; null: the feed does not say.',
    }),
    reason: t.expose('reason', { type: SkipReasonType, description: 'Why it did not come in.' }),
  }),
});

const FeedFindingsType = builder.objectRef<FeedFindings>('FeedFindings').implement({
  description: 'What a look at a feed found. `newArticles`, `seen`, `known` and `waiting` add up to `items`.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When it was looked at.',
      resolve: ({ at }) => new Date(at),
    }),
    items: t.exposeInt('items', { description: 'How many items it has: the first 1000 are read.' }),
    newArticles: t.exposeInt('newArticles', { description: 'How many came into the inbox, 0–40.' }),
    withoutText: t.exposeInt('withoutText', {
      description:
        'How many of those have a title only, as episodes of a podcast: no draft can be made of them.',
    }),
    seen: t.exposeInt('seen', {
      description: 'How many were there when it was added, or came in before: they never come in again.',
    }),
    known: t.exposeInt('known', { description: 'How many were imported by somebody else already.' }),
    waiting: t.exposeInt('waiting', { description: 'How many are left for the next look.' }),
    skipped: t.expose('skipped', {
      type: [SkippedItemType],
      description: 'The first 20 of those that are known or wait.',
    }),
  }),
});

builder.objectType('Feed', {
  description: 'An RSS, Atom or JSON feed whose new items come into the inbox of a community.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it in mutations.' }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild it is followed for, or "library".',
    }),
    url: t.expose('url', { type: 'URL', description: 'Where it is; a permanent redirect changes it.' }),
    title: t.exposeString('title', { description: 'What it calls itself, or its host.' }),
    homePage: t.expose('homePage', {
      type: 'URL',
      nullable: true,
      description: 'The page it is the feed of; null: it does not say.',
    }),
    state: t.expose('state', { type: FeedStateType, description: 'Whether it is looked at.' }),
    disabledReason: t.exposeString('disabledReason', {
      nullable: true,
      description: 'Why it is not looked at; null: it is.',
    }),
    failures: t.exposeInt('failures', { description: 'How often in a row nothing could be read.' }),
    lastFailure: t.exposeString('lastFailure', {
      nullable: true,
      description: 'What the last look said that failed; null: the last one did not.',
    }),
    lastFound: t.expose('lastFound', {
      type: FeedFindingsType,
      nullable: true,
      description: 'What the last look found that could read it and saw a change; null: there was none yet.',
    }),
    checkedAt: t.expose('checkedAt', { type: 'DateTime', description: 'When it was last looked at.' }),
    nextCheckAt: t.expose('nextCheckAt', {
      type: 'DateTime',
      description: 'When it is looked at next, or soon after.',
    }),
    removed: t.boolean({
      description: 'True: nobody follows it any more; the articles it brought are still there.',
      resolve: ({ removedAt }) => removedAt !== null,
    }),
    createdBy: t.exposeString('createdBy', { description: 'Who added it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  }),
});

const FeedConnection = builder.connectionObject(
  { type: 'Feed', name: 'FeedConnection', description: 'A page of a list of feeds.' },
  { name: 'FeedEdge', description: 'A feed and its place in the list.' },
);
const LIST = { list: 'feeds', key: z.tuple([z.number().int(), z.string().max(100)]) };

builder.queryField('feeds', (t) =>
  t.field({
    type: FeedConnection,
    description: 'The feeds that a community follows, the latest added first. For those who edit it.',
    complexity: pageCost,
    args: { ...pageArguments, communityId: t.arg.string(communityIdOptions(WHOSE_FEEDS)) },
    resolve: async (_root, { communityId: wanted, ...page }, { db, viewer }) => {
      const { communityId } = requireEditor(viewer, wanted);
      await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
      const rows = await listFeeds(db, communityId, readPage(page, LIST));
      return connectionOf(page, LIST, rows, feedPlace);
    },
  }),
);
