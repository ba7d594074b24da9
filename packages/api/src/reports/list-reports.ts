/** What readers have reported of a community's content, latest first. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { reports, type ReportStatus } from './table.ts';

export type Report = typeof reports.$inferSelect;

/** The place in "latest first". */
export type ReportKey = readonly [createdAt: number, id: string];

export async function listReports(
  db: Database,
  communityId: string,
  status: ReportStatus | null,
  { limit, after }: { limit: number; after: ReportKey | null },
): Promise<Report[]> {
  return db.orm
    .select()
    .from(reports)
    .where(
      and(
        eq(reports.communityId, communityId),
        status === null ? undefined : eq(reports.status, status),
        after === null ? undefined : sql`(${reports.createdAt}, ${reports.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(limit);
}

export async function findReports(db: Database, ids: readonly string[]): Promise<Map<string, Report>> {
  const rows = await db.orm
    .select()
    .from(reports)
    .where(inArray(reports.id, [...ids]));
  return new Map(rows.map((report) => [report.id, report]));
}

export function reportKey({ createdAt, id }: Report): ReportKey {
  return [createdAt.getTime(), id];
}
