/** An FAQ entry as everybody sees it. */
import { communityOf } from '../access/viewer.ts';
import { findBriefingsByIds, type PublishedBriefing } from '../briefings/find-briefings.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { topicId } from '../topics/table.ts';
import { findEntriesByIds } from './find-entries.ts';
import { staleReasons, type StaleReason } from './staleness.ts';

const briefingOf = batched<string, PublishedBriefing>((ids, { db, viewer }) =>
  findBriefingsByIds(db, communityOf(viewer), ids),
);

const StaleReasonType = builder.enumType('StaleReason', {
  description: 'Why the answer of an FAQ entry may be out of date. Verifying it ends each of them.',
  values: {
    REVIEW_OVERDUE: { description: 'The date of its next review has passed.' },
    SECTION_CHANGED: {
      description: 'The section it rests on says something else than when it was verified.',
    },
    BRIEFING_WITHDRAWN: {
      description: 'The briefing it is bound to was withdrawn, and nobody has verified it since.',
    },
  } satisfies Record<StaleReason, { description: string }>,
});

builder.interfaceType('FaqEntryContent', {
  description: 'What an FAQ entry says and how sure that is, published or not.',
  fields: (t) => ({
    slug: t.expose('slug', {
      type: 'Slug',
      description: 'Its name in links and commands, unique in its community.',
    }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild it belongs to, or "library" for what everybody sees.',
    }),
    question: t.exposeString('question', { description: 'The question, plain text.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other ways to ask it; may be empty.' }),
    answer: t.exposeString('answer', {
      description: 'The answer in Markdown (CommonMark with tables), to be sanitized by whoever shows it.',
    }),
    language: t.expose('language', { type: 'LanguageTag', description: 'Language of its texts: BCP 47.' }),
    topics: t.field({
      type: ['Topic'],
      description: 'What it is about; may be empty.',
      resolve: ({ communityId, topics }) =>
        topics.map((topic) => ({ ...topic, communityId, id: topicId(communityId, topic.slug) })),
    }),
    sectionId: t.exposeString('sectionId', {
      nullable: true,
      description: 'The section of that briefing the answer rests on; null: none in particular.',
    }),
    pinned: t.exposeBoolean('pinned', {
      description: 'Whether it is among those shown to everybody who asks for nothing in particular.',
    }),
    stale: t.boolean({
      description: 'True: the answer may be out of date, for one of `staleReasons`.',
      resolve: (entry, _args, { clock }) => staleReasons(entry, entry.asOf ?? clock.now()).length > 0,
    }),
    staleReasons: t.field({
      type: [StaleReasonType],
      description: 'Why the answer may be out of date; empty: it is not known to be.',
      resolve: (entry, _args, { clock }) => staleReasons(entry, entry.asOf ?? clock.now()),
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
    revision: t.exposeInt('revision', {
      description: 'Number of its changes so far, from 1: whoever changes it says which one they looked at.',
    }),
  }),
});

/** Who wrote it, and who stands for it. */
builder.interfaceFields('FaqEntryContent', (t) => ({
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
  reviewIntervalDays: t.exposeInt('reviewIntervalDays', {
    nullable: true,
    description: 'How many days after it was verified it is to be checked again, 1–3650; null: never.',
  }),
  provenance: t.field({
    type: 'Provenance',
    description:
      'Where it comes from: who wrote or imported it, who checked the answer last, and what it was imported from.',
    resolve: ({ createdBy, verifiedBy: reviewedBy, importedFrom, generatedBy }) => ({
      createdBy,
      reviewedBy,
      importedFrom,
      generatedBy,
    }),
  }),
}));

builder.node('FaqEntry', {
  description: 'A question that was asked more than once, with its verified answer.',
  interfaces: ['FaqEntryContent'],
  id: { resolve: ({ id }) => id },
  loadWithoutCache: async (id, { db, viewer }) =>
    (await findEntriesByIds(db, communityOf(viewer), [id])).get(id),
  fields: (t) => ({
    briefing: t.field({
      type: 'Briefing',
      nullable: true,
      description: 'The briefing it belongs to; null: none, or none that can be read now.',
      resolve: ({ briefingId }, _args, context) =>
        briefingId === null ? null : briefingOf(briefingId, context),
    }),
  }),
});
