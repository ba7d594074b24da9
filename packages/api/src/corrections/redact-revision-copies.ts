/** What was written down about a revision that goes as a whole: why it was made, and the article it was made from. */
import { and, eq, isNotNull, or } from 'drizzle-orm';
import { articles } from '../articles/table.ts';
import { auditLog } from '../audit/table.ts';
import type { BriefingRow } from '../briefings/read-head.ts';
import { changes } from '../changes/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { BLACK } from './black-out.ts';

export async function redactRevisionCopies(
  db: Database,
  { id, articleId }: Pick<BriefingRow, 'id' | 'articleId'>,
  number: number,
): Promise<WriteStatement[]> {
  const { orm } = db;
  const made = and(eq(articles.briefingId, id), eq(articles.revisionNumber, number));
  const first = number === 1 && articleId !== null ? eq(articles.id, articleId) : undefined;
  return [
    orm
      .update(articles)
      .set({ title: BLACK, text: BLACK, byline: null, facts: null })
      .where(first === undefined ? made : or(made, first)),
    orm
      .update(changes)
      .set({ reason: BLACK })
      .where(and(eq(changes.subjectId, id), eq(changes.revision, number), isNotNull(changes.reason))),
    ...(await redactActs(db, id, number)),
  ];
}

/** Why it was made, as the log of acts says it. */
async function redactActs({ orm }: Database, id: string, number: number): Promise<WriteStatement[]> {
  const acts = await orm.select().from(auditLog).where(eq(auditLog.subjectId, id));
  return acts.flatMap(({ id: actId, details, after }) => {
    const isOfIt = after?.['revision'] === number || details['revision'] === number;
    if (!isOfIt || !('reason' in details)) return [];
    return [
      orm
        .update(auditLog)
        .set({ details: { ...details, reason: BLACK } })
        .where(eq(auditLog.id, actId)),
    ];
  });
}
