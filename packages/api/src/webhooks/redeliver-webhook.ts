import { and, eq, inArray } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { auditedCommunity } from './audited-community.ts';
import type { WebhookName } from './change-webhook.ts';
import { findDelivery } from './find-webhooks.ts';
import { webhookDeliveries, webhooks } from './table.ts';

/** Sends a delivery that was delivered or given up once more, under the same id. One that is on its way stays as it is. */
export async function redeliverWebhook(
  db: Database,
  { scope, id }: WebhookName,
  act: Act,
): Promise<{ deliveryId: string }> {
  const { webhook, state, attempt } = await findDelivery(db, scope, id);
  if (webhook.state === 'DISABLED') {
    throw new ConflictError(`The webhook is disabled, because ${webhook.disabledReason}: enable it first`, [
      'deliveryId',
    ]);
  }
  const result = { deliveryId: id };
  if (state !== 'DELIVERED' && state !== 'FAILED') return commit(db, act, { statements: [], result });
  return commit(db, act, {
    statements: [
      db.orm
        .update(webhookDeliveries)
        .set({ state: 'PENDING', attempt: 0 })
        .where(and(eq(webhookDeliveries.id, id), inArray(webhookDeliveries.state, ['DELIVERED', 'FAILED']))),
      db.orm.update(webhooks).set({ notBefore: null }).where(eq(webhooks.id, webhook.id)),
      recordAct(act, {
        communityId: auditedCommunity(webhook.communityId),
        action: 'webhook.redeliver',
        subjectId: id,
        before: { state, attempt },
        after: { state: 'PENDING', attempt: 0 },
      }),
    ],
    result,
  });
}
