import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage, type ListOf } from '../graphql/connections.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { ErrorInterface } from '../graphql/errors.ts';
import { checkPeriod } from '../graphql/check-period.ts';
import { pageCost } from '../graphql/limits.ts';
import { readTopics, topicsArgument } from '../topics/topics-argument.ts';
import { ObsoleteEntryError } from './errors.ts';
import { findEntriesByIds, findEntry, type FaqEntry } from './find-entries.ts';
import {
  entryKey,
  listEntries,
  listEntriesOfBriefings,
  type EntryFilter,
  type EntryKey,
  type EntryOrder,
} from './list-entries.ts';

const entryOf = batched<string, FaqEntry>((ids, { db, viewer }) =>
  findEntriesByIds(db, communityOf(viewer), ids),
);

builder.objectType(ObsoleteEntryError, {
  name: 'ObsoleteFaqEntryError',
  description: 'Readers had an entry under this slug once.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    replacedBy: t.field({
      type: 'FaqEntry',
      nullable: true,
      description: 'The entry that answers instead; null: none, or none that the viewer sees.',
      resolve: ({ replacedById }, _args, context) =>
        replacedById === null ? null : entryOf(replacedById, context),
    }),
  }),
});

const FaqEntryConnection = builder.connectionObject(
  { type: 'FaqEntry', name: 'FaqEntryConnection', description: 'A page of a list of FAQ entries.' },
  { name: 'FaqEntryEdge', description: 'An FAQ entry and its place in the list.' },
);

const EntryOrderType = builder.enumType('FaqEntryOrder', {
  description: 'The order of a list of FAQ entries.',
  values: {
    NEWEST: { description: 'First publication, newest first.' },
    UPDATED: { description: 'Last change, newest first.' },
    POPULAR: { description: 'Pinned first, then those that helped most, then newest first.' },
  } satisfies Record<EntryOrder, { description: string }>,
});

const id = z.string().max(100);
const whole = z.number().int();
const listName = (orderBy: EntryOrder) => `faqEntries.${orderBy}`;
const LISTS: Record<EntryOrder, ListOf<EntryKey>> = {
  NEWEST: { list: listName('NEWEST'), key: z.tuple([whole, id]) },
  UPDATED: { list: listName('UPDATED'), key: z.tuple([whole, id]) },
  POPULAR: { list: listName('POPULAR'), key: z.tuple([whole, whole, whole, id]) },
};

builder.queryField('faqEntry', (t) =>
  t.field({
    type: 'FaqEntry',
    extensions: FROM_CONTENT,
    description:
      "The published FAQ entry of this slug, as the viewer's community sees it: its own wins over the library's.",
    errors: {
      types: [NotFoundError, ObsoleteEntryError, InvalidInputError],
      union: { name: 'FaqEntryResult', description: 'What is to be had under a slug.' },
    },
    args: { slug: t.arg({ type: 'Slug', required: true, description: 'The slug.' }) },
    resolve: (_root, { slug }, { db, viewer }) => findEntry(db, communityOf(viewer), slug),
  }),
);

builder.queryField('faqEntries', (t) =>
  t.field({
    type: FaqEntryConnection,
    extensions: FROM_CONTENT,
    description: 'The published FAQ entries the viewer sees.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      ...topicsArgument,
      language: t.arg({
        type: 'LanguageTag',
        description: 'BCP 47, as the entries state it: only those in it; null: all.',
      }),
      publishedSince: t.arg({
        type: 'DateTime',
        description: 'Only those first published then or later; null: all.',
      }),
      publishedBefore: t.arg({
        type: 'DateTime',
        description: 'Only those first published before then; null: all.',
      }),
      updatedSince: t.arg({
        type: 'DateTime',
        description: 'Only those changed then or later; null: all.',
      }),
      pinnedOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'True: only pinned ones.',
      }),
      staleOnly: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'True: only those whose answer may be out of date (`stale`).',
      }),
      orderBy: t.arg({
        type: EntryOrderType,
        required: true,
        defaultValue: 'NEWEST',
        description: 'The order; a cursor belongs to the order and filters it came from.',
      }),
    },
    resolve: async (_root, { first, after, ...given }, { db, viewer, clock }) => {
      const page = { first, after };
      const filter = readFilter(given);
      const list = listOf(LISTS[filter.orderBy], filter);
      const rows = await listEntries(db, communityOf(viewer), filter, {
        ...readPage(page, list),
        now: clock.now(),
      });
      return connectionOf(page, list, rows, (entry) => entryKey(filter.orderBy, entry));
    },
  }),
);

type Given = { [Name in keyof EntryFilter]?: EntryFilter[Name] | null | undefined } & Pick<
  EntryFilter,
  'pinnedOnly' | 'staleOnly' | 'orderBy'
>;

function readFilter({ topics, pinnedOnly, staleOnly, orderBy, ...given }: Given): EntryFilter {
  const { language = null, publishedSince = null, publishedBefore = null, updatedSince = null } = given;
  checkPeriod({ publishedSince, publishedBefore });
  const within = { publishedSince, publishedBefore, updatedSince };
  return { topics: readTopics(topics), language, ...within, pinnedOnly, staleOnly, orderBy };
}

builder.objectField('Briefing', 'faq', (t) =>
  t.field({
    type: FaqEntryConnection,
    description: 'The published FAQ entries bound to it, newest first.',
    complexity: pageCost,
    args: pageArguments,
    resolve: async ({ id }, page, context) => {
      const { limit, after } = readPage(page, BOUND);
      const rows = await boundEntries(JSON.stringify([id, limit, after]), context);
      return connectionOf(page, BOUND, rows ?? [], (entry) => entryKey('NEWEST', entry));
    },
  }),
);

const BOUND = { ...LISTS.NEWEST, list: 'Briefing.faq' };

/** The entries of a page of briefings in one statement: by briefing and page, as JSON. */
const boundEntries = batched<string, FaqEntry[]>(async (keys, { db, viewer }) => {
  const asked = keys.map((key) => {
    // Written above.
    const [id, limit, after]: [string, number, EntryKey | null] = JSON.parse(key);
    return { key, id, limit, after };
  });
  const found = new Map<string, FaqEntry[]>();
  for (const same of Map.groupBy(asked, ({ limit, after }) => JSON.stringify([limit, after])).values()) {
    const [page] = same;
    if (page === undefined) continue;
    const ids = same.map(({ id }) => id);
    const entries = await listEntriesOfBriefings(db, communityOf(viewer), ids, page);
    for (const { key, id } of same) found.set(key, entries.get(id) ?? []);
  }
  return found;
});
