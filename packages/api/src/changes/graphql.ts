/** The change feed: how a client that was away finds out what it missed. */
import { encodeGlobalID } from '@pothos/plugin-relay';
import { communityOf } from '../access/viewer.ts';
import { findBriefingsByIds, type PublishedBriefing } from '../briefings/find-briefings.ts';
import { findEntriesByIds, type FaqEntry } from '../faq/find-entries.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { FROM_CONTENT } from '../graphql/content-marks.ts';
import { connectionOf, pageArguments, readPage, writeCursor } from '../graphql/connections.ts';
import { pageCost } from '../graphql/limits.ts';
import { CHANGE_CURSOR } from './cursor-graphql.ts';
import { ChangeKindType } from './kind-graphql.ts';
import { BEFORE_EVERYTHING, changeKey, findFeedEnd, listChanges, subjectOf } from './list-changes.ts';

const briefingOf = batched<string, PublishedBriefing>((ids, { db, viewer }) =>
  findBriefingsByIds(db, communityOf(viewer), ids),
);
const entryOf = batched<string, FaqEntry>((ids, { db, viewer }) =>
  findEntriesByIds(db, communityOf(viewer), ids),
);

builder.objectType('Change', {
  description:
    'One thing that is different for readers since. It holds no content: what it is about is read as it is by now.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKindType, description: 'What happened.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild whose content it is, or "library" for what everybody sees.',
    }),
    subjectId: t.id({
      nullable: true,
      description: 'The `id` of the briefing or FAQ entry; null: it is about what a server hides.',
      resolve: (change) => {
        const subject = subjectOf(change);
        return subject === null ? null : encodeGlobalID(subject.type, subject.id);
      },
    }),
    slug: t.field({
      type: 'Slug',
      nullable: true,
      description:
        'The slug of the briefing or FAQ entry at that time; null: it is about what a server hides.',
      resolve: (change) => subjectOf(change)?.slug ?? null,
    }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description: 'Number of the revision that could be read from then on; null where there is none.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was withdrawn or what was corrected; null: none was given.',
    }),
    briefing: t.field({
      type: 'Briefing',
      nullable: true,
      description: 'The briefing as it is now; null: it is about an FAQ entry, or can no longer be read.',
      resolve: (change, _args, context) =>
        subjectOf(change)?.type === 'Briefing' ? briefingOf(change.subjectId, context) : null,
    }),
    faqEntry: t.field({
      type: 'FaqEntry',
      nullable: true,
      description: 'The FAQ entry as it is now; null: it is about a briefing, or can no longer be read.',
      resolve: (change, _args, context) =>
        subjectOf(change)?.type === 'FaqEntry' ? entryOf(change.subjectId, context) : null,
    }),
  }),
});

const ChangeConnection = builder.connectionObject(
  { type: 'Change', name: 'ChangeConnection', description: 'A page of the change feed.' },
  { name: 'ChangeEdge', description: 'A change and its place in the feed.' },
);

builder.queryFields((t) => ({
  changeFeed: t.field({
    type: ChangeConnection,
    extensions: FROM_CONTENT,
    description:
      'What has changed for this viewer after a place in the feed, the oldest first. Cursors stay good for ever, so a client that was away misses nothing; here `pageInfo.endCursor` says where to go on from an empty page too.',
    complexity: pageCost,
    args: {
      ...pageArguments,
      kinds: t.arg({
        type: [ChangeKindType],
        description: 'Only changes of these kinds; null or empty: of every kind.',
      }),
    },
    resolve: async (_root, { kinds, ...page }, { db, viewer }) => {
      const { limit, after } = readPage(page, CHANGE_CURSOR);
      const place = after ?? BEFORE_EVERYTHING;
      const rows = await listChanges(db, communityOf(viewer), { kinds: kinds ?? [], after: place, limit });
      const feed = connectionOf(page, CHANGE_CURSOR, rows, changeKey);
      const endCursor = feed.pageInfo.endCursor ?? writeCursor(CHANGE_CURSOR, place);
      return { ...feed, pageInfo: { ...feed.pageInfo, endCursor } };
    },
  }),
  changeCursor: t.string({
    extensions: FROM_CONTENT,
    description:
      'Where the change feed ends now. A new client takes it first, reads what it wants to keep, and goes on from there.',
    resolve: async (_root, _args, { db, viewer }) =>
      writeCursor(CHANGE_CURSOR, await findFeedEnd(db, communityOf(viewer))),
  }),
}));
