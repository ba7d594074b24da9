/** A question that nobody has answered yet, as those see it who could. */
import { findEntriesForEditors, type FaqEntry } from '../faq/find-entries.ts';
import { batched } from '../graphql/batch.ts';
import { builder } from '../graphql/builder.ts';
import type { Question } from './list-questions.ts';
import type { QuestionStatus } from './table.ts';

const entryOf = batched<string, FaqEntry>((ids, { db }) => findEntriesForEditors(db, ids));

export const QuestionStatusType = builder.enumType('QuestionStatus', {
  description: 'What has become of a question.',
  values: {
    MISSED: { description: 'It was asked and not found; nobody who asked has handed in the words.' },
    OPEN: { description: 'Somebody has handed in the words, and nobody has decided yet.' },
    ANSWERED: { description: 'An FAQ entry answers it, a draft or one that readers have.' },
    DISMISSED: { description: 'Nothing is to be answered.' },
  } satisfies Record<QuestionStatus, { description: string }>,
});

export const QuestionType = builder.objectRef<Question>('Question').implement({
  description:
    'What somebody asked and no FAQ entry answered. Who asked is not kept; it is forgotten when nobody has asked for 90 days.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Names it when it is answered or dismissed: 32 characters.' }),
    communityId: t.exposeString('communityId', {
      description: 'Where it was asked: a Discord guild, or "library" by those who are of none.',
    }),
    words: t.exposeString('words', {
      nullable: true,
      description:
        'As it was handed in first, plain text of 1–300 characters; null: it was not, or it is decided and the words are forgotten.',
    }),
    status: t.expose('status', { type: QuestionStatusType, description: 'What has become of it.' }),
    timesAsked: t.exposeInt('timesAsked', {
      description:
        'How often it was asked, from 1, apart from case, accents and punctuation; each person or token counts once a day.',
    }),
    firstAskedAt: t.expose('firstAskedAt', { type: 'DateTime', description: 'When it was asked first.' }),
    lastAskedAt: t.expose('lastAskedAt', { type: 'DateTime', description: 'When it was asked last.' }),
    faqEntry: t.field({
      type: 'EditorialFaqEntry',
      nullable: true,
      description: 'The FAQ entry that answers it; null: none does.',
      resolve: ({ entryId }, _args, context) => (entryId === null ? null : entryOf(entryId, context)),
    }),
    handledBy: t.exposeString('handledBy', {
      nullable: true,
      description: 'Who decided; null: nobody has.',
    }),
    handledAt: t.expose('handledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided; null: it is not.',
    }),
  }),
});
