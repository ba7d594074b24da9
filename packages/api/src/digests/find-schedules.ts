import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { digestSchedules } from './table.ts';

export type DigestSchedule = typeof digestSchedules.$inferSelect;

/** The place of a schedule in its list: when it was created, and its id. */
export type ScheduleKey = readonly [createdAt: number, id: string];

/** The schedules of a community that were not removed, the newest first. */
export async function listSchedules(
  db: Database,
  communityId: string,
  { limit, after }: { limit: number; after: ScheduleKey | null },
): Promise<DigestSchedule[]> {
  const { createdAt, id } = digestSchedules;
  return db.orm
    .select()
    .from(digestSchedules)
    .where(
      and(
        eq(digestSchedules.communityId, communityId),
        isNull(digestSchedules.removedAt),
        after === null ? undefined : sql`(${createdAt}, ${id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

export function scheduleKey({ createdAt, id }: DigestSchedule): ScheduleKey {
  return [createdAt.getTime(), id];
}

/** Also after its removal. */
export async function findSchedule(db: Database, id: string): Promise<DigestSchedule | null> {
  const [schedule] = await db.orm.select().from(digestSchedules).where(eq(digestSchedules.id, id));
  return schedule ?? null;
}

/** A schedule of this community, also after its removal. That another community has it is not told. */
export async function findOwnSchedule(
  db: Database,
  communityId: string,
  id: string,
): Promise<DigestSchedule> {
  const schedule = await findSchedule(db, id);
  if (schedule === null || schedule.communityId !== communityId) throw noSuchSchedule();
  return schedule;
}

/** A schedule of this community that was not removed. */
export async function findPresentSchedule(
  db: Database,
  communityId: string,
  id: string,
): Promise<DigestSchedule> {
  const schedule = await findOwnSchedule(db, communityId, id);
  if (schedule.removedAt !== null) throw noSuchSchedule();
  return schedule;
}

function noSuchSchedule(): NotFoundError {
  return new NotFoundError('There is no such digest schedule in this server: it may have been removed', [
    'scheduleId',
  ]);
}
