import type { WriteStatement } from '../database/client.ts';
import { insertRow } from '../database/insert-row.ts';
import type { Act } from './actor.ts';
import { auditLog } from './table.ts';

export interface AuditEntry {
  communityId: string;
  /** "briefing.publish", "digest_schedule.create", … */
  action: string;
  subjectId: string;
  details?: Record<string, unknown>;
  /** What the act changed, as it was and as it is. Never texts of briefings: revisions keep those, and can be redacted. */
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/** The audit row of an act: part of the same write set as the act. */
export function recordAct({ now, actor }: Act, entry: AuditEntry): WriteStatement {
  return insertRow(auditLog, {
    at: now,
    communityId: entry.communityId,
    actorKind: actor.kind,
    actorId: actor.userId,
    tokenId: actor.tokenId ?? null,
    action: entry.action,
    subjectId: entry.subjectId,
    details: entry.details ?? {},
    before: entry.before ?? null,
    after: entry.after ?? null,
  });
}
