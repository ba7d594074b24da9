import { DismissQuestionDocument } from '../../api/generated/graphql.ts';
import { uuidOf } from '../../api/idempotency-key.ts';
import { inputProblem } from '../../messages/input-problem.ts';
import type { MessageBody } from '../../messages/message.ts';
import type { CommandContext, Press } from '../command.ts';
import { listQuestions } from './list-questions.ts';

export async function dismissQuestion(
  { id: { questionId } }: Press<'dismiss-question'>,
  context: CommandContext,
): Promise<MessageBody> {
  // A dismissed question does not come back: pressing twice is one wish.
  const input = { questionId, idempotencyKey: uuidOf(`dismiss ${questionId}`) };
  const { dismissQuestion: result } = await context.request(DismissQuestionDocument, { input });
  if (result.__typename !== 'DecidedQuestion') return inputProblem(result);
  return listQuestions(0, context, '**Dismissed.** Its words are forgotten.');
}
