/** The list of briefings that readers see. */
import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage, type ListOf } from '../graphql/connections.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { checkPeriod } from '../graphql/check-period.ts';
import { pageCost } from '../graphql/limits.ts';
import { rangeOptions } from '../graphql/text-limits.ts';
import { readTopics, topicsArgument } from '../topics/topics-argument.ts';
import type { BriefingKey, BriefingOrder } from './briefing-order.ts';
import { briefingKey, listBriefings } from './list-briefings.ts';

const BriefingOrderType = builder.enumType('BriefingOrder', {
  description: 'The order of a list of briefings.',
  values: {
    NEWEST: { description: 'First publication, newest first.' },
    UPDATED: { description: 'Publication of the current revision, newest first.' },
    IMPORTANCE: { description: 'Most important first, then newest first; those not judged come last.' },
    TITLE: { description: 'By title, without regard to case and accents.' },
  } satisfies Record<BriefingOrder, { description: string }>,
});

const BriefingConnection = builder.connectionObject(
  { type: 'Briefing', name: 'BriefingConnection', description: 'A page of a list of briefings.' },
  { name: 'BriefingEdge', description: 'A briefing and its place in the list.' },
);

const id = z.string().max(100);
const time = z.number().int();
const listName = (orderBy: BriefingOrder) => `briefings.${orderBy}`;
const LISTS: Record<BriefingOrder, ListOf<BriefingKey>> = {
  UPDATED: { list: listName('UPDATED'), key: z.tuple([time, id]) },
  NEWEST: { list: listName('NEWEST'), key: z.tuple([time, id]) },
  IMPORTANCE: { list: listName('IMPORTANCE'), key: z.tuple([z.number().int(), time, id]) },
  TITLE: { list: listName('TITLE'), key: z.tuple([z.string().max(500), id]) },
};

interface FilterArguments {
  topic?: string | null | undefined;
  topics?: readonly string[] | null | undefined;
  language?: string | null | undefined;
  publishedSince?: Date | null | undefined;
  publishedBefore?: Date | null | undefined;
  updatedSince?: Date | null | undefined;
  minImportance?: number | null | undefined;
  orderBy: BriefingOrder;
}

function readFilter({ topic, topics, orderBy, ...filter }: FilterArguments) {
  const slugs = readTopics([...(topic === null || topic === undefined ? [] : [topic]), ...(topics ?? [])]);
  checkPeriod(filter);
  return {
    topics: slugs,
    topicPath: [topics?.length ? 'topics' : 'topic'],
    language: filter.language ?? null,
    publishedSince: filter.publishedSince ?? null,
    publishedBefore: filter.publishedBefore ?? null,
    updatedSince: filter.updatedSince ?? null,
    minImportance: filter.minImportance ?? null,
    orderBy,
  };
}

builder.queryFields((t) => ({
  briefings: t.field({
    type: BriefingConnection,
    extensions: FROM_CONTENT,
    description:
      'The published briefings the viewer sees. Those who edit them list drafts and what was taken back with `editorialBriefings`.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      topic: t.arg({
        type: 'Slug',
        deprecationReason: 'Use `topics`, which takes one or more.',
        description:
          'Slug of a topic: only those about it, beside those about `topics`; null: all. An unknown one is a NOT_FOUND error.',
      }),
      ...topicsArgument,
      publishedSince: t.arg({
        type: 'DateTime',
        description: 'Only those first published then or later; null: all.',
      }),
      publishedBefore: t.arg({
        type: 'DateTime',
        description:
          'Only those first published before then: with `publishedSince` a day or a month of the archive. Null: all.',
      }),
      updatedSince: t.arg({
        type: 'DateTime',
        description: 'Only those whose current revision was published then or later; null: all.',
      }),
      language: t.arg({
        type: 'LanguageTag',
        description: 'BCP 47, as the briefings state it: only those in it; null: all.',
      }),
      minImportance: t.arg.int(
        rangeOptions(1, 5, 'only those judged to be that important or more; null: all.'),
      ),
      orderBy: t.arg({
        type: BriefingOrderType,
        required: true,
        defaultValue: 'NEWEST',
        description: 'The order; a cursor belongs to the order and filters it came from.',
      }),
    },
    resolve: async (_root, { first, after, ...filter }, { db, viewer }) => {
      const { orderBy } = filter;
      const page = { first, after };
      const list = listOf(LISTS[orderBy], filter);
      const rows = await listBriefings(db, communityOf(viewer), readFilter(filter), readPage(page, list));
      return connectionOf(page, list, rows, (briefing) => briefingKey(orderBy, briefing));
    },
  }),
}));
