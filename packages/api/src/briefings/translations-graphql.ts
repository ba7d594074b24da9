/** A briefing in other languages, and how far those are. */
import { communityOf } from '../access/viewer.ts';
import { textDirection } from '@communique/shared/text-direction';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { GraphQLContext } from '../graphql/context.ts';
import { chooseLanguage } from './choose-language.ts';
import {
  compareTranslation,
  type GapReason,
  type TranslationGap,
  type TranslationState,
} from './compare-translation.ts';
import { Direction } from './direction-graphql.ts';
import {
  findEditorialTranslations,
  findEditorialBriefings,
  findEditorialRevisions,
  type EditorialBriefing,
  type EditorialRevision,
} from './find-editorial.ts';
import { findReadableRevisions } from './find-readable-revisions.ts';
import { findTranslations, type Translation } from './find-translations.ts';
import { PieceKindType } from './piece-kind-graphql.ts';
import type { ReadableDocument } from './readable-document.ts';

const GapReasonType = builder.enumType('TranslationGapReason', {
  description: 'Why a piece of a translation is not what the original says.',
  values: {
    MISSING: { description: 'The translation does not have it.' },
    OUTDATED: { description: 'The original says something else since it was translated.' },
    UNTRANSLATED: { description: 'It stands there in the words of the original.' },
  } satisfies Record<GapReason, { description: string }>,
});

const TranslationGapType = builder.objectRef<TranslationGap>('TranslationGap').implement({
  description: 'A piece of the original that is not translated, or not as it is now.',
  fields: (t) => ({
    reason: t.expose('reason', { type: GapReasonType, description: 'What is wrong with it.' }),
    kind: t.field({ type: PieceKindType, description: 'What it is.', resolve: ({ piece }) => piece.kind }),
    pieceId: t.string({ description: 'Its id, the same in both.', resolve: ({ piece }) => piece.id }),
    sectionId: t.string({
      nullable: true,
      description: 'The section a block stands in; null for everything else.',
      resolve: ({ piece }) => piece.sectionId,
    }),
    original: t.string({ description: 'What the original says.', resolve: ({ piece }) => piece.text }),
  }),
});

const TranslationStateType = builder.objectRef<TranslationState>('TranslationState').implement({
  description: 'How far a translation has come, piece by piece. Sources are cited as they are.',
  fields: (t) => ({
    originalRevision: t.exposeInt('originalRevision', {
      description: "Number of the original's revision it is compared with.",
    }),
    translatedRevision: t.exposeInt('translatedRevision', {
      nullable: true,
      description: "Number of the original's revision it was made from; null: not stated.",
    }),
    pieces: t.exposeInt('pieces', { description: 'How many pieces of the original are to be translated.' }),
    translated: t.int({
      description: 'How many of them are, as they are now.',
      resolve: ({ pieces, gaps }) => pieces - gaps.length,
    }),
    isComplete: t.boolean({
      description: 'Whether all of them are.',
      resolve: ({ gaps }) => gaps.length === 0,
    }),
    gaps: t.expose('gaps', {
      type: [TranslationGapType],
      description: 'Those that are not, in the reading order of the original.',
    }),
  }),
});

const translationsOf = batched<string, Translation[]>((ids, { db, viewer }) =>
  findTranslations(db, communityOf(viewer), ids),
);
const revisionAt = batched(findReadableRevisions);

/** The original as it was when this was made of it. */
async function baseOf(
  originalId: string,
  { translatedRevision }: ReadableDocument,
  context: GraphQLContext,
): Promise<ReadableDocument | null> {
  if (typeof translatedRevision !== 'number') return null;
  return (await revisionAt(`${originalId}/${translatedRevision}`, context))?.document ?? null;
}

const TranslationType = builder.objectRef<Translation>('Translation').implement({
  description: 'A briefing in one of its languages.',
  fields: (t) => ({
    language: t.expose('language', { type: 'LanguageTag', description: 'BCP 47.' }),
    direction: t.field({
      type: Direction,
      description: 'Which way that is written.',
      resolve: ({ language }) => textDirection(language),
    }),
    isOriginal: t.exposeBoolean('isOriginal', { description: 'Whether the others translate this one.' }),
    briefing: t.expose('briefing', { type: 'Briefing', description: 'The briefing in this language.' }),
    state: t.field({
      type: TranslationStateType,
      nullable: true,
      description: 'What is missing in this language; null: it is the original, or that was withdrawn.',
      resolve: async ({ briefing: { document }, original }, _args, context) =>
        original === null
          ? null
          : compareTranslation({
              original,
              base: await baseOf(original.id, document, context),
              translation: document,
            }),
    }),
  }),
});

builder.objectFields('Briefing', (t) => ({
  translations: t.field({
    type: [TranslationType],
    description:
      'It in every language that readers have it in, itself included: the original first, then by language.',
    resolve: async ({ id }, _args, context) => (await translationsOf(id, context)) ?? [],
  }),
  translation: t.field({
    type: TranslationType,
    nullable: true,
    description: 'It in one language; null: nothing of it is published in that language.',
    args: {
      language: t.arg({
        type: 'LanguageTag',
        required: true,
        description: 'BCP 47: exactly that, else the same language of another region ("de" for "de-AT").',
      }),
    },
    resolve: async ({ id }, { language }, context) =>
      chooseLanguage((await translationsOf(id, context)) ?? [], language),
  }),
}));

const briefingOf = batched<string, EditorialBriefing>((ids, { db }) => findEditorialBriefings(db, ids));
const revisionOf = batched<string, EditorialRevision>((ids, { db }) => findEditorialRevisions(db, ids));
const editorialTranslationsOf = batched<string, EditorialBriefing[]>((ids, { db }) =>
  findEditorialTranslations(db, ids),
);

builder.objectFields('EditorialBriefing', (t) => ({
  translationOf: t.field({
    type: 'EditorialBriefing',
    nullable: true,
    description: 'What it translates; null: it is an original.',
    resolve: ({ translationOf }, _args, context) =>
      translationOf === null ? null : briefingOf(translationOf, context),
  }),
  translations: t.field({
    type: ['EditorialBriefing'],
    description: 'Its translations, drafts included, by language; empty for a translation.',
    resolve: async ({ id }, _args, context) => (await editorialTranslationsOf(id, context)) ?? [],
  }),
  translationState: t.field({
    type: TranslationStateType,
    nullable: true,
    description:
      'What its latest revision lacks of what readers have of the original, or of its draft where they have nothing; null: it is an original.',
    resolve: async ({ headRevisionId, translationOf }, _args, context) => {
      if (translationOf === null) return null;
      const parent = await briefingOf(translationOf, context);
      const [head, original] = await Promise.all([
        revisionOf(headRevisionId, context),
        revisionOf(parent?.publishedRevisionId ?? parent?.headRevisionId ?? '', context),
      ]);
      if (head === null || original === null) return null;
      const base = await baseOf(translationOf, head.document, context);
      return compareTranslation({ original, base, translation: head.document });
    },
  }),
}));
