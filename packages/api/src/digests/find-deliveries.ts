import { desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { DigestSchedule } from './find-schedules.ts';
import { deliveries, digestSchedules, editions } from './table.ts';

export type FrozenEdition = typeof editions.$inferSelect;
/** A delivery with what it is one of and what it carries. */
export type Delivery = typeof deliveries.$inferSelect & { schedule: DigestSchedule; edition: FrozenEdition };

export async function findDelivery(db: Database, id: string): Promise<Delivery | null> {
  const [delivery] = await select(db, eq(deliveries.id, id), 1);
  return delivery ?? null;
}

/** The one that carries this edition. */
export async function findDeliveryOf(db: Database, editionId: string): Promise<Delivery | null> {
  const [delivery] = await select(db, eq(deliveries.editionId, editionId), 1);
  return delivery ?? null;
}

export function findDeliveries(db: Database, ids: readonly string[]): Promise<Delivery[]> {
  return select(db, inArray(deliveries.id, [...ids]));
}

export async function findLastDelivery(db: Database, scheduleId: string): Promise<Delivery | null> {
  const [last] = await select(db, eq(deliveries.scheduleId, scheduleId), 1);
  return last ?? null;
}

async function select(db: Database, condition: SQL | undefined, limit = 1_000): Promise<Delivery[]> {
  const rows = await db.orm
    .select({ delivery: deliveries, schedule: digestSchedules, edition: editions })
    .from(deliveries)
    .innerJoin(digestSchedules, eq(digestSchedules.id, deliveries.scheduleId))
    .innerJoin(editions, eq(editions.id, deliveries.editionId))
    .where(condition)
    .orderBy(desc(deliveries.runAt), desc(deliveries.id))
    .limit(limit);
  return rows.map(({ delivery, schedule, edition }) => ({ ...delivery, schedule, edition }));
}
