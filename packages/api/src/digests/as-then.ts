/** Schedules and deliveries as they were when a request was answered: what whoever repeats it is shown. */
import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, captureRows, restoreRow, type RowState } from '../idempotency/row-state.ts';
import type { ChangedSchedule } from './change-schedule.ts';
import type { Claim } from './claim-deliveries.ts';
import { dropUnreadable } from './drop-unreadable.ts';
import { findDeliveries, findDelivery, type Delivery } from './find-deliveries.ts';
import { findSchedule, type DigestSchedule } from './find-schedules.ts';
import type { RecordedDelivery } from './record-delivery.ts';
import { deliveries, digestSchedules } from './table.ts';

const SCHEDULE = ['state', 'disabledReason', 'nextRunAt', 'removedAt'] as const;

export function captureSchedule({ scheduleId }: ChangedSchedule) {
  return { schedule: captureRow(digestSchedules, SCHEDULE, sql`${digestSchedules.id} = ${scheduleId}`) };
}

export async function openSchedule(
  db: Database,
  { scheduleId, state }: AsThen<ChangedSchedule, { schedule: RowState | null }>,
): Promise<DigestSchedule> {
  const schedule = await findSchedule(db, scheduleId);
  // Their rows stay.
  if (schedule === null) throw new NotFoundError('There is no such digest schedule', ['input', 'scheduleId']);
  return restoreRow(digestSchedules, schedule, state.schedule);
}

const DELIVERY = [
  'state',
  'reason',
  'attempt',
  'uncertain',
  'leaseToken',
  'leasedUntil',
  'messageId',
  'postedAt',
] as const;

export function captureDelivery({ deliveryId }: RecordedDelivery) {
  return { delivery: captureRow(deliveries, DELIVERY, sql`${deliveries.id} = ${deliveryId}`) };
}

export async function openDelivery(
  db: Database,
  { deliveryId, state }: AsThen<RecordedDelivery, { delivery: RowState | null }>,
): Promise<Delivery> {
  const delivery = await findDelivery(db, deliveryId);
  if (delivery === null) throw new NotFoundError('There is no such delivery', ['input', 'deliveryId']);
  return restoreRow(deliveries, delivery, state.delivery);
}

export interface ClaimedDelivery {
  delivery: Delivery;
  leaseToken: string;
  leasedUntil: Date;
  /** An earlier attempt may have posted it: the channel must be read back before anything is posted. */
  mayBePosted: boolean;
}

export function captureClaim({ leaseToken }: Claim) {
  // Spelled out as in the partial index `deliveries_open`, or SQLite does not use it.
  const held = sql`state in ('PLANNED', 'LEASED') and ${deliveries.leaseToken} = ${leaseToken}`;
  return { deliveries: captureRows(deliveries, DELIVERY, held) };
}

/** What is to be posted under a claim, the oldest run first. What was skipped since is not to be posted any more. */
export async function openClaim(
  db: Database,
  { leaseToken, leasedUntil, state }: AsThen<Claim, { deliveries: Readonly<Record<string, RowState>> }>,
): Promise<ClaimedDelivery[]> {
  const found = await findDeliveries(db, Object.keys(state.deliveries));
  const isHeld = (now: Delivery) => now.state === 'LEASED' && now.leaseToken === leaseToken;
  const held = await dropUnreadable(db, found.filter(isHeld));
  // A lease that has ended is answered as it was: its holder sees by `leasedUntil` that it is over.
  const ended = found.filter((now) => !isHeld(now) && now.state !== 'SKIPPED');
  return [...held, ...ended].toSorted(byRun).map((now) => {
    const delivery = restoreRow(deliveries, now, state.deliveries[now.id]);
    return { delivery, leaseToken, leasedUntil: new Date(leasedUntil), mayBePosted: delivery.uncertain };
  });
}

function byRun(one: Delivery, other: Delivery): number {
  return one.runAt.getTime() - other.runAt.getTime() || (one.id < other.id ? -1 : 1);
}
