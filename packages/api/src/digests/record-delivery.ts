import type { Clock } from '@communique/shared/clock';
import { truncate } from '@communique/shared/text';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { isSnowflake } from '../communities/snowflake.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { decideOutcome, type Report } from './decide-outcome.ts';
import { disableSchedule } from './disable-schedule.ts';
import { findDelivery, type Delivery } from './find-deliveries.ts';
import { deliveries, posts } from './table.ts';

export interface RecordDeliveryInput extends Report {
  deliveryId: string;
  leaseToken: string;
}

export interface RecordedDelivery {
  deliveryId: string;
}

const MAX_REASON = 300;

/** Writes down what came of one lease. The same report of the same lease may come twice; a lease that was lost writes nothing. */
export async function recordDelivery(
  db: Database,
  input: RecordDeliveryInput,
  { clock, act }: { clock: Clock; act: Act },
): Promise<RecordedDelivery> {
  const report = validated(input);
  const { deliveryId } = report;
  const result = { deliveryId };
  const leave = () => commit(db, act, { statements: [], result });
  const delivery = await findDelivery(db, deliveryId);
  if (delivery === null) throw new NotFoundError('There is no such delivery', ['input', 'deliveryId']);
  if (wasReported(delivery, report)) return leave();
  if (delivery.leaseToken !== report.leaseToken || delivery.state !== 'LEASED') throw leaseLost();
  try {
    return await commit(db, act, { statements: statementsFor(db, delivery, report, { clock, act }), result });
  } catch (error) {
    if (!(error instanceof WriteConflictError && error.isGuard(LEASE_HELD))) throw error;
    // The lease was lost, or this very report was written, between the reading above and the writing.
    const current = await findDelivery(db, deliveryId);
    if (current !== null && wasReported(current, report)) return leave();
    throw leaseLost();
  }
}

const LEASE_HELD = 'lease held';

function statementsFor(
  db: Database,
  delivery: Delivery,
  report: RecordDeliveryInput,
  { clock, act }: { clock: Clock; act: Act },
): WriteStatement[] {
  const { now } = act;
  const { change, disabledReason } = decideOutcome(delivery, report, { now, deadline: clock.deadline() });
  return [
    db.orm
      .update(deliveries)
      .set({ ...change, outcome: report.outcome })
      .where(
        and(
          eq(deliveries.id, delivery.id),
          eq(deliveries.leaseToken, report.leaseToken),
          eq(deliveries.state, 'LEASED'),
        ),
      ),
    assertChanged(LEASE_HELD),
    recordAct(act, {
      communityId: delivery.schedule.communityId,
      action: 'delivery.record',
      subjectId: delivery.id,
      details: { outcome: report.outcome },
      before: { state: delivery.state },
      after: { state: change.state },
    }),
    ...(report.messageId === null
      ? []
      : ledgerRows(db, delivery, { messageId: report.messageId, postedAt: now })),
    ...(disabledReason === null ? [] : disableSchedule(db, delivery.schedule, disabledReason, act)),
  ];
}

function ledgerRows(
  db: Database,
  { id, channelId, schedule, edition }: Delivery,
  posted: { messageId: string; postedAt: Date },
): WriteStatement[] {
  if (edition.items.length === 0) return [];
  const rows = edition.items.map((item) => ({
    ...item,
    ...posted,
    channelId,
    communityId: schedule.communityId,
    deliveryId: id,
  }));
  return [db.orm.insert(posts).values(rows)];
}

function wasReported(delivery: Delivery, report: RecordDeliveryInput): boolean {
  return (
    delivery.leaseToken === report.leaseToken &&
    delivery.outcome === report.outcome &&
    (report.outcome !== 'SENT' || delivery.messageId === report.messageId)
  );
}

function leaseLost(): ConflictError {
  return new ConflictError(
    'This lease is over: the delivery was recorded already or given to another process. Claim again before posting anything',
    ['input', 'leaseToken'],
  );
}

/** A message id belongs to SENT and to nothing else. */
function validated(input: RecordDeliveryInput): RecordDeliveryInput {
  const isSent = input.outcome === 'SENT';
  if (isSent && (input.messageId === null || !isSnowflake(input.messageId))) {
    throw new InvalidInputError(
      "A delivery that was sent needs the id of its message, Discord's number for it",
      ['input', 'messageId'],
    );
  }
  const reason = input.reason === null ? '' : input.reason.toWellFormed().replace(/\s+/g, ' ').trim();
  return {
    ...input,
    messageId: isSent ? input.messageId : null,
    reason: reason === '' ? null : truncate(reason, MAX_REASON),
  };
}
