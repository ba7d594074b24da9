/** A reader's question, on its way to those who can answer it. */
import { AskQuestionDocument, type QuestionStatus } from '../../api/generated/graphql.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import { faqAnswer } from '../../messages/faq-messages.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import { timestamp } from '../../messages/markdown.ts';
import type { MessageBody } from '../../messages/message.ts';
import { noticeMessage } from '../../messages/problem-message.ts';
import { QUESTION_FIELD } from '../../messages/question-forms.ts';
import type { CommandContext, Submission } from '../command.ts';

export async function handInQuestion(
  submission: Submission<'ask'>,
  { request }: CommandContext,
): Promise<MessageBody> {
  const { askQuestion: result } = await request(AskQuestionDocument, {
    input: {
      question: submission.text(QUESTION_FIELD) ?? '',
      handIn: true,
      idempotencyKey: uuidOf(submission.interactionId),
    },
  });
  if (result.__typename === 'AskedQuestion') return noticeMessage(SAID[result.status ?? 'OPEN']);
  if (result.__typename === 'QuestionAnsweredError' && result.entry !== null) return faqAnswer(result.entry);
  const advice =
    result.__typename === 'TooManyQuestionsError'
      ? [`You can ask again ${timestamp(result.retryAt, 'R')}.`]
      : [];
  return inputProblem(result, { question: 'Your question' }, advice);
}

const THANKS = [
  '**Thank you: the moderators have your question.**',
  'Who asked is not kept. Once there is an answer, /faq finds it.',
];

const SAID: Readonly<Record<QuestionStatus, readonly string[]>> = {
  MISSED: THANKS,
  OPEN: THANKS,
  ANSWERED: ['**The moderators have an answer in the works.**', '/faq finds it when it is there.'],
  DISMISSED: [
    '**The moderators have looked at this question and will not answer it here.**',
    'Ask in the channel: somebody may know.',
  ],
};
