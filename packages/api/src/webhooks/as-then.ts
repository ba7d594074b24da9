/** A webhook or a delivery as it was when a request was answered: what whoever repeats it is shown. */
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import type { SealedWebhook } from './add-webhook.ts';
import { readDelivery, type Webhook, type WebhookDelivery } from './find-webhooks.ts';
import type { SecretSeal } from './seal-secret.ts';
import { webhookDeliveries, webhooks } from './table.ts';

const WEBHOOK = ['url', 'kinds', 'state', 'disabledReason', 'failures', 'notBefore', 'removedAt'] as const;

export type WebhookThen = AsThen<SealedWebhook, { webhook: RowState | null }>;

export function captureWebhook({ webhookId }: SealedWebhook) {
  return { webhook: captureRow(webhooks, WEBHOOK, sql`${webhooks.id} = ${webhookId}`) };
}

/** Also after its removal; with the secret that was made, null: none was. */
export async function openWebhook(
  db: Database,
  seal: SecretSeal | undefined,
  { webhookId, sealedSecret, state }: WebhookThen,
): Promise<{ webhook: Webhook; secret: string | null }> {
  const [row] = await db.orm.select().from(webhooks).where(eq(webhooks.id, webhookId));
  // Their rows stay.
  if (row === undefined) throw new NotFoundError('There is no such webhook', ['webhookId']);
  const secret = sealedSecret === null ? null : (seal?.open(sealedSecret, webhookId) ?? null);
  return { webhook: restoreRow(webhooks, row, state.webhook), secret };
}

const DELIVERY = ['state', 'attempt', 'status', 'reason', 'attemptedAt'] as const;

export type RedeliveryThen = AsThen<{ deliveryId: string }, { delivery: RowState | null }>;

export function captureRedelivery({ deliveryId }: { deliveryId: string }) {
  return {
    delivery: captureRow(webhookDeliveries, DELIVERY, sql`${webhookDeliveries.id} = ${deliveryId}`),
  };
}

export async function openRedelivery(
  db: Database,
  { deliveryId, state }: RedeliveryThen,
): Promise<WebhookDelivery> {
  const delivery = await readDelivery(db, deliveryId);
  if (delivery === null) throw new NotFoundError('There is no such delivery', ['deliveryId']);
  return restoreRow(webhookDeliveries, delivery, state.delivery);
}
