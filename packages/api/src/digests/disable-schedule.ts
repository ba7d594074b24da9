import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import type { DigestSchedule } from './find-schedules.ts';
import { digestSchedules } from './table.ts';

/** Its settings stay for the moderator who repairs the cause and resumes it. One that runs no more anyway is left alone. */
export function disableSchedule(
  { orm }: Database,
  { id, communityId, state }: DigestSchedule,
  reason: string,
  act: Act,
): WriteStatement[] {
  if (state !== 'ACTIVE') return [];
  return [
    orm
      .update(digestSchedules)
      .set({ state: 'DISABLED', disabledReason: reason, nextRunAt: null })
      .where(
        and(
          eq(digestSchedules.id, id),
          eq(digestSchedules.state, 'ACTIVE'),
          isNull(digestSchedules.removedAt),
        ),
      ),
    recordAct(act, {
      communityId,
      action: 'digest_schedule.disable',
      subjectId: id,
      details: { reason },
      before: { state },
      after: { state: 'DISABLED' },
    }),
  ];
}
