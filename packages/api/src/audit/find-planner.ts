import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { Actor } from './actor.ts';
import { auditLog } from './table.ts';

/** Whoever did this to it last: what was planned is theirs, whichever program carries it out. Null: nobody is on record. */
export async function findPlanner(
  { orm }: Database,
  subjectId: string,
  action: string,
): Promise<Actor | null> {
  const [act] = await orm
    .select({ kind: auditLog.actorKind, userId: auditLog.actorId, tokenId: auditLog.tokenId })
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, subjectId), eq(auditLog.action, action)))
    .orderBy(desc(auditLog.id))
    .limit(1);
  if (act === undefined) return null;
  const { tokenId, ...actor } = act;
  return { ...actor, ...(tokenId !== null && { tokenId }) };
}
