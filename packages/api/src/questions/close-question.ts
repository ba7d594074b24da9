/** The statements with which a question is decided, for write sets that may hold more. */
import { and, eq, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import type { Question } from './list-questions.ts';
import { questions } from './table.ts';

const UNDECIDED = 'question is undecided';

export async function readUndecided(
  { orm }: Database,
  { communityId, questionId: id }: { communityId: string; questionId: string },
): Promise<Question> {
  const [question] = await orm
    .select()
    .from(questions)
    .where(and(eq(questions.id, id), eq(questions.communityId, communityId)));
  if (question === undefined) {
    throw new NotFoundError('There is no such question: "questions" lists them', ['questionId']);
  }
  if (question.status === 'ANSWERED' || question.status === 'DISMISSED') throw decidedAlready();
  return question;
}

/** Its words are not needed any longer. */
export function closeQuestion(
  orm: Orm,
  { id, communityId, status: before }: Question,
  outcome: { status: 'ANSWERED'; entryId: string } | { status: 'DISMISSED' },
  act: Act,
): WriteStatement[] {
  return [
    assertThat(
      UNDECIDED,
      sql`exists (select 1 from ${questions} where ${questions.id} = ${id} and ${questions.status} in ('MISSED', 'OPEN'))`,
    ),
    orm
      .update(questions)
      .set({ ...outcome, words: null, handledBy: signatureOf(act.actor), handledAt: act.now })
      .where(eq(questions.id, id)),
    recordAct(act, {
      communityId,
      action: outcome.status === 'ANSWERED' ? 'question.answer' : 'question.dismiss',
      subjectId: id,
      before: { status: before },
      after: outcome,
    }),
  ];
}

/** What a person can act on, of a write set with `closeQuestion` that failed: the verbs of entries wrap the failure. */
export function whyNotClosed(error: unknown): unknown {
  const failure = error instanceof ConflictError ? error.cause : error;
  const lost = failure instanceof WriteConflictError && failure.isGuard(UNDECIDED);
  return lost ? decidedAlready(failure) : error;
}

function decidedAlready(cause?: Error): ConflictError {
  return new ConflictError('Somebody else has decided this question: look at it again', ['questionId'], {
    cause,
  });
}
