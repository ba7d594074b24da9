/** What editors do with articles. Each begins with the check of who may. */
import { requireEditor } from '../access/require-role.ts';
import { openBriefing } from '../briefings/as-then.ts';
import { RevisionConflictError } from '../briefings/errors.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { builder } from '../graphql/builder.ts';
import { IMPORT_COST } from '../graphql/limits.ts';
import { keyField, type InputFields } from '../graphql/mutation-inputs.ts';
import { answerAsThen } from '../idempotency/answer-once.ts';
import type { ImportOutcome, SameName } from './article-draft.ts';
import {
  captureArticle,
  captureSavedArticle,
  openArticle,
  type ArticleThen,
  type SavedArticleThen,
} from './as-then.ts';
import { describeOutcome } from './describe-outcome.ts';
import { dismissArticle } from './dismiss-article.ts';
import { draftFromArticle } from './draft-from-article.ts';
import { importArticle } from './import-article.ts';
import type { ChangeSummary } from './summarise-changes.ts';
import { communityIdOptions, freeText } from '../graphql/text-limits.ts';

const ImportOutcomeType = builder.enumType('ImportOutcome', {
  description: 'What became of an article.',
  values: {
    DRAFTED: { description: 'It made a draft briefing.' },
    KNOWN: {
      description: 'It was imported before, and nothing was changed: its text or what it says is known.',
    },
    REVISED: {
      description:
        'It is a later version of an article that made a briefing, and is the new draft revision of that. What is published stays until that is.',
    },
    HELD: {
      description:
        'It is a later version of an article that made a briefing which editors have worked on since, or may be one by its file name. Nothing was touched: it waits in the inbox for `draftFromArticle` (with `expectedRevision`, or `asNew`), or for `dismissArticle`.',
    },
  } satisfies Record<ImportOutcome, { description: string }>,
});

const SameNameType = builder.enumType('SameName', {
  description:
    'What to do with a text without an address that comes in a file of the same name as one that made a briefing.',
  values: {
    ASK: {
      description:
        'Where it has the same title or says much of the same, it is HELD until an editor says what it is; else it makes a briefing of its own.',
    },
    UPDATE: { description: 'It is a later version.' },
    NEW: { description: 'It is another article.' },
  } satisfies Record<SameName, { description: string }>,
});

const ArticleChangesType = builder.objectRef<ChangeSummary>('ArticleChanges').implement({
  description:
    'How a later version of an article differs from the version before, in passages and other pieces.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'How many are new.' }),
    changed: t.exposeInt('changed', { description: 'How many say something else than before.' }),
    removed: t.exposeInt('removed', { description: 'How many are gone.' }),
    sections: t.exposeStringList('sections', {
      description:
        'Headings of the sections they stand in, "Introduction" for what stands before the first; empty in the answer to a request that was made before.',
    }),
  }),
});

const ImportedArticleType = builder.objectRef<SavedArticleThen>('ImportedArticle').implement({
  description: 'What became of an article.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: ImportOutcomeType, description: 'What became of it.' }),
    message: t.string({
      description:
        'The same in English, with what can be done now; a repeat leaves out in which sections it differs.',
      resolve: (saved) => describeOutcome(saved),
    }),
    article: t.field({
      type: 'Article',
      nullable: true,
      description: 'The article as it is kept then; null never happens.',
      resolve: (saved, _args, { db }) => openArticle(db, saved),
    }),
    briefing: t.field({
      type: 'EditorialBriefing',
      nullable: true,
      description: 'The briefing it made, made before, or is a later version of; null never happens.',
      resolve: (saved, _args, { db }) => openBriefing(db, saved),
    }),
    revision: t.exposeInt('revision', {
      nullable: true,
      description: 'Number of the revision it made; null: it is held, and made none.',
    }),
    changes: t.field({
      type: ArticleChangesType,
      nullable: true,
      description: 'How it differs from the version before; null: there is none, or it is the same.',
      resolve: ({ changes }) => changes,
    }),
    faqEntries: t.exposeInt('faqEntries', {
      description: 'How many of its questions were drafted as FAQ entries bound to the briefing.',
    }),
    notes: t.stringList({
      description:
        'For whoever imports it: what had to be guessed to read it, such as its encoding, and what of it was not used; empty: nothing, or in the answer to a request that was made before.',
      resolve: ({ notes }) => [...(notes ?? [])],
    }),
  }),
});

const DismissedArticleType = builder.objectRef<ArticleThen>('DismissedArticle').implement({
  description: 'An article that was put aside.',
  fields: (t) => ({
    article: t.field({
      type: 'Article',
      nullable: true,
      description: 'The article as it is then; null never happens.',
      resolve: (dismissed, _args, { db }) => openArticle(db, dismissed),
    }),
  }),
});

const ImportArticleResult = builder.errorUnion('ImportArticleResult', {
  description: 'What became of an article, or why nothing was changed.',
  types: [
    ImportedArticleType,
    NotAllowedError,
    NotFoundError,
    InvalidInputError,
    ConflictError,
    RevisionConflictError,
  ],
  resolveType: () => 'ImportedArticle',
});

const DismissArticleResult = builder.errorUnion('DismissArticleResult', {
  description: 'The article that was put aside, or why nothing was changed.',
  types: [DismissedArticleType, NotAllowedError, NotFoundError, InvalidInputError, ConflictError],
  resolveType: () => 'DismissedArticle',
});

function commonFields(t: InputFields) {
  return {
    communityId: t.string(
      communityIdOptions(
        'The Discord guild it is for, or "library"; null: the own server for moderators, else the library.',
      ),
    ),
    ...keyField(t),
  };
}

const ImportArticleInput = builder.inputType('ImportArticleInput', {
  description: 'An article, by its text or by its address: exactly one of the two.',
  fields: (t) => ({
    text: t.string(
      freeText({
        description:
          'The whole text: plain, Markdown or HTML; null: it is at `url`. With the rest of the request at most 100 000 characters: files of up to 5 MB go to POST /import.',
      }),
    ),
    url: t.field({
      type: 'URL',
      description:
        'Its http or https address, which the server reads: at most 5 redirects, 10 seconds, 5 MB, no address of a private network; null: `text` is the article.',
    }),
    name: t.string({
      description:
        'A file name for the text, 1–200 characters, whose ending says how it is written: .md, .html, .txt; null: the text shows it.',
    }),
    sameName: t.field({
      type: SameNameType,
      required: true,
      defaultValue: 'ASK',
      description:
        'What to do where a file of this `name` made a briefing before. Names such as "article.txt" or "index.html" say nothing and are not compared.',
    }),
    ...commonFields(t),
  }),
});

const DraftFromArticleInput = builder.inputType('DraftFromArticleInput', {
  description: 'An article of the inbox to make a draft of.',
  fields: (t) => ({
    articleId: t.id({ required: true, description: 'The `id` of the article.' }),
    expectedRevision: t.int({
      description:
        'For a later version of an article whose briefing was edited since: number of the head revision that was looked at. The article becomes the next revision; the edited one stays in the history. Null: what editors wrote is not gone over.',
    }),
    asNew: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'True: it is another article than the one of the same file name, and makes a briefing of its own. Only for an article without an address.',
    }),
    ...commonFields(t),
  }),
});

const DismissArticleInput = builder.inputType('DismissArticleInput', {
  description: 'An article of the inbox to put aside.',
  fields: (t) => ({
    articleId: t.id({ required: true, description: 'The `id` of the article.' }),
    reason: t.string({ description: 'Why, for the audit log: 1–500 characters; null: no reason.' }),
    ...commonFields(t),
  }),
});

builder.mutationFields((t) => ({
  importArticle: t.field({
    type: ImportArticleResult,
    description:
      'Makes a draft briefing of an article. The same article again changes nothing; a later version of one becomes a draft revision. For those who edit the community.',
    complexity: IMPORT_COST,
    args: { input: t.arg({ type: ImportArticleInput, required: true, description: 'The article.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const mutation = { name: 'importArticle', actor, input: { ...input, communityId } };
      const { text = null, url = null, name = null, sameName } = input;
      const wish = { ...mutation, remember: captureSavedArticle };
      return answerAsThen(context, wish, (act) =>
        importArticle(context.db, context, { communityId, text, url, name, sameName }, act),
      );
    },
  }),
  draftFromArticle: t.field({
    type: ImportArticleResult,
    description: 'Makes a draft of an article of the inbox. For those who edit its community.',
    complexity: IMPORT_COST,
    args: { input: t.arg({ type: DraftFromArticleInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const mutation = { name: 'draftFromArticle', actor, input: { ...input, communityId } };
      const { articleId, expectedRevision = null, asNew } = input;
      const wish = { ...mutation, remember: captureSavedArticle };
      return answerAsThen(context, wish, (act) =>
        draftFromArticle(
          context.db,
          context.importWork,
          { communityId, articleId, expectedRevision, asNew },
          act,
        ),
      );
    },
  }),
  dismissArticle: t.field({
    type: DismissArticleResult,
    description:
      'Puts an article of the inbox aside; it does not come in again. For those who edit its community.',
    args: { input: t.arg({ type: DismissArticleInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const mutation = { name: 'dismissArticle', actor, input: { ...input, communityId } };
      const { articleId, reason = null } = input;
      return answerAsThen(context, { ...mutation, remember: captureArticle }, (act) =>
        dismissArticle(context.db, { communityId, articleId, reason }, act),
      );
    },
  }),
}));
