import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { LEASE, MAX_ATTEMPTS } from './delivery-policy.ts';
import { planDeliveries } from './plan-deliveries.ts';

/** A lease on deliveries: those with its token. */
export interface Claim {
  leaseToken: string;
  /** Milliseconds since 1970, by the machine's clock. */
  leasedUntil: number;
}

const MAX_CLAIMED = 50;

/** Plans what is due, then leases up to `limit` deliveries to the caller. Two callers never get the same one. */
export async function claimDeliveries(
  db: Database,
  limit: number,
  { clock, logger }: { clock: Clock; logger: Logger },
  act: Act,
): Promise<Claim> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_CLAIMED) {
    throw new InvalidInputError(
      `Between 1 and ${MAX_CLAIMED} deliveries can be claimed at once, not ${limit}`,
      ['limit'],
    );
  }
  await planDeliveries(db, clock.now(), logger);
  const at = clock.deadline().getTime();
  const claim = { leaseToken: crypto.randomUUID(), leasedUntil: at + LEASE };
  return commit(db, act, {
    statements: [...lease(claim, { limit, at }), recordClaim(claim, act)],
    result: claim,
  });
}

// Spelled out as in the partial index `deliveries_open`, or SQLite does not use it.
const OPEN = sql`state in ('PLANNED', 'LEASED')`;
const STOPPED = 'the schedule was stopped before this digest was posted';
const HOPELESS = `given up after ${MAX_ATTEMPTS} attempts: nobody could find out whether it was posted`;

/** What is no longer to be posted is closed, and what is open and free goes to this caller, the oldest run first. */
function lease(
  { leaseToken, leasedUntil }: Claim,
  { limit, at }: { limit: number; at: number },
): WriteStatement[] {
  return [
    sql`update deliveries
      set state = 'SKIPPED', reason = ${STOPPED}, uncertain = uncertain or state = 'LEASED'
      where ${OPEN} and (state = 'PLANNED' or leased_until <= ${at})
        and schedule_id in (select id from digest_schedules where state <> 'ACTIVE' or removed_at is not null)`,
    sql`update deliveries set state = 'DEAD', reason = ${HOPELESS}
      where ${OPEN} and attempt >= ${MAX_ATTEMPTS} and (state = 'PLANNED' or leased_until <= ${at})`,
    // A lease that ran out says nothing about what its holder did: the delivery may be posted.
    sql`update deliveries
      set uncertain = uncertain or state = 'LEASED', state = 'LEASED', lease_token = ${leaseToken},
        leased_until = ${leasedUntil}, attempt = attempt + 1, outcome = null
      where id in (
        select id from deliveries
        where ${OPEN} and (
          (state = 'PLANNED' and (not_before is null or not_before <= ${at}))
          or (state = 'LEASED' and leased_until <= ${at})
        )
        order by run_at, id limit ${limit}
      )`,
  ];
}

/** The audit row of each delivery that was leased: how many there are shows in the write set only. */
function recordClaim({ leaseToken }: Claim, { now, actor }: Act): WriteStatement {
  return sql`insert into audit_log (at, community_id, actor_kind, actor_id, token_id, action, subject_id, details, before, after)
    select ${now.getTime()}, schedule.community_id, ${actor.kind}, ${actor.userId}, ${actor.tokenId ?? null}, 'delivery.claim', delivery.id, '{}',
      json_object('attempt', delivery.attempt - 1), json_object('attempt', delivery.attempt)
    from deliveries delivery join digest_schedules schedule on schedule.id = delivery.schedule_id
    where delivery.state in ('PLANNED', 'LEASED') and delivery.lease_token = ${leaseToken}`;
}
