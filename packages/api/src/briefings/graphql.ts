import { textDirection } from '@communique/shared/text-direction';
import { communityOf } from '../access/viewer.ts';
import { Reliability } from '../claims/enums-graphql.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { FROM_CONTENT, NEVER_CHANGED } from '../graphql/content-marks.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { chooseLanguage } from './choose-language.ts';
import { Direction } from './direction-graphql.ts';
import {
  findBriefing,
  findBriefingById,
  type EarlierRevision,
  type FoundBriefing,
} from './find-briefings.ts';
import { findTranslations } from './find-translations.ts';
import { IMPORTANCE } from './importance.ts';
import { judgeCredibility, type Credibility } from './judge-credibility.ts';
import { loadRevisions } from './load-revisions.ts';
import { readingTimeMinutes } from './reading-time.ts';
import type { ReadableDocument } from './readable-document.ts';
import type { BriefingAvailability as Availability } from './status.ts';
import { topicsOfDocument } from './topics-of-document.ts';

const Summary = builder.objectRef<ReadableDocument['summary']>('Summary').implement({
  description: 'A briefing in short, in three lengths.',
  fields: (t) => ({
    headline: t.exposeString('headline', {
      nullable: true,
      description: 'At most 100 characters; null: none was written.',
    }),
    short: t.exposeString('short', {
      nullable: true,
      description: 'At most 300 characters; null: none was written.',
    }),
    keyPoints: t.exposeStringList('keyPoints', {
      description: 'What matters most: at most 20, one line of at most 500 characters each; may be empty.',
    }),
    provenance: t.expose('provenance', { type: 'Provenance', description: 'Where it comes from.' }),
  }),
});

const CredibilityType = builder.objectRef<Credibility>('Credibility').implement({
  description:
    'How sure we are of a briefing as a whole. The method: the middle one of all its judged claims, and of all its judged sources; of two middle ones the worse. What cannot be judged (6, F) and what was not judged yet does not count.',
  fields: (t) => ({
    claims: t.exposeInt('claims', {
      nullable: true,
      description:
        'Credibility of its claims on the Admiralty scale: 1 confirmed … 5 improbable; null: none was judged.',
    }),
    sources: t.expose('sources', {
      type: Reliability,
      nullable: true,
      description: 'Reliability of its sources, A … E; null: none was judged.',
    }),
    judgedClaims: t.exposeInt('judgedClaims', { description: 'How many claims that is said of.' }),
    judgedSources: t.exposeInt('judgedSources', { description: 'How many sources that is said of.' }),
  }),
});

builder.interfaceType('BriefingContent', {
  description: 'What a revision of a briefing says. It never changes.',
  fields: (t) => ({
    slug: t.expose('slug', {
      type: 'Slug',
      description: 'Its name in links and commands, unique in its community.',
    }),
    communityId: t.exposeString('communityId', {
      description: 'The Discord guild it belongs to, or "library" for what everybody sees.',
    }),
    revision: t.exposeInt('revision', {
      description: 'Number of this revision, from 1; not every number was published.',
    }),
    title: t.string({ description: 'At most 200 characters.', resolve: ({ document }) => document.title }),
    language: t.field({
      type: 'LanguageTag',
      description: 'Language of its texts: BCP 47.',
      resolve: ({ document }) => document.language,
    }),
    direction: t.field({
      type: Direction,
      description: 'Which way that language is written.',
      resolve: ({ document }) => textDirection(document.language),
    }),
    importance: t.int({
      nullable: true,
      description: `${IMPORTANCE} Null: not judged.`,
      resolve: ({ document }) => document.importance,
    }),
    credibility: t.field({
      type: CredibilityType,
      description: 'How sure we are of what it says; has nothing to do with how important that is.',
      resolve: ({ document }) => judgeCredibility(document),
    }),
    contentWarnings: t.stringList({
      description: 'What a reader may want to know before reading; empty: nothing.',
      resolve: ({ document }) => document.contentWarnings,
    }),
    summary: t.field({
      type: Summary,
      description: 'It in short.',
      resolve: ({ document }) => document.summary,
    }),
    readingTimeMinutes: t.int({
      description: 'Whole minutes at 200 words a minute, at least 1.',
      resolve: ({ wordCount }) => readingTimeMinutes(wordCount),
    }),
    topics: t.field({
      type: ['Topic'],
      description: 'What it is about; may be empty.',
      resolve: ({ communityId, document }) => topicsOfDocument(communityId, document),
    }),
    provenance: t.expose('provenance', {
      type: 'Provenance',
      description: 'Where this revision comes from.',
    }),
  }),
});

builder.node('Briefing', {
  description:
    'The page on one matter, in the revision that readers get. Whatever a revision says never changes.',
  interfaces: ['BriefingContent'],
  extensions: NEVER_CHANGED,
  id: { resolve: ({ id }) => id },
  loadWithoutCache: (id, { db, viewer }) => findBriefingById(db, communityOf(viewer), id),
  fields: (t) => ({
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'When the briefing was first published.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When this revision was published.' }),
  }),
});

const BriefingAvailability = builder.enumType('BriefingAvailability', {
  description: 'Whether a briefing can be read.',
  values: {
    READY: { description: 'It is published.' },
    COMPOSING: { description: 'It is being written and was never published.' },
    WITHDRAWN: { description: 'It was published and taken back.' },
  } satisfies Record<Availability, { description: string }>,
});

type Found<Which extends Availability> = Extract<FoundBriefing, { availability: Which }>;

const BriefingReady = builder.objectRef<Found<'READY'>>('BriefingReady').implement({
  description: 'A briefing that can be read.',
  fields: (t) => ({
    status: t.expose('availability', { type: BriefingAvailability, description: 'Always READY.' }),
    briefing: t.expose('briefing', { type: 'Briefing', description: 'The briefing.' }),
  }),
});

const BriefingComposing = builder.objectRef<Found<'COMPOSING'>>('BriefingComposing').implement({
  description: 'A briefing that is being written. Nothing of its content is shown.',
  fields: (t) => ({
    status: t.expose('availability', { type: BriefingAvailability, description: 'Always COMPOSING.' }),
    slug: t.expose('slug', { type: 'Slug', description: 'The slug that was asked for.' }),
    message: t.string({
      description: 'An English sentence that says so.',
      resolve: ({ slug }) => `The briefing "${slug}" is being written and not published yet.`,
    }),
  }),
});

const BriefingWithdrawn = builder.objectRef<Found<'WITHDRAWN'>>('BriefingWithdrawn').implement({
  description: 'A briefing that was published and taken back. Nothing of its content is shown.',
  fields: (t) => ({
    status: t.expose('availability', { type: BriefingAvailability, description: 'Always WITHDRAWN.' }),
    slug: t.expose('slug', { type: 'Slug', description: 'The slug that was asked for.' }),
    reason: t.exposeString('reason', { description: 'Why, in the words of whoever took it back.' }),
    withdrawnAt: t.expose('withdrawnAt', { type: 'DateTime', description: 'When.' }),
    corrections: t.field({
      type: ['Correction'],
      description: 'The public record stays: what was wrong in it, latest first.',
      resolve: async ({ revisionId }, _args, { db }) => {
        if (revisionId === null) return [];
        const document = (await loadRevisions(db, [revisionId])).get(revisionId)?.document;
        return document?.corrections.toReversed() ?? [];
      },
    }),
  }),
});

const BRIEFING_RESULTS = {
  READY: BriefingReady,
  COMPOSING: BriefingComposing,
  WITHDRAWN: BriefingWithdrawn,
} as const;

const BriefingResult = builder.errorUnion('BriefingResult', {
  description: 'What is to be had under a slug.',
  types: [BriefingReady, BriefingComposing, BriefingWithdrawn, NotFoundError, InvalidInputError],
  resolveType: (result) => ('availability' in result ? BRIEFING_RESULTS[result.availability] : undefined),
});

async function inLanguage(
  { db, viewer }: GraphQLContext,
  found: FoundBriefing,
  wanted: string,
): Promise<FoundBriefing> {
  if (found.availability !== 'READY') return found;
  const { id } = found.briefing;
  const translations = (await findTranslations(db, communityOf(viewer), [id])).get(id) ?? [];
  const translation = chooseLanguage(translations, wanted);
  return translation === null ? found : { ...found, briefing: translation.briefing };
}

function earlierRevision({
  revision,
  at,
}: {
  revision?: number | null | undefined;
  at?: Date | null | undefined;
}): EarlierRevision | null {
  const byNumber = typeof revision === 'number' ? { number: revision } : null;
  const byInstant = at instanceof Date ? { at } : null;
  if (byNumber && byInstant) throw new InvalidInputError('Name either "revision" or "at"', ['at']);
  return byNumber ?? byInstant;
}

builder.queryFields((t) => ({
  briefing: t.field({
    type: BriefingResult,
    extensions: FROM_CONTENT,
    description:
      "The briefing of this slug, as the viewer's community sees it: its own wins over the library's.",
    args: {
      slug: t.arg({ type: 'Slug', required: true, description: 'The slug.' }),
      revision: t.arg.int({
        description:
          'An earlier revision that readers were given once, as a permalink has it; null: the one they get now.',
      }),
      at: t.arg({
        type: 'DateTime',
        description:
          'The revision that readers had at that instant, with the corrections made by then. Before it was first published: NOT_FOUND. Null: the one they get now.',
      }),
      language: t.arg({
        type: 'LanguageTag',
        description:
          'BCP 47: its translation into that language where there is one, else as the slug has it. Not together with `revision` or `at`, which are of one language. Null: as the slug has it.',
      }),
    },
    resolve: async (_root, { slug, language, ...choice }, context) => {
      const earlier = earlierRevision(choice);
      if (earlier !== null && typeof language === 'string') {
        throw new InvalidInputError('Name either "language" or an earlier revision', ['language']);
      }
      const found = await findBriefing(context.db, communityOf(context.viewer), slug, earlier);
      return typeof language === 'string' ? inLanguage(context, found, language) : found;
    },
  }),
}));
