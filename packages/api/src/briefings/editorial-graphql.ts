/** Briefings as those who write them see them. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, pageArguments, readPage } from '../graphql/connections.ts';
import { ErrorInterface } from '../graphql/errors.ts';
import { pageCost } from '../graphql/limits.ts';
import { RevisionConflictError, TranslationTakenError } from './errors.ts';
import {
  findEditorialBriefing,
  findEditorialBriefings,
  findEditorialRevisions,
  findRevisionsOf,
  type EditorialBriefing,
  type EditorialRevision,
} from './find-editorial.ts';
import type { BriefingStatus, HeadState } from './status.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

export const BriefingStatusType = builder.enumType('BriefingStatus', {
  description: 'Where a briefing is in its life.',
  values: {
    DRAFT: { description: 'It is being written; readers never had it.' },
    IN_REVIEW: {
      description: 'It waits for a review, or for its publication after one; readers never had it.',
    },
    SCHEDULED: { description: 'It is published at an instant to come; readers never had it.' },
    PUBLISHED: { description: 'Readers have a revision of it.' },
    RETRACTED: { description: 'It was wrong and was taken back.' },
    ARCHIVED: { description: 'It has had its day and was taken back.' },
  } satisfies Record<BriefingStatus, { description: string }>,
});

export const HeadStateType = builder.enumType('HeadState', {
  description: 'Where the latest revision is on its way to readers, also while an earlier one is published.',
  values: {
    DRAFT: { description: 'It is being worked on.' },
    IN_REVIEW: { description: 'It waits for a review.' },
    APPROVED: { description: 'It may be published.' },
    SCHEDULED: { description: 'It is published at `publishAt`.' },
    PUBLISHED: { description: 'Readers have it.' },
  } satisfies Record<HeadState, { description: string }>,
});

const briefingOf = batched<string, EditorialBriefing>((ids, { db }) => findEditorialBriefings(db, ids));
const revisionOf = batched<string, EditorialRevision>((ids, { db }) => findEditorialRevisions(db, ids));

builder.objectType('BriefingRevision', {
  description: 'A briefing as it was saved once. For those who may edit it.',
  interfaces: ['BriefingContent'],
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'Why it was saved.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was saved.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When readers first got it; null: they never did.',
    }),
    redactedAt: t.expose('redactedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When an operator took out all of it; null: nobody did.',
    }),
  }),
});

const RevisionConnection = builder.connectionObject(
  { type: 'BriefingRevision', name: 'BriefingRevisionConnection', description: 'A page of a history.' },
  { name: 'BriefingRevisionEdge', description: 'A revision and its place in the history.' },
);
const HISTORY = { list: 'revisions', key: z.number().int() };

builder.objectType('EditorialBriefing', {
  description: 'A briefing as those who write it see it.',
  fields: (t) => ({
    slug: t.expose('slug', {
      type: 'Slug',
      description: 'Its name in links and commands, unique in its community.',
    }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild it belongs to, or "library".',
    }),
    status: t.expose('status', { type: BriefingStatusType, description: 'Where it is in its life.' }),
    headState: t.expose('headState', {
      type: HeadStateType,
      description: 'Where its latest revision is on its way to readers.',
    }),
    head: t.field({
      type: 'BriefingRevision',
      nullable: true,
      description: 'Its latest revision; null never happens unless it was redacted this very moment.',
      resolve: ({ asThen, headRevisionId }, _args, context) =>
        asThen === undefined ? revisionOf(headRevisionId, context) : asThen.head,
    }),
    published: t.field({
      type: 'BriefingRevision',
      nullable: true,
      description: 'What readers get, or got until it was taken back; null: they never got anything.',
      resolve: ({ asThen, publishedRevisionId }, _args, context) => {
        if (asThen !== undefined) return asThen.published;
        return publishedRevisionId === null ? null : revisionOf(publishedRevisionId, context);
      },
    }),
    publishAt: t.expose('publishAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its latest revision is published; null: that is not planned.',
    }),
    unpublishAt: t.expose('unpublishAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it is archived; null: that is not planned.',
    }),
    withdrawnReason: t.exposeString('withdrawnReason', {
      nullable: true,
      description: 'Why it was taken back; null: it was not.',
    }),
    revisions: t.field({
      type: RevisionConnection,
      description: 'Its whole history, latest first.',
      complexity: pageCost,
      args: pageArguments,
      resolve: async (briefing, page, { db }) => {
        const rows = await findRevisionsOf(db, briefing, readPage(page, HISTORY));
        return connectionOf(page, HISTORY, rows, ({ revision }) => revision);
      },
    }),
  }),
});

builder.objectType(RevisionConflictError, {
  name: 'RevisionConflictError',
  description: 'Somebody else has saved a revision since: merge with the current one and try again.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    expectedRevision: t.exposeInt('expectedRevision', { description: 'The revision that was looked at.' }),
    current: t.field({
      type: 'BriefingRevision',
      nullable: true,
      description: 'The one there is now; null: it is another again.',
      resolve: ({ currentRevisionId }, _args, context) => revisionOf(currentRevisionId, context),
    }),
  }),
});

builder.objectType(TranslationTakenError, {
  name: 'TranslationTakenError',
  description:
    'The briefing is to be had in that language already: as the original, or as a translation of it.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    language: t.expose('language', { type: 'LanguageTag', description: 'The language, BCP 47.' }),
    translation: t.field({
      type: 'EditorialBriefing',
      nullable: true,
      description: 'The briefing that is in it; null never happens.',
      resolve: ({ briefingId }, _args, context) => briefingOf(briefingId, context),
    }),
  }),
});

builder.queryFields((t) => {
  const communityId = t.arg.string(
    communityIdOptions(
      'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.',
    ),
  );
  return {
    editorialBriefing: t.field({
      type: 'EditorialBriefing',
      description: 'A briefing as editors see it, drafts included. For those who may edit it.',
      errors: {
        types: [NotAllowedError, NotFoundError, InvalidInputError],
        union: { name: 'EditorialBriefingResult', description: 'The briefing, or why it is not shown.' },
      },
      args: { slug: t.arg({ type: 'Slug', required: true, description: 'The slug.' }), communityId },
      resolve: (_root, { slug, communityId: wanted }, { db, viewer }) => {
        const editor = requireEditor(viewer, wanted);
        return findEditorialBriefing(db, { communityId: editor.communityId, slug });
      },
    }),
  };
});
