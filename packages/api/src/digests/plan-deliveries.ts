import type { Logger } from '@communique/shared/logger';
import { nextRun } from '@communique/shared/local-time';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { composeEdition } from './compose-edition.ts';
import type { DigestSchedule } from './find-schedules.ts';
import { deliveries, digestSchedules, editions } from './table.ts';

// A claim must stay short; what is still due after it is planned by the next one, seconds later.
const MAX_PLANNED = 100;
const DAY = 86_400_000;

/**
 * Turns every run that is due into a delivery with its frozen edition. However many runs of a schedule were missed, they become one
 * delivery: that of the latest.
 */
export async function planDeliveries(db: Database, now: Date, logger: Logger): Promise<void> {
  const due = await db.orm
    .select()
    .from(digestSchedules)
    .where(and(eq(digestSchedules.state, 'ACTIVE'), lte(digestSchedules.nextRunAt, now)))
    .orderBy(asc(digestSchedules.nextRunAt), asc(digestSchedules.id))
    .limit(MAX_PLANNED);
  for (const schedule of due) {
    try {
      await planDelivery(db, schedule, now);
    } catch (error) {
      // One schedule that cannot be planned must not keep the others from being posted.
      logger.error({ error, scheduleId: schedule.id }, 'a digest could not be planned');
    }
  }
}

async function planDelivery(db: Database, schedule: DigestSchedule, now: Date): Promise<void> {
  if (schedule.nextRunAt === null) return;
  const edition = await composeEdition(db, schedule, now);
  const editionId = crypto.randomUUID();
  const isEmpty = edition.items.length === 0;
  try {
    await db.write([
      db.orm
        .update(digestSchedules)
        .set({ nextRunAt: nextRun(schedule, now).at })
        .where(
          and(
            eq(digestSchedules.id, schedule.id),
            eq(digestSchedules.state, 'ACTIVE'),
            eq(digestSchedules.nextRunAt, schedule.nextRunAt),
          ),
        ),
      assertChanged('schedule still due'),
      db.orm.insert(editions).values({ id: editionId, scheduleId: schedule.id, ...edition }),
      db.orm.insert(deliveries).values({
        id: crypto.randomUUID(),
        scheduleId: schedule.id,
        editionId,
        channelId: schedule.channelId,
        runAt: latestRun(schedule, schedule.nextRunAt, now),
        state: isEmpty ? 'SKIPPED' : 'PLANNED',
        reason: isEmpty ? 'nothing new since the last digest' : null,
      }),
    ]);
  } catch (error) {
    // Another planner was first, or a moderator has just changed the schedule.
    if (!(error instanceof WriteConflictError)) throw error;
  }
}

/** The last run that is due. */
function latestRun(schedule: DigestSchedule, firstDue: Date, now: Date): Date {
  let latest = firstDue;
  // A weekly plan has a run in any nine days, so an older start would only make a long outage longer.
  const start = new Date(Math.max(firstDue.getTime(), now.getTime() - 9 * DAY));
  for (let run = nextRun(schedule, start); run.at <= now; run = nextRun(schedule, run.at)) latest = run.at;
  return latest;
}
