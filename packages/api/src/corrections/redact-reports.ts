/** What readers reported about a briefing or its FAQ entries, without a passage. */
import { eq, inArray, or } from 'drizzle-orm';
import type { Database, WriteStatement } from '../database/client.ts';
import { reports } from '../reports/table.ts';
import { blackOutAll, type BlackOut } from './black-out.ts';

export async function redactReports(
  { orm }: Database,
  { briefingIds, entryIds }: { briefingIds: readonly string[]; entryIds: readonly string[] },
  { blackOut, newIds }: { blackOut: BlackOut; newIds: ReadonlyMap<string, string> },
): Promise<{ ids: string[]; statements: WriteStatement[] }> {
  const rows = await orm
    .select()
    .from(reports)
    .where(or(inArray(reports.briefingId, [...briefingIds]), inArray(reports.entryId, [...entryIds])));
  const statements = rows.flatMap(({ id, claimId, text, note, handledBy }): WriteStatement[] => {
    const said = { text, note, handledBy };
    const black = { ...blackOutAll(said, blackOut), claimId: newIds.get(claimId ?? '') ?? claimId };
    if (JSON.stringify(black) === JSON.stringify({ ...said, claimId })) return [];
    return [orm.update(reports).set(black).where(eq(reports.id, id))];
  });
  return { ids: rows.map(({ id }) => id), statements };
}
