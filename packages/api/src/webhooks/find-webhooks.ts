/** Webhooks and their deliveries. A scope is the one community whose they may be, so that what another has is not told; null: any. */
import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Change } from '../changes/list-changes.ts';
import { changes } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { webhookDeliveries, webhooks } from './table.ts';

export type Webhook = typeof webhooks.$inferSelect;
export type WebhookDelivery = typeof webhookDeliveries.$inferSelect & { webhook: Webhook; change: Change };

/** The place of a webhook in its list: when it was added, and its id. */
export type WebhookKey = readonly [createdAt: number, id: string];

export async function listWebhooks(
  db: Database,
  communityId: string,
  { limit, after }: { limit: number; after: WebhookKey | null },
): Promise<Webhook[]> {
  const { createdAt, id } = webhooks;
  return db.orm
    .select()
    .from(webhooks)
    .where(
      and(
        eq(webhooks.communityId, communityId),
        isNull(webhooks.removedAt),
        after === null ? undefined : sql`(${createdAt}, ${id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

export function webhookKey({ createdAt, id }: Webhook): WebhookKey {
  return [createdAt.getTime(), id];
}

export async function findWebhook(db: Database, scope: string | null, id: string): Promise<Webhook> {
  const [webhook] = await db.orm
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), within(scope), isNull(webhooks.removedAt)));
  if (webhook !== undefined) return webhook;
  throw new NotFoundError('There is no such webhook here: it may have been removed', ['webhookId']);
}

/** Of one webhook, the newest change first; `after`: the change of the last one seen. */
export async function listDeliveries(
  db: Database,
  webhook: Webhook,
  { limit, after }: { limit: number; after: number | null },
): Promise<WebhookDelivery[]> {
  const rows = await db.orm
    .select({ delivery: webhookDeliveries, change: changes })
    .from(webhookDeliveries)
    .innerJoin(changes, eq(changes.id, webhookDeliveries.changeId))
    .where(
      and(
        eq(webhookDeliveries.webhookId, webhook.id),
        after === null ? undefined : sql`${webhookDeliveries.changeId} < ${after}`,
      ),
    )
    .orderBy(desc(webhookDeliveries.changeId))
    .limit(limit);
  return rows.map(({ delivery, change }) => ({ ...delivery, change, webhook }));
}

export async function findDelivery(db: Database, scope: string | null, id: string): Promise<WebhookDelivery> {
  const delivery = await readDelivery(db, id);
  const isTheirs = scope === null || delivery?.webhook.communityId === scope;
  if (delivery !== null && isTheirs && delivery.webhook.removedAt === null) return delivery;
  throw new NotFoundError('There is no such delivery here', ['deliveryId']);
}

/** Also after the webhook was removed: its row stays. */
export async function readDelivery(db: Database, id: string): Promise<WebhookDelivery | null> {
  const [row] = await db.orm
    .select({ delivery: webhookDeliveries, change: changes, webhook: webhooks })
    .from(webhookDeliveries)
    .innerJoin(changes, eq(changes.id, webhookDeliveries.changeId))
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(eq(webhookDeliveries.id, id));
  return row === undefined ? null : { ...row.delivery, change: row.change, webhook: row.webhook };
}

function within(scope: string | null): SQL | undefined {
  return scope === null ? undefined : eq(webhooks.communityId, scope);
}
