import { AnswerQuestionDocument } from '../../api/generated/graphql.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import { escapeLine } from '../../messages/markdown.ts';
import type { MessageBody } from '../../messages/message.ts';
import { noticeMessage } from '../../messages/problem-message.ts';
import { ANSWER_FIELD, isForReaders, QUESTION_FIELD, READERS_FIELD } from '../../messages/question-forms.ts';
import type { CommandContext, Submission } from '../command.ts';

/** Names of the form's fields by the field of the API's input they fill. */
const FIELDS: Readonly<Record<string, string>> = { question: 'The question', answer: 'The answer' };

export async function answerQuestion(
  submission: Submission<'answer-question'>,
  { request }: CommandContext,
): Promise<MessageBody> {
  const isPublished = isForReaders(submission.choice(READERS_FIELD));
  const { answerQuestion: result } = await request(AnswerQuestionDocument, {
    input: {
      questionId: submission.id.questionId,
      question: submission.text(QUESTION_FIELD),
      answer: submission.text(ANSWER_FIELD),
      publish: isPublished,
      verify: isPublished,
      idempotencyKey: uuidOf(submission.interactionId),
    },
  });
  if (result.__typename !== 'AnsweredQuestion') return inputProblem(result, FIELDS);
  const question = escapeLine(result.entry?.question ?? '');
  return noticeMessage(
    isPublished
      ? [`**Answered: “${question}”**`, 'Members find it with /faq from now on.']
      : [`**A draft is saved: “${question}”**`, 'Members do not have it until it is published.'],
  );
}
