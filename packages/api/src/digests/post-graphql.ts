/** The ledger of what Discord messages show. */
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { findPosts, type Post } from './find-posts.ts';
import { DeliveryRef } from './refs-graphql.ts';

const postsOf = batched<string, Post[]>((ids, { db }) => findPosts(db, ids));

const PostType = builder.objectRef<Post>('Post').implement({
  description:
    'Which Discord message shows which briefing, and in which revision: how a correction finds the places where the mistake was posted.',
  fields: (t) => ({
    messageId: t.expose('messageId', { type: 'Snowflake', description: 'The Discord message.' }),
    channelId: t.expose('channelId', {
      type: 'Snowflake',
      description: 'The Discord channel it stands in.',
    }),
    slug: t.expose('slug', { type: 'Slug', description: 'Slug of the briefing it shows.' }),
    revision: t.exposeInt('revision', {
      description: 'Number of the revision of the briefing it shows, from 1.',
    }),
    postedAt: t.expose('postedAt', { type: 'DateTime', description: 'When it was posted.' }),
  }),
});

builder.objectField(DeliveryRef, 'posts', (t) =>
  t.field({
    type: [PostType],
    description:
      'What its message shows, a briefing each, by slug; empty: it was not posted, or had nothing to show.',
    resolve: async ({ id }, _args, context) => (await postsOf(id, context)) ?? [],
  }),
);
