import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import type { QuestionAct } from './as-then.ts';
import { closeQuestion, readUndecided, whyNotClosed } from './close-question.ts';

/** Nothing is to be answered. It is counted on, and does not come back. */
export async function dismissQuestion(
  db: Database,
  name: { communityId: string; questionId: string },
  act: Act,
): Promise<QuestionAct> {
  const question = await readUndecided(db, name);
  try {
    return await commit(db, act, {
      statements: closeQuestion(db.orm, question, { status: 'DISMISSED' }, act),
      result: { questionId: question.id },
    });
  } catch (error) {
    throw whyNotClosed(error);
  }
}
