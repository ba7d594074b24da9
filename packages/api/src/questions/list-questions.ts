/** What was asked in a community and no entry answered. */
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { forgottenBefore, questions, type QuestionStatus } from './table.ts';

export type Question = typeof questions.$inferSelect;

export const QUESTION_ORDERS = ['MOST_ASKED', 'LATEST'] as const;
export type QuestionOrder = (typeof QUESTION_ORDERS)[number];

/** A place in either order. */
export type QuestionKey = readonly [at: number, id: string];

const COLUMNS = { MOST_ASKED: questions.timesAsked, LATEST: questions.lastAskedAt } as const;

export async function listQuestions(
  { orm }: Database,
  {
    communityId,
    status,
    orderBy,
  }: { communityId: string; status: QuestionStatus | null; orderBy: QuestionOrder },
  { limit, after, now }: { limit: number; after: QuestionKey | null; now: Date },
): Promise<Question[]> {
  const column = COLUMNS[orderBy];
  // Along the order: "+" keeps SQLite from reading along the times instead, and sorting all of them.
  const lastAsked = orderBy === 'LATEST' ? questions.lastAskedAt : sql`+${questions.lastAskedAt}`;
  return orm
    .select()
    .from(questions)
    .where(
      and(
        eq(questions.communityId, communityId),
        status === null ? undefined : eq(questions.status, status),
        sql`${lastAsked} > ${forgottenBefore(now).getTime()}`,
        after === null ? undefined : sql`(${column}, ${questions.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(column), desc(questions.id))
    .limit(limit);
}

export function questionKey(orderBy: QuestionOrder, { id, timesAsked, lastAskedAt }: Question): QuestionKey {
  return [orderBy === 'LATEST' ? lastAskedAt.getTime() : timesAsked, id];
}
