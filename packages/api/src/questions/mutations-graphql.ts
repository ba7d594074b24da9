/** How questions are asked and decided. Each begins with the check of who may. */
import { communityOf } from '../access/viewer.ts';
import { requireEditor, requireKnownReader } from '../access/require-role.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from '../domain-errors.ts';
import { captureEntry, openEntry, type EntryAct, type EntryThen } from '../faq/as-then.ts';
import { DuplicateEntryError, EntryConflictError, ObsoleteEntryError } from '../faq/errors.ts';
import { findEntriesByIds, type FaqEntry } from '../faq/find-entries.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import { ErrorInterface } from '../graphql/errors.ts';
import { answerAsThen } from '../idempotency/answer-once.ts';
import { answerQuestion, type Answering } from './answer-question.ts';
import { captureQuestion, openQuestion, type QuestionThen } from './as-then.ts';
import { askQuestion } from './ask-question.ts';
import { dismissQuestion } from './dismiss-question.ts';
import { QuestionAnsweredError, TooManyQuestionsError } from './errors.ts';
import { AnswerQuestionInput, AskQuestionInput, DismissQuestionInput } from './inputs-graphql.ts';
import { QuestionStatusType, QuestionType } from './question-graphql.ts';

const visibleEntryOf = batched<string, FaqEntry>((ids, { db, viewer }) =>
  findEntriesByIds(db, communityOf(viewer), ids),
);

builder.objectType(TooManyQuestionsError, {
  name: 'TooManyQuestionsError',
  description: 'Somebody has asked 20 different questions within a day, or a community 200 new ones.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAt: t.expose('retryAt', { type: 'DateTime', description: 'When they may ask again.' }),
  }),
});

builder.objectType(QuestionAnsweredError, {
  name: 'QuestionAnsweredError',
  description: 'An FAQ entry has just that wording, apart from case, accents and punctuation.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    entry: t.field({
      type: 'FaqEntry',
      nullable: true,
      description: 'The entry that answers it; null: it was withdrawn at this moment.',
      resolve: ({ entryId }, _args, context) => visibleEntryOf(entryId, context),
    }),
  }),
});

const AskedQuestion = builder.objectRef<QuestionThen>('AskedQuestion').implement({
  description: 'A question that was counted.',
  fields: (t) => ({
    status: t.field({
      type: QuestionStatusType,
      nullable: true,
      description: 'What had become of it when it was asked; null: it is forgotten by now.',
      resolve: async (asked, _args, { db }) => (await openQuestion(db, asked))?.status ?? null,
    }),
  }),
});

const AskQuestionResult = builder.errorUnion('AskQuestionResult', {
  description: 'That the question was counted, or why it was not.',
  types: [
    AskedQuestion,
    NotAllowedError,
    NotFoundError,
    InvalidInputError,
    ConflictError,
    QuestionAnsweredError,
    TooManyQuestionsError,
  ],
  resolveType: () => 'AskedQuestion',
});

const DecidedQuestion = builder.objectRef<QuestionThen>('DecidedQuestion').implement({
  description: 'A question that is done with.',
  fields: (t) => ({
    question: t.field({
      type: QuestionType,
      nullable: true,
      description: 'The question as it was left; null: it is forgotten by now.',
      resolve: (decided, _args, { db }) => openQuestion(db, decided),
    }),
  }),
});

const DismissQuestionResult = builder.errorUnion('DismissQuestionResult', {
  description: 'The dismissed question, or why it was not dismissed.',
  types: [DecidedQuestion, NotAllowedError, NotFoundError, InvalidInputError, ConflictError],
  resolveType: () => 'DecidedQuestion',
});

interface Answered {
  asked: QuestionThen;
  entry: EntryThen;
}

const AnsweredQuestion = builder.objectRef<Answered>('AnsweredQuestion').implement({
  description: 'A question that an FAQ entry answers.',
  fields: (t) => ({
    question: t.field({
      type: QuestionType,
      nullable: true,
      description: 'The question as it was left; null: it is forgotten by now.',
      resolve: ({ asked }, _args, { db }) => openQuestion(db, asked),
    }),
    entry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description:
        'The entry as it was left, the same for every repeat but for what was redacted since; null never happens.',
      resolve: ({ entry }, _args, { db }) => openEntry(db, entry),
    }),
  }),
});

const AnswerQuestionResult = builder.errorUnion('AnswerQuestionResult', {
  description: 'The question with the entry that answers it, or why nothing was changed.',
  types: [
    AnsweredQuestion,
    NotAllowedError,
    NotFoundError,
    ObsoleteEntryError,
    InvalidInputError,
    ConflictError,
    EntryConflictError,
    DuplicateEntryError,
  ],
  resolveType: () => 'AnsweredQuestion',
});

/** Either an answer to be written, or the entry that is there. */
function readAnswer({
  faqEntry,
  addAlias,
  answer,
  language = null,
  publish,
  verify,
}: typeof AnswerQuestionInput.$inferInput): Answering['by'] {
  const written = typeof answer === 'string';
  if (written === (typeof faqEntry === 'string')) {
    const path = written ? ['faqEntry'] : ['answer'];
    throw new InvalidInputError('Give either "answer" or "faqEntry"', ['input', ...path]);
  }
  if (typeof answer === 'string') {
    if (addAlias) {
      throw new InvalidInputError(
        '"addAlias" goes with "faqEntry": give a new entry its aliases with addFaqAlias',
        ['input', 'addAlias'],
      );
    }
    return { answer, language, publish, verify };
  }
  return { slug: faqEntry ?? '', addAlias };
}

builder.mutationFields((t) => ({
  askQuestion: t.field({
    type: AskQuestionResult,
    description:
      'Counts what somebody asked and did not find, in the own server or else the library: 20 different ones a day. Only a hash of the words is kept, unless they are handed in. For members and holders of a token.',
    args: { input: t.arg({ type: AskQuestionInput, required: true, description: 'The question.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireKnownReader(context.viewer);
      const { question, handIn } = input;
      const mutation = { name: 'askQuestion', actor, input, remember: captureQuestion };
      return answerAsThen(context, mutation, (act) =>
        askQuestion(context.db, { communityId: communityId ?? LIBRARY_ID, question, handIn }, act),
      );
    },
  }),
  answerQuestion: t.field({
    type: AnswerQuestionResult,
    description:
      'Answers a question with a new FAQ entry, a draft or for readers at once, or names the entry that answers it. For those who edit its community.',
    args: { input: t.arg({ type: AnswerQuestionInput, required: true, description: 'Which, and by what.' }) },
    resolve: async (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const { questionId, question: wording = null } = input;
      const by = readAnswer(input);
      const mutation = { name: 'answerQuestion', actor, input: { ...input, communityId } };
      const remember = (entry: EntryAct) => ({ ...captureEntry(entry), ...captureQuestion({ questionId }) });
      const answered = await answerAsThen(context, { ...mutation, remember }, (act) =>
        answerQuestion(context.db, { communityId, questionId, wording, by }, act),
      );
      return { asked: { questionId, state: answered.state }, entry: answered };
    },
  }),
  dismissQuestion: t.field({
    type: DismissQuestionResult,
    description:
      'Says that nothing is to be answered; its words are forgotten. For those who edit its community.',
    args: { input: t.arg({ type: DismissQuestionInput, required: true, description: 'Which one.' }) },
    resolve: (_root, { input }, context) => {
      const { communityId, actor } = requireEditor(context.viewer, input.communityId);
      const { questionId } = input;
      const mutation = { name: 'dismissQuestion', actor, input: { ...input, communityId } };
      return answerAsThen(context, { ...mutation, remember: captureQuestion }, (act) =>
        dismissQuestion(context.db, { communityId, questionId }, act),
      );
    },
  }),
}));
