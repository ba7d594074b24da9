/** What was written down about a revision that goes as a whole: why it was made, and the article it was made from. */
import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { articles } from '../articles/table.ts';
import { auditLog } from '../audit/table.ts';
import type { BriefingRow } from '../briefings/read-head.ts';
import { changes } from '../changes/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { faqEntries } from '../faq/table.ts';
import { BLACK } from './black-out.ts';

export async function redactRevisionCopies(
  db: Database,
  { id, articleId }: Pick<BriefingRow, 'id' | 'articleId'>,
  number: number,
): Promise<WriteStatement[]> {
  const { orm } = db;
  const made = and(eq(articles.briefingId, id), eq(articles.revisionNumber, number));
  const first = number === 1 && articleId !== null ? eq(articles.id, articleId) : undefined;
  const ofRevision = first === undefined ? made : or(made, first);
  const itsArticles = orm.select({ id: articles.id }).from(articles).where(ofRevision);
  return [
    // Entries stay, and what they were made of is gone.
    orm
      .update(faqEntries)
      .set({ originStart: null, originEnd: null })
      .where(inArray(faqEntries.articleId, itsArticles)),
    orm.update(articles).set({ title: BLACK, text: BLACK, byline: null, facts: null }).where(ofRevision),
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
