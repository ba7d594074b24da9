/** One pass: plans what is new, then sends what is due, each webhook's deliveries in order and one at a time. */
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { changes } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { composeRequest } from './compose-request.ts';
import type { WebhookDelivery } from './find-webhooks.ts';
import { SEALED_WITH_ANOTHER_KEY } from './open-secret.ts';
import { planWebhookDeliveries } from './plan-deliveries.ts';
import { decideAfterAttempt, LEASE, type AttemptDecision } from './retry-policy.ts';
import { webhookDeliveries, webhooks } from './table.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface DeliverOptions {
  sender: WebhookSender;
  clock: Clock;
  random: () => number;
  logger: Logger;
  /** Aborted when the program stops: what is under way is left to its lease, and sent again after it. */
  stop: AbortSignal;
}

/** Sent at once, to as many webhooks. */
const AT_ONCE = 20;

export async function deliverWebhooks(db: Database, options: DeliverOptions): Promise<void> {
  await planWebhookDeliveries(db);
  while (!options.stop.aborted) {
    const claimed = await claim(db, options.clock.deadline());
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((delivery) => deliver(db, delivery, options)));
  }
}

// Spelled out as in the partial index `webhook_deliveries_open`, or SQLite does not use it.
const OPEN = sql`state in ('PENDING', 'LEASED')`;

/** The oldest open delivery of every webhook that has none under way. Two processes never get the same one. */
async function claim(db: Database, now: Date): Promise<WebhookDelivery[]> {
  const at = now.getTime();
  const leaseToken = crypto.randomUUID();
  await db.write([
    sql`update webhook_deliveries
      set state = 'LEASED', lease_token = ${leaseToken}, leased_until = ${at + LEASE}, attempt = attempt + 1
      where id in (
        select (select id from webhook_deliveries where webhook_id = webhooks.id and ${OPEN} order by change_id limit 1)
        from webhooks
        where state = 'ACTIVE' and removed_at is null and (not_before is null or not_before <= ${at})
          and exists (select 1 from webhook_deliveries where webhook_id = webhooks.id and ${OPEN})
          and not exists (select 1 from webhook_deliveries
            where webhook_id = webhooks.id and ${OPEN} and state = 'LEASED' and leased_until > ${at})
        order by coalesce(not_before, 0) limit ${AT_ONCE}
      )`,
  ]);
  const rows = await db.orm
    .select({ delivery: webhookDeliveries, webhook: webhooks, change: changes })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .innerJoin(changes, eq(changes.id, webhookDeliveries.changeId))
    .where(
      and(
        inArray(webhookDeliveries.state, ['PENDING', 'LEASED']),
        eq(webhookDeliveries.leaseToken, leaseToken),
      ),
    );
  return rows.map(({ delivery, webhook, change }) => ({ ...delivery, webhook, change }));
}

async function deliver(db: Database, delivery: WebhookDelivery, options: DeliverOptions): Promise<void> {
  const { sender, clock, random, logger, stop } = options;
  const { webhook, change, attempt } = delivery;
  const secret = sender.seal.open(webhook.sealedSecret, webhook.id);
  if (secret === null) {
    const disabled = { state: 'DISABLED', disabledReason: SEALED_WITH_ANOTHER_KEY } as const;
    return record(db, delivery, { delivery: { state: 'PENDING' }, webhook: disabled });
  }
  const content = { deliveryId: delivery.id, change };
  const request = composeRequest(webhook.url, content, { secret, sentAt: clock.deadline() });
  const outcome = await sender.send(request, stop);
  if (stop.aborted && !outcome.answered) return;
  const { failures, failingSince } = webhook;
  const decision = decideAfterAttempt({ attempt, failures, failingSince }, outcome, {
    at: clock.deadline(),
    random,
  });
  await record(db, delivery, decision);
  const told = { webhookId: webhook.id, deliveryId: delivery.id, attempt, ...decision.delivery };
  logger[decision.webhook.state === 'DISABLED' ? 'warn' : 'info'](told, 'A webhook was sent');
}

/** Nothing where the lease was lost: whoever has it now records what comes of it. */
async function record(db: Database, delivery: WebhookDelivery, decision: AttemptDecision): Promise<void> {
  const held = and(
    eq(webhookDeliveries.id, delivery.id),
    eq(webhookDeliveries.state, 'LEASED'),
    sql`${webhookDeliveries.leaseToken} = ${delivery.leaseToken}`,
  );
  // What a moderator did meanwhile stays: a webhook that was disabled is not judged by an attempt from before.
  const stillSo = and(eq(webhooks.id, delivery.webhookId), eq(webhooks.state, 'ACTIVE'));
  try {
    await db.write([
      db.orm.update(webhookDeliveries).set(decision.delivery).where(held),
      assertChanged('lease held'),
      db.orm.update(webhooks).set(decision.webhook).where(stillSo),
    ]);
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
  }
}
