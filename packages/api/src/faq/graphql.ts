import { z } from 'zod';
import { communityOf } from '../access/viewer.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { ErrorInterface } from '../graphql/errors.ts';
import { pageCost } from '../graphql/limits.ts';
import { ObsoleteEntryError } from './errors.ts';
import { findEntriesByIds, findEntry, type FaqEntry } from './find-entries.ts';
import { entryKey, listEntries, listEntriesOfBriefings, type EntryKey } from './list-entries.ts';

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

const LIST = { list: 'faqEntries', key: z.tuple([z.number().int(), z.string().max(100)]) };

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
    description: 'The published FAQ entries the viewer sees, newest first.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      topic: t.arg({
        type: 'Slug',
        description: 'Slug of a topic: only those about it; null: all. An unknown one is a NOT_FOUND error.',
      }),
      language: t.arg({
        type: 'LanguageTag',
        description: 'BCP 47, as the entries state it: only those in it; null: all.',
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
    },
    resolve: async (_root, { first, after, ...filter }, { db, viewer, clock }) => {
      const { topic, language, updatedSince, pinnedOnly, staleOnly } = filter;
      const page = { first, after };
      const list = listOf(LIST, filter);
      const rows = await listEntries(
        db,
        communityOf(viewer),
        {
          topic: topic ?? null,
          language: language ?? null,
          updatedSince: updatedSince ?? null,
          pinnedOnly,
          staleOnly,
        },
        { ...readPage(page, list), now: clock.now() },
      );
      return connectionOf(page, list, rows, entryKey);
    },
  }),
);

builder.objectField('Briefing', 'faq', (t) =>
  t.field({
    type: FaqEntryConnection,
    description: 'The published FAQ entries bound to it, newest first.',
    complexity: pageCost,
    args: pageArguments,
    resolve: async ({ id }, page, context) => {
      const { limit, after } = readPage(page, BOUND);
      const rows = await boundEntries(JSON.stringify([id, limit, after]), context);
      return connectionOf(page, BOUND, rows ?? [], entryKey);
    },
  }),
);

const BOUND = { ...LIST, list: 'Briefing.faq' };

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
