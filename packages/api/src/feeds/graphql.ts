/** Feeds that are followed, for those who edit a community. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { feedPlace, listFeeds } from './find-feeds.ts';
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
