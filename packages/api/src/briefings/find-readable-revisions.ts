import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { ReadableRevision } from './document-cache.ts';
import { loadRevisions } from './load-revisions.ts';
import { revisions } from './table.ts';

/** Revisions that readers were given once, by "briefing id/number". What they were not given, or was redacted, is missing. */
export async function findReadableRevisions(
  keys: readonly string[],
  { db }: { db: Database },
): Promise<Map<string, ReadableRevision>> {
  const wanted = keys.map((key) => key.split('/'));
  const rows = await db.orm
    .select({ id: revisions.id, briefingId: revisions.briefingId, number: revisions.number })
    .from(revisions)
    .where(
      sql`(${revisions.briefingId}, ${revisions.number}) in (values ${sql.join(
        wanted.map(([briefingId, number]) => sql`(${briefingId}, ${Number(number)})`),
        sql`, `,
      )})`,
    );
  const loaded = await loadRevisions(
    db,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.flatMap(({ id, briefingId, number }) => {
      const revision = loaded.get(id);
      return revision === undefined ? [] : [[`${briefingId}/${number}`, revision] as const];
    }),
  );
}
