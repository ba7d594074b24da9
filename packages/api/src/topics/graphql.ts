import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { findTopicById, listTopics } from './find-topics.ts';

builder.node('Topic', {
  description: 'A subject that briefings and FAQ entries are about.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: (id, { db, viewer }) => findTopicById(db, communityOf(viewer), id),
  fields: (t) => ({
    slug: t.expose('slug', { type: 'Slug', description: 'Its name in links, commands and filters.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    provenance: t.field({
      type: 'Provenance',
      nullable: true,
      description:
        'In the `topics` of a briefing: who put the briefing under it. Null elsewhere: a topic by itself is nobody’s.',
      resolve: ({ provenance }) => provenance ?? null,
    }),
  }),
});

const TopicConnection = builder.connectionObject(
  { type: 'Topic', name: 'TopicConnection', description: 'A page of a list of topics.' },
  { name: 'TopicEdge', description: 'A topic and its place in the list.' },
);

const LIST = { list: 'topics', key: z.string().max(100) };

builder.queryField('topics', (t) =>
  t.field({
    type: TopicConnection,
    extensions: FROM_CONTENT,
    description: 'The topics the viewer sees, by slug.',
    complexity: pageCost,
    args: pageArguments,
    resolve: async (_root, page, { db, viewer }) => {
      const rows = await listTopics(db, communityOf(viewer), readPage(page, LIST));
      return connectionOf(page, LIST, rows, ({ slug }) => slug);
    },
  }),
);
