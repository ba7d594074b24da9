/** What the mutations of questions take. */
import { builder } from '../graphql/builder.ts';
import { commonFields, keyField } from '../graphql/mutation-inputs.ts';
import { textOptions } from '../graphql/text-limits.ts';

const ID_LENGTH = 100;
const QUESTION = 'plain text of 1–300 characters with a letter or digit in it';

export const AskQuestionInput = builder.inputType('AskQuestionInput', {
  description: 'What somebody asked and did not find.',
  fields: (t) => ({
    question: t.string({ required: true, description: `The question, ${QUESTION}.` }),
    handIn: t.boolean({
      required: true,
      defaultValue: false,
      description:
        'True: those who edit the community may read the words, without who asked, until they have decided. False: it is counted, and only a hash of the words is kept.',
    }),
    ...keyField(t),
  }),
});

export const AnswerQuestionInput = builder.inputType('AnswerQuestionInput', {
  description: 'A question, and either the answer of a new FAQ entry or the entry that answers it.',
  fields: (t) => ({
    questionId: t.string({ required: true, ...textOptions(ID_LENGTH, 'The `id` of the question.') }),
    communityId: commonFields(t).communityId,
    question: t.string({
      description: `How readers are to find it, ${QUESTION}; null: as it was handed in, which a question that is MISSED was not.`,
    }),
    answer: t.string({
      description: 'The answer of a new entry in Markdown, 1–20 000 characters; null: `faqEntry` answers it.',
    }),
    language: t.field({
      type: 'LanguageTag',
      description: 'Language of the new entry: BCP 47; null: that of the community.',
    }),
    publish: t.boolean({
      required: true,
      defaultValue: false,
      description: 'True: readers have the new entry at once. False: it is a draft.',
    }),
    verify: t.boolean({
      required: true,
      defaultValue: false,
      description: 'True: whoever writes the new entry has checked the answer and signs it.',
    }),
    faqEntry: t.field({
      type: 'Slug',
      description:
        'Slug of the entry that answers it, of the same community or a published one of the library; null: `answer` does.',
    }),
    addAlias: t.boolean({
      required: true,
      defaultValue: false,
      description: 'True: the question becomes an alias of `faqEntry`, which must be of the same community.',
    }),
    ...keyField(t),
  }),
});

export const DismissQuestionInput = builder.inputType('DismissQuestionInput', {
  description: 'A question that is not to be answered.',
  fields: (t) => ({
    questionId: t.string({ required: true, ...textOptions(ID_LENGTH, 'The `id` of the question.') }),
    communityId: commonFields(t).communityId,
    ...keyField(t),
  }),
});
