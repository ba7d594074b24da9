/** The inbox: articles that came in, what was made of them, and where in their text it came from. */
import { z } from 'zod';
import { requireEditor } from '../access/require-role.ts';
import { requireNamed } from '../communities/require-named.ts';
import { findEditorialBriefings, type EditorialBriefing } from '../briefings/find-editorial.ts';
import { PIECE_KINDS } from '../briefings/piece-kind-graphql.ts';
import { InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { findFeeds, requireFeed, type Feed } from '../feeds/find-feeds.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { connectionOf, listOf, pageArguments, readPage } from '../graphql/connections.ts';
import { IMPORT_COST, pageCost } from '../graphql/limits.ts';
import { LEFT_OUT_REASONS, type LeftOutPassage } from '../import/left-out/left-out-reasons.ts';
import { findArticleLeftOut } from './find-article-left-out.ts';
import { findPieces, type ArticlePiece } from './list-article-pieces.ts';
import { articlePlace, findArticle, findTexts, listArticles } from './list-articles.ts';
import { MAX_PASSAGE_LENGTH, MAX_PASSAGES, type LeftOut } from './shorten-left-out.ts';
import type { ArticleState } from './table.ts';
import { communityIdOptions } from '../graphql/text-limits.ts';

const ArticleStateType = builder.enumType('ArticleState', {
  description: 'What was decided about an article.',
  values: {
    NEW: { description: 'Nothing yet: it waits in the inbox.' },
    DRAFTED: { description: 'It, or a later version of it, made a draft.' },
    DISMISSED: { description: 'It was put aside.' },
  } satisfies Record<ArticleState, { description: string }>,
});

const ArticlePieceKind = builder.enumType('ArticlePieceKind', {
  description: 'What a passage of an article became.',
  values: {
    ...PIECE_KINDS,
    FAQ_ENTRY: { description: 'An FAQ entry that was drafted with the briefing.' },
  } satisfies Record<ArticlePiece['kind'], { description: string }>,
});

const ArticlePieceType = builder.objectRef<ArticlePiece>('ArticlePiece').implement({
  description: 'A piece of a draft, and the passage of the article it was made of.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ArticlePieceKind, description: 'What the piece is.' }),
    pieceId: t.exposeString('id', {
      description:
        'Its id in the revision that the article made: of a section, a block, a claim, …; of an FAQ entry its slug.',
    }),
    start: t.exposeInt('start', {
      description: 'Where the passage begins, in UTF-16 units of the text, from 0.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends: the UTF-16 unit after its last one.' }),
  }),
});

const LeftOutReasonType = builder.enumType('LeftOutReason', {
  description: 'Why a passage of an article is not in its draft.',
  values: LEFT_OUT_REASONS,
});

const LeftOutPassageType = builder.objectRef<LeftOutPassage>('LeftOutPassage').implement({
  description: 'What an article says and its draft does not.',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: `A block or a sentence, cut after ${MAX_PASSAGE_LENGTH} characters.`,
    }),
    reason: t.expose('reason', { type: LeftOutReasonType, description: 'Why.' }),
  }),
});

const ArticleLeftOutType = builder.objectRef<LeftOut>('ArticleLeftOut').implement({
  description:
    'What an article says and its draft does not: menus, share buttons, related headlines, what could not be used.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'How many passages that are.' }),
    passages: t.exposeStringList('passages', {
      description: `The first ${MAX_PASSAGES} of them, blocks and sentences in the order of the text; each is cut after ${MAX_PASSAGE_LENGTH} characters.`,
    }),
    details: t.expose('details', {
      type: [LeftOutPassageType],
      description: 'The same passages, each with the reason.',
    }),
  }),
});

const briefingOf = batched<string, EditorialBriefing>((ids, { db }) => findEditorialBriefings(db, ids));
const feedOf = batched<string, Feed>((ids, { db }) => findFeeds(db, ids));
const piecesOf = batched<string, ArticlePiece[]>((ids, { db }) => findPieces(db, ids));
const textOf = batched<string, string>((keys, { db }) => findTexts(db, keys));

/** Of one answer: the rest is asked for by its start. */
const MAX_PASSAGE = 200_000;
const CHARACTERS_PER_COST = 500;

builder.objectType('Article', {
  description: 'A document as it came in, from a person or a feed. For those who edit its community.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it in mutations.' }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild it is for, or "library".',
    }),
    state: t.expose('state', { type: ArticleStateType, description: 'What was decided about it.' }),
    title: t.exposeString('title', {
      description: 'Its title, or a proposed one where its text has none.',
    }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where on the web it is; null: nothing says so.',
    }),
    fileName: t.exposeString('fileName', {
      nullable: true,
      description: 'The name of the file it came as; null: none.',
    }),
    publisher: t.exposeString('publisher', {
      nullable: true,
      description: 'Who published it; null: nothing says so.',
    }),
    byline: t.exposeString('byline', {
      nullable: true,
      description: 'Who wrote it; null: nothing says so.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'CalendarDate',
      nullable: true,
      description:
        'When it was published, as precise as it says: "2025-02-18", "2025-02" or "2025"; null: it does not say.',
    }),
    language: t.expose('language', {
      type: 'LanguageTag',
      nullable: true,
      description: 'Language of its text; null: not known.',
    }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When it came in.' }),
  }),
});

builder.objectFields('Article', (t) => ({
  feed: t.field({
    type: 'Feed',
    nullable: true,
    description: 'The feed that brought it; null: somebody imported it.',
    resolve: ({ feedId }, _args, context) => (feedId === null ? null : feedOf(feedId, context)),
  }),
  briefing: t.field({
    type: 'EditorialBriefing',
    nullable: true,
    description:
      'The briefing it made or, while it is NEW, the one that an earlier version of it made and that it would bring up to date; null: none.',
    resolve: ({ briefingId }, _args, context) =>
      briefingId === null ? null : briefingOf(briefingId, context),
  }),
  revision: t.exposeInt('revisionNumber', {
    nullable: true,
    description: 'Number of the revision of the briefing that it made; null: it made none.',
  }),
  text: t.string({
    description:
      'A passage of its original text. HTML is not sanitized: show it as text. Shorter than what was asked for: it ends there.',
    args: {
      start: t.arg.int({
        required: true,
        defaultValue: 0,
        description: 'Where the passage begins, in UTF-16 units, from 0.',
      }),
      length: t.arg.int({
        required: true,
        defaultValue: 20_000,
        description: `How long it is at most, in UTF-16 units: 1–${MAX_PASSAGE}.`,
      }),
    },
    complexity: ({ start, length }) => 1 + Math.ceil(Math.max(0, start + length) / CHARACTERS_PER_COST),
    resolve: async ({ id }, { start, length }, context) => {
      if (start < 0) throw new InvalidInputError('"start" must be 0 or more', ['start']);
      if (length < 1 || length > MAX_PASSAGE) {
        throw new InvalidInputError(`"length" must be from 1 to ${MAX_PASSAGE}`, ['length']);
      }
      return (await textOf(JSON.stringify({ start, length, id }), context)) ?? '';
    },
  }),
  leftOut: t.field({
    type: ArticleLeftOutType,
    nullable: true,
    description:
      'What a draft of it leaves out, also before one is made; null: no draft can be made of it. It is taken apart to answer that.',
    complexity: IMPORT_COST,
    resolve: ({ communityId, id: articleId }, _args, context) =>
      findArticleLeftOut(context, { communityId, articleId }, context.clock.now()),
  }),
  pieces: t.field({
    type: [ArticlePieceType],
    description:
      'What was made of it, in the order of the text, so that the original can be shown beside the draft; empty: it made no revision.',
    resolve: async ({ id, revisionNumber }, _args, context) =>
      revisionNumber === null ? [] : ((await piecesOf(id, context)) ?? []),
  }),
}));

const ArticleConnection = builder.connectionObject(
  { type: 'Article', name: 'ArticleConnection', description: 'A page of a list of articles.' },
  { name: 'ArticleEdge', description: 'An article and its place in the list.' },
);
const LIST = { list: 'articles', key: z.tuple([z.number().int(), z.string().max(100)]) };

builder.queryFields((t) => {
  const communityId = t.arg.string(
    communityIdOptions(
      'The Discord guild, or "library"; null: the own server for moderators, else the library. Others are refused.',
    ),
  );
  return {
    article: t.field({
      type: 'Article',
      description: 'An article, whatever was decided about it. For those who edit its community.',
      errors: {
        types: [NotAllowedError, NotFoundError, InvalidInputError],
        union: { name: 'ArticleResult', description: 'The article, or why it is not shown.' },
      },
      args: { id: t.arg.id({ required: true, description: 'Its `id`.' }), communityId },
      resolve: (_root, { id: articleId, communityId: wanted }, { db, viewer }) => {
        const editor = requireEditor(viewer, wanted);
        return findArticle(db, { communityId: editor.communityId, articleId });
      },
    }),
    articles: t.field({
      type: ArticleConnection,
      description: 'The articles of a community, the latest first. For those who edit it.',
      complexity: pageCost,
      args: {
        ...pageArguments,
        communityId,
        state: t.arg({ type: ArticleStateType, description: 'Only those; null: all. The inbox is NEW.' }),
        feedId: t.arg.id({
          description:
            'Only those that this feed brought, though it was removed; null: all. An unknown one is a NOT_FOUND error.',
        }),
        since: t.arg({ type: 'DateTime', description: 'Only those that came in then or later; null: all.' }),
      },
      resolve: async (_root, { first, after, communityId: wanted, ...wish }, { db, viewer }) => {
        const editor = requireEditor(viewer, wanted);
        await requireNamed(db, { isOperator: viewer.kind === 'operator', wanted });
        const { state = null, feedId = null, since = null } = wish;
        const { communityId: of } = editor;
        if (feedId !== null) await requireFeed(db, { communityId: of, id: feedId });
        const filter = { communityId: of, state, feedId, since };
        const list = listOf(LIST, filter);
        const rows = await listArticles(db, filter, readPage({ first, after }, list));
        return connectionOf({ first, after }, list, rows, articlePlace);
      },
    }),
  };
});
