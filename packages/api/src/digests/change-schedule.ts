/** Pausing, resuming and removing. Each changes nothing when it already is so. */
import { nextRun } from '@communique/shared/local-time';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { commit } from '../idempotency/commit.ts';
import { findOwnSchedule, findPresentSchedule, type DigestSchedule } from './find-schedules.ts';
import type { DigestScheduleState } from './states.ts';
import { digestSchedules } from './table.ts';

export interface ChangedSchedule {
  scheduleId: string;
}

interface Change {
  action: string;
  from: DigestScheduleState[];
  set: Partial<DigestSchedule>;
}

/** A disabled schedule stays disabled: it runs as little as a paused one, and its reason is worth keeping. */
export async function pauseSchedule(
  db: Database,
  communityId: string,
  id: string,
  act: Act,
): Promise<ChangedSchedule> {
  const schedule = await findPresentSchedule(db, communityId, id);
  return change(db, schedule, act, {
    action: 'digest_schedule.pause',
    from: ['ACTIVE'],
    set: { state: 'PAUSED', nextRunAt: null },
  });
}

/** Runs missed in between are not made up for: the next one is the next local time from now. */
export async function resumeSchedule(
  db: Database,
  communityId: string,
  id: string,
  act: Act,
): Promise<ChangedSchedule> {
  const schedule = await findPresentSchedule(db, communityId, id);
  return change(db, schedule, act, {
    action: 'digest_schedule.resume',
    from: ['PAUSED', 'DISABLED'],
    set: { state: 'ACTIVE', disabledReason: null, nextRunAt: nextRun(schedule, act.now).at },
  });
}

/** The row stays, because its deliveries stay on record. */
export async function removeSchedule(
  db: Database,
  communityId: string,
  id: string,
  act: Act,
): Promise<ChangedSchedule> {
  const schedule = await findOwnSchedule(db, communityId, id);
  return change(db, schedule, act, {
    action: 'digest_schedule.remove',
    from: ['ACTIVE', 'PAUSED', 'DISABLED'],
    set: { removedAt: act.now, nextRunAt: null },
  });
}

async function change(
  db: Database,
  schedule: DigestSchedule,
  act: Act,
  { action, from, set }: Change,
): Promise<ChangedSchedule> {
  const { id, communityId } = schedule;
  const result = { scheduleId: id };
  const leave = () => commit(db, act, { statements: [], result });
  if (schedule.removedAt !== null || !from.includes(schedule.state)) return leave();
  try {
    return await commit(db, act, {
      statements: [
        db.orm
          .update(digestSchedules)
          .set(set)
          .where(
            and(
              eq(digestSchedules.id, id),
              inArray(digestSchedules.state, from),
              isNull(digestSchedules.removedAt),
            ),
          ),
        assertChanged('schedule still so'),
        recordAct(act, {
          communityId,
          action,
          subjectId: id,
          before: { state: schedule.state },
          ...(set.removedAt === undefined && { after: { state: set.state ?? schedule.state } }),
        }),
      ],
      result,
    });
  } catch (error) {
    // Somebody else changed it at the same moment: what they made of it is the answer.
    if (error instanceof WriteConflictError) return leave();
    throw error;
  }
}
