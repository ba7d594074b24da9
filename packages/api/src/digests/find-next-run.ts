import { min } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { digestSchedules } from './table.ts';

/** When the earliest digest of all is due; null when no schedule is active. */
export async function findNextRun(db: Database): Promise<Date | null> {
  const [row] = await db.orm.select({ at: min(digestSchedules.nextRunAt) }).from(digestSchedules);
  return row?.at ?? null;
}
