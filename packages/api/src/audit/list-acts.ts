import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { auditLog } from './table.ts';

export type RecordedAct = typeof auditLog.$inferSelect;

/** What was done to the content and settings of a community, latest first. */
export async function listActs(
  db: Database,
  communityId: string,
  subjectId: string | null,
  page: { limit: number; after: number | null },
): Promise<RecordedAct[]> {
  return db.orm
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.communityId, communityId),
        subjectId === null ? undefined : eq(auditLog.subjectId, subjectId),
        page.after === null ? undefined : lt(auditLog.id, page.after),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(page.limit);
}
