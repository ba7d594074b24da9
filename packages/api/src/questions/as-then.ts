/** A question as an act left it: what whoever repeats the act is shown. Its words are no part of it: they can be redacted. */
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import type { Question } from './list-questions.ts';
import { questions } from './table.ts';

export interface QuestionAct {
  questionId: string;
}

export type QuestionThen<Result extends QuestionAct = QuestionAct> = AsThen<
  Result,
  { question: RowState | null }
>;

const NAMES = ['status', 'timesAsked', 'lastAskedAt', 'entryId', 'handledAt'] as const;

export function captureQuestion({ questionId }: QuestionAct) {
  return { question: captureRow(questions, NAMES, sql`${questions.id} = ${questionId}`) };
}

/** Null: nobody has asked it for so long that it is forgotten. */
export async function openQuestion(
  { orm }: Database,
  { questionId, state }: QuestionThen,
): Promise<Question | null> {
  const [current] = await orm.select().from(questions).where(eq(questions.id, questionId));
  return current === undefined ? null : restoreRow(questions, current, state.question);
}
