import type { Orm, WriteStatement } from '../database/client.ts';
import type { Act } from './actor.ts';
import { auditLog } from './table.ts';

/** The audit row of an act: part of the same write set as the act. */
export function recordAct(
  orm: Orm,
  { now, actor }: Act,
  entry: { communityId: string; action: string; subjectId: string; details?: Record<string, unknown> },
): WriteStatement {
  return orm.insert(auditLog).values({
    at: now,
    communityId: entry.communityId,
    actorKind: actor.kind,
    actorId: actor.userId,
    action: entry.action,
    subjectId: entry.subjectId,
    details: entry.details ?? {},
  });
}
