import { createHash } from 'node:crypto';
import { nextRun } from '@communique/shared/local-time';
import { and, eq } from 'drizzle-orm';
import { actorOf, type Moderator } from '../access/viewer.ts';
import { recordAct } from '../audit/record-act.ts';
import { findCommunity } from '../communities/find-community.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { findTopics } from '../topics/find-topics.ts';
import { checkScheduleInput, type ScheduleInput } from './check-schedule-input.ts';
import type { DigestSchedule } from './find-schedules.ts';
import { digestSchedules } from './table.ts';

/** Creates a schedule. The same input with the same idempotency key answers the schedule it created the first time. */
export async function scheduleDigest(
  db: Database,
  moderator: Moderator,
  input: ScheduleInput,
  now: Date,
): Promise<DigestSchedule> {
  const { communityId } = moderator;
  const wish = checkScheduleInput(input);
  const earlier = await findByKey(db, communityId, wish);
  if (earlier !== null) return earlier;
  if ((await findCommunity(db, communityId)) === null) {
    throw new NotFoundError(
      'Communiqué does not know this server yet. The bot registers it when it joins: remove and invite it again, or restart it',
    );
  }
  await findTopics(db, communityId, wish.topics, ['input', 'topics']);
  return insertSchedule(db, moderator, wish, now);
}

async function insertSchedule(
  db: Database,
  moderator: Moderator,
  wish: ScheduleInput,
  now: Date,
): Promise<DigestSchedule> {
  const { communityId, userId } = moderator;
  const { topics, weekdays, ...rest } = wish;
  const schedule: DigestSchedule = {
    ...rest,
    id: crypto.randomUUID(),
    communityId,
    weekdays: [...weekdays],
    topicSlugs: [...topics],
    state: 'ACTIVE',
    disabledReason: null,
    nextRunAt: nextRun(wish, now).at,
    createdBy: userId,
    createdAt: now,
    removedAt: null,
    inputHash: hashOf(wish),
  };
  try {
    await db.write([
      db.orm.insert(digestSchedules).values(schedule),
      recordAct(
        { now, actor: actorOf(moderator) },
        {
          communityId,
          action: 'digest_schedule.create',
          subjectId: schedule.id,
          details: { ...wish },
          after: { state: schedule.state, ...wish },
        },
      ),
    ]);
    return schedule;
  } catch (error) {
    // The same wish, sent twice at once: the other one was written.
    const winner = error instanceof WriteConflictError ? await findByKey(db, communityId, wish) : null;
    if (winner !== null) return winner;
    throw error;
  }
}

async function findByKey(
  db: Database,
  communityId: string,
  wish: ScheduleInput,
): Promise<DigestSchedule | null> {
  const [schedule] = await db.orm
    .select()
    .from(digestSchedules)
    .where(
      and(
        eq(digestSchedules.communityId, communityId),
        eq(digestSchedules.idempotencyKey, wish.idempotencyKey),
      ),
    );
  if (schedule === undefined) return null;
  if (schedule.inputHash !== hashOf(wish)) {
    throw new ConflictError(
      'This idempotency key was used for another schedule: make a new key for a new wish',
      ['input', 'idempotencyKey'],
    );
  }
  if (schedule.removedAt !== null) {
    throw new ConflictError(
      'The schedule that was created with this idempotency key has been removed since',
      ['input', 'idempotencyKey'],
    );
  }
  return schedule;
}

function hashOf({ channelId, localTime, timeZone, weekdays, topics, size }: ScheduleInput): string {
  const normal = JSON.stringify([channelId, localTime, timeZone, weekdays, topics, size]);
  return createHash('sha256').update(normal).digest('hex');
}
