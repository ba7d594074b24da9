import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { LEASE, MAX_ATTEMPTS } from './delivery-policy.ts';
import { dropUnreadable } from './drop-unreadable.ts';
import { findLeased, type Delivery } from './find-deliveries.ts';
import { planDeliveries } from './plan-deliveries.ts';

export interface ClaimedDelivery {
  delivery: Delivery;
  leaseToken: string;
  leasedUntil: Date;
  /** An earlier attempt may have posted it: the channel must be read back before anything is posted. */
  mayBePosted: boolean;
}

const MAX_CLAIMED = 50;

/** Plans what is due, then leases up to `limit` deliveries to the caller. Two callers never get the same one. */
export async function claimDeliveries(
  db: Database,
  limit: number,
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<ClaimedDelivery[]> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_CLAIMED) {
    throw new InvalidInputError(
      `Between 1 and ${MAX_CLAIMED} deliveries can be claimed at once, not ${limit}`,
      ['limit'],
    );
  }
  await planDeliveries(db, clock.now(), logger);
  const deadline = clock.deadline();
  const leaseToken = crypto.randomUUID();
  const leasedUntil = new Date(deadline.getTime() + LEASE);
  await lease(db, { limit, deadline, leaseToken, leasedUntil });
  const leased = await dropUnreadable(db, await findLeased(db, leaseToken));
  return leased.map((delivery) => ({ delivery, leaseToken, leasedUntil, mayBePosted: delivery.uncertain }));
}

// Spelled out as in the partial index `deliveries_open`, or SQLite does not use it.
const OPEN = sql`state in ('PLANNED', 'LEASED')`;
const STOPPED = 'the schedule was stopped before this digest was posted';
const HOPELESS = `given up after ${MAX_ATTEMPTS} attempts: nobody could find out whether it was posted`;

/** One write set: what is no longer to be posted is closed, and what is open and free goes to this caller, the oldest run first. */
async function lease(
  db: Database,
  {
    limit,
    deadline,
    leaseToken,
    leasedUntil,
  }: { limit: number; deadline: Date; leaseToken: string; leasedUntil: Date },
): Promise<void> {
  const at = deadline.getTime();
  await db.write([
    sql`update deliveries
      set state = 'SKIPPED', reason = ${STOPPED}, uncertain = uncertain or state = 'LEASED'
      where ${OPEN} and (state = 'PLANNED' or leased_until <= ${at})
        and schedule_id in (select id from digest_schedules where state <> 'ACTIVE' or removed_at is not null)`,
    sql`update deliveries set state = 'DEAD', reason = ${HOPELESS}
      where ${OPEN} and attempt >= ${MAX_ATTEMPTS} and (state = 'PLANNED' or leased_until <= ${at})`,
    // A lease that ran out says nothing about what its holder did: the delivery may be posted.
    sql`update deliveries
      set uncertain = uncertain or state = 'LEASED', state = 'LEASED', lease_token = ${leaseToken},
        leased_until = ${leasedUntil.getTime()}, attempt = attempt + 1, outcome = null
      where id in (
        select id from deliveries
        where ${OPEN} and (
          (state = 'PLANNED' and (not_before is null or not_before <= ${at}))
          or (state = 'LEASED' and leased_until <= ${at})
        )
        order by run_at, id limit ${limit}
      )`,
  ]);
}
