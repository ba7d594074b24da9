import { asc, eq, gte } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { DeliveryState } from './states.ts';
import { deliveries, editions } from './table.ts';

/** What came of one run of a digest. */
export interface DigestRun {
  channelId: string;
  state: DeliveryState;
  /** Why it was skipped, failed or given up, or why the last attempt did not succeed. */
  reason: string | null;
  briefings: number;
}

const MAX_RUNS = 100;

/** The runs of all communities that were due at a time or later, the oldest first. */
export async function findRuns(db: Database, since: Date): Promise<DigestRun[]> {
  const rows = await db.orm
    .select({
      channelId: deliveries.channelId,
      state: deliveries.state,
      reason: deliveries.reason,
      items: editions.items,
    })
    .from(deliveries)
    .innerJoin(editions, eq(editions.id, deliveries.editionId))
    .where(gte(deliveries.runAt, since))
    .orderBy(asc(deliveries.runAt), asc(deliveries.id))
    .limit(MAX_RUNS);
  return rows.map(({ items, ...run }) => ({ ...run, briefings: items.length }));
}
