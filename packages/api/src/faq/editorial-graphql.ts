/** FAQ entries as those who edit them see them. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { findEditorialBriefings, type EditorialBriefing } from '../briefings/find-editorial.ts';
import { InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { ErrorInterface } from '../graphql/errors.ts';
import { pageCost } from '../graphql/limits.ts';
import { editorialTopicsArgument, readTopics } from '../topics/topics-argument.ts';
import { DuplicateEntryError, EntryConflictError } from './errors.ts';
import { findEntriesForEditors, type FaqEntry } from './find-entries.ts';
import { editorialKey, listEditorialEntries, type EditorialEntryOrder } from './list-editorial-entries.ts';
import { readEntry } from './read-entry.ts';
import type { FaqStatus } from './table.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

const FaqStatusType = builder.enumType('FaqStatus', {
  description: 'Where an FAQ entry is in its life.',
  values: {
    DRAFT: { description: 'It is being written, or was restored: readers do not have it.' },
    PUBLISHED: { description: 'Readers have it.' },
    OBSOLETE: { description: 'It answers nobody any more.' },
  } satisfies Record<FaqStatus, { description: string }>,
});

const entryOf = batched<string, FaqEntry>((ids, { db }) => findEntriesForEditors(db, ids));
const briefingOf = batched<string, EditorialBriefing>((ids, { db }) => findEditorialBriefings(db, ids));

builder.objectType('EditorialFaqEntry', {
  description: 'An FAQ entry as those who edit it see it, published or not.',
  interfaces: ['FaqEntryContent'],
  fields: (t) => ({
    status: t.expose('status', { type: FaqStatusType, description: 'Where it is in its life.' }),
    briefing: t.field({
      type: 'EditorialBriefing',
      nullable: true,
      description: 'The briefing it is bound to, published or not; null: none.',
      resolve: ({ briefingId }, _args, context) =>
        briefingId === null ? null : briefingOf(briefingId, context),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was begun.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When readers first had it; null: they never did.',
    }),
    replacedBy: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The entry that answers instead of an obsolete one; null: none does.',
      resolve: ({ replacedById }, _args, context) =>
        replacedById === null ? null : entryOf(replacedById, context),
    }),
  }),
});

builder.objectType(DuplicateEntryError, {
  name: 'DuplicateFaqEntryError',
  description:
    'Another entry of the community has the question or an alias already, apart from case, accents and punctuation.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    wording: t.exposeString('wording', { description: 'The question or alias, as it was given.' }),
    entry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The entry that has it; null never happens.',
      resolve: ({ entryId }, _args, context) => entryOf(entryId, context),
    }),
  }),
});

builder.objectType(EntryConflictError, {
  name: 'FaqEntryConflictError',
  description: 'Somebody else has changed the entry since: merge with what it is now and try again.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', { description: 'The revision that was looked at.' }),
    current: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The entry as it is now; null never happens.',
      resolve: ({ entryId }, _args, context) => entryOf(entryId, context),
    }),
  }),
});

const EditorialFaqEntryConnection = builder.connectionObject(
  {
    type: 'EditorialFaqEntry',
    name: 'EditorialFaqEntryConnection',
    description: 'A page of a list of FAQ entries as editors see them.',
  },
  { name: 'EditorialFaqEntryEdge', description: 'An FAQ entry and its place in the list.' },
);
const LIST = { list: 'editorialFaqEntries', key: z.tuple([z.number().int(), z.string().max(100)]) };

const communityArgument = builder.args((t) => ({
  communityId: t.string(
    communityIdOptions(
      'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.',
    ),
  ),
}));

builder.queryField('editorialFaqEntry', (t) =>
  t.field({
    type: 'EditorialFaqEntry',
    description: 'An FAQ entry as editors see it, drafts included. For those who may edit it.',
    errors: {
      types: [NotAllowedError, NotFoundError, InvalidInputError],
      union: { name: 'EditorialFaqEntryResult', description: 'The entry, or why it is not shown.' },
    },
    args: {
      ...communityArgument,
      slug: t.arg({ type: 'Slug', required: true, description: 'The slug.' }),
    },
    resolve: (_root, { slug, communityId: wanted }, { db, viewer }) => {
      const editor = requireEditor(viewer, wanted);
      return readEntry(db, { communityId: editor.communityId, slug });
    },
  }),
);

const EditorialEntryOrderType = builder.enumType('EditorialFaqEntryOrder', {
  description: 'The order of a list of FAQ entries as editors see them.',
  values: {
    BEGUN: { description: 'Latest begun first.' },
    SAVED: { description: 'Latest saved first.' },
  } satisfies Record<EditorialEntryOrder, { description: string }>,
});

const filterArguments = builder.args((t) => ({
  status: t.field({ type: FaqStatusType, description: 'Only those in this state; null: all.' }),
  language: t.field({
    type: 'LanguageTag',
    description: 'BCP 47, as the entries state it: only those in it; null: all.',
  }),
  updatedSince: t.field({
    type: 'DateTime',
    description: 'Only those changed then or later; null: all.',
  }),
  staleOnly: t.boolean({
    required: true,
    defaultValue: false,
    description: 'True: only published ones whose answer may be out of date (`stale`).',
  }),
  orderBy: t.field({
    type: EditorialEntryOrderType,
    required: true,
    defaultValue: 'BEGUN',
    description: 'The order; a cursor belongs to the order and filters it came from.',
  }),
}));

builder.queryField('editorialFaqEntries', (t) =>
  t.field({
    type: EditorialFaqEntryConnection,
    description:
      'The FAQ entries of a community, drafts and obsolete ones included. For those who may edit them.',
    complexity: pageCost,
    args: { ...pageArguments, ...communityArgument, ...editorialTopicsArgument, ...filterArguments },
    resolve: async (_root, { first, after, communityId: wanted, ...given }, { db, viewer, clock }) => {
      const { communityId } = requireEditor(viewer, wanted);
      await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
      const { status = null, language = null, updatedSince = null, staleOnly, orderBy } = given;
      const filter = { status, topics: readTopics(given.topics), language, updatedSince, staleOnly, orderBy };
      const page = { first, after };
      const list = listOf(LIST, { ...filter, communityId });
      const rows = await listEditorialEntries(db, communityId, filter, {
        ...readPage(page, list),
        now: clock.now(),
      });
      return connectionOf(page, list, rows, (entry) => editorialKey(orderBy, entry));
    },
  }),
);
