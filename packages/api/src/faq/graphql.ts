import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { findBriefingsByIds, type PublishedBriefing } from '../briefings/find-briefings.ts';
import { NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { connectionOf, pageArguments, readPage, type PageArguments } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { topicId } from '../topics/table.ts';
import {
  entryKey,
  findEntriesByIds,
  findEntry,
  isStale,
  listEntries,
  type EntryFilter,
} from './find-entries.ts';

const briefingOf = batched<string, PublishedBriefing>((ids, { db, viewer }) =>
  findBriefingsByIds(db, communityOf(viewer), ids),
);

builder.node('FaqEntry', {
  description: 'A question that was asked more than once, with its verified answer.',
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, { db, viewer }) =>
    (await findEntriesByIds(db, communityOf(viewer), [id])).get(id),
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in links and commands, unique in its community.' }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild it belongs to, or "library" for what everybody sees.',
    }),
    question: t.exposeString('question', { description: 'The question, plain text.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other ways to ask it; may be empty.' }),
    answer: t.exposeString('answer', {
      description: 'The answer in Markdown (CommonMark with tables), to be sanitized by whoever shows it.',
    }),
    language: t.exposeString('language', { description: 'Language of its texts: BCP 47.' }),
    topics: t.field({
      type: ['Topic'],
      description: 'What it is about; may be empty.',
      resolve: ({ communityId, topics }) =>
        topics.map((topic) => ({ ...topic, communityId, id: topicId(communityId, topic.slug) })),
    }),
    briefing: t.field({
      type: 'Briefing',
      nullable: true,
      description: 'The briefing it belongs to; null: none, or none that can be read now.',
      resolve: ({ briefingId }, _args, context) =>
        briefingId === null ? null : briefingOf(briefingId, context),
    }),
    sectionId: t.exposeString('sectionId', {
      nullable: true,
      description: 'The section of that briefing the answer rests on; null: none in particular.',
    }),
    pinned: t.exposeBoolean('pinned', {
      description: 'Whether it is among those shown to everybody who asks for nothing in particular.',
    }),
    stale: t.boolean({
      description:
        'True: the answer may be out of date, because its review is overdue or its section says something else than when it was verified.',
      resolve: (entry, _args, { clock }) => isStale(entry, clock.now()),
    }),
    verifiedBy: t.exposeString('verifiedBy', {
      nullable: true,
      description: 'Who checked the answer; null: nobody yet.',
    }),
    verifiedAt: t.expose('verifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was checked; null: not yet.',
    }),
    reviewDueAt: t.expose('reviewDueAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is to be checked again; null: no date is set.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
  }),
});

const FaqEntryConnection = builder.connectionObject(
  { type: 'FaqEntry', name: 'FaqEntryConnection', description: 'A page of a list of FAQ entries.' },
  { name: 'FaqEntryEdge', description: 'An FAQ entry and its place in the list.' },
);

const LIST = { list: 'faqEntries', key: z.tuple([z.number().int(), z.string().max(100)]) };

builder.queryFields((t) => ({
  faqEntry: t.field({
    type: 'FaqEntry',
    extensions: FROM_CONTENT,
    description:
      "The published FAQ entry of this slug, as the viewer's community sees it: its own wins over the library's.",
    errors: {
      types: [NotFoundError],
      union: { name: 'FaqEntryResult', description: 'What is to be had under a slug.' },
    },
    args: { slug: t.arg.string({ required: true, description: 'The slug.' }) },
    resolve: (_root, { slug }, { db, viewer }) => findEntry(db, communityOf(viewer), slug),
  }),
  faqEntries: t.field({
    type: FaqEntryConnection,
    extensions: FROM_CONTENT,
    description: 'The published FAQ entries the viewer sees, newest first.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      topic: t.arg.string({
        description: 'Slug of a topic: only those about it; null: all. An unknown one is a NOT_FOUND error.',
      }),
      pinnedOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'True: only pinned ones.',
      }),
    },
    resolve: (_root, { topic, pinnedOnly, ...page }, context) =>
      readEntries(page, { topic: topic ?? null, pinnedOnly }, context),
  }),
}));

builder.objectField('Briefing', 'faq', (t) =>
  t.field({
    type: FaqEntryConnection,
    description: 'The published FAQ entries bound to it, newest first.',
    complexity: pageCost,
    args: pageArguments,
    resolve: ({ id }, page, context) => readEntries(page, { briefingId: id }, context),
  }),
);

async function readEntries(page: PageArguments, filter: EntryFilter, { db, viewer }: GraphQLContext) {
  const rows = await listEntries(db, communityOf(viewer), filter, readPage(page, LIST));
  return connectionOf(page, LIST, rows, entryKey);
}
