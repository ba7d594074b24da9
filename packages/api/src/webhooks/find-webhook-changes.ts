/** The part of the change feed that a webhook is told of. */
import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import { findFeedEnd, listChanges, type Change } from '../changes/list-changes.ts';
import { changes, type ChangeKind } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import { EVERY_COMMUNITY } from './table.ts';

/** Id of the last change so far; 0: there was none. */
export async function findLastChange(db: Database, communityId: string): Promise<number> {
  if (communityId !== EVERY_COMMUNITY) return (await findFeedEnd(db, communityId))[0];
  const [last] = await db.orm.select({ id: sql<number | null>`max(${changes.id})` }).from(changes);
  return last?.id ?? 0;
}

/** Up to `limit` changes after one, the oldest first. */
export async function findChangesFor(
  db: Database,
  { communityId, kinds }: { communityId: string; kinds: readonly ChangeKind[] },
  { after, limit }: { after: number; limit: number },
): Promise<Change[]> {
  if (communityId !== EVERY_COMMUNITY) return listChanges(db, communityId, { kinds, after: [after], limit });
  return db.orm
    .select()
    .from(changes)
    .where(and(gt(changes.id, after), kinds.length === 0 ? undefined : inArray(changes.kind, [...kinds])))
    .orderBy(asc(changes.id))
    .limit(limit);
}
