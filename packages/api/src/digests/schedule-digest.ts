import { randomUUID } from 'node:crypto';
import { nextRun } from '@communique/shared/local-time';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import { findTopics } from '../topics/find-topics.ts';
import type { ChangedSchedule } from './change-schedule.ts';
import { checkScheduleInput, type ScheduleInput } from './check-schedule-input.ts';
import type { DigestSchedule } from './find-schedules.ts';
import { digestSchedules } from './table.ts';

/** Creates a schedule in a community. */
export async function scheduleDigest(
  db: Database,
  { communityId, ...input }: ScheduleInput & { communityId: string },
  act: Act,
): Promise<ChangedSchedule> {
  const wish = checkScheduleInput(input);
  await findTopics(db, communityId, wish.topics, ['input', 'topics']);
  const schedule = scheduleRow(communityId, wish, act);
  const { id } = schedule;
  return commit(db, act, {
    statements: [
      db.orm.insert(digestSchedules).values(schedule),
      recordAct(act, {
        communityId,
        action: 'digest_schedule.create',
        subjectId: id,
        after: { state: schedule.state, ...wish },
      }),
    ],
    result: { scheduleId: id },
  });
}

function scheduleRow(communityId: string, wish: ScheduleInput, { now, actor }: Act): DigestSchedule {
  const { topics, weekdays, ...rest } = wish;
  return {
    ...rest,
    id: randomUUID(),
    communityId,
    weekdays: [...weekdays],
    topicSlugs: [...topics],
    state: 'ACTIVE',
    disabledReason: null,
    nextRunAt: nextRun(wish, now).at,
    createdBy: actor.userId ?? signatureOf(actor),
    createdAt: now,
    removedAt: null,
  };
}
