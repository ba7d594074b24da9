/** What readers have asked and nobody has decided, without a passage: a question belongs to no briefing, so all of them are looked at. */
import { eq, isNotNull } from 'drizzle-orm';
import type { Database, WriteStatement } from '../database/client.ts';
import { questions } from '../questions/table.ts';
import type { BlackOut } from './black-out.ts';

export async function redactQuestions({ orm }: Database, blackOut: BlackOut): Promise<WriteStatement[]> {
  const rows = await orm
    .select({ id: questions.id, words: questions.words })
    .from(questions)
    .where(isNotNull(questions.words));
  return rows.flatMap(({ id, words }) => {
    const black = blackOut(words ?? '');
    return black === words ? [] : [orm.update(questions).set({ words: black }).where(eq(questions.id, id))];
  });
}
