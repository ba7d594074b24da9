import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { findChangesFor, findLastChange } from './find-webhook-changes.ts';
import type { Webhook } from './find-webhooks.ts';
import { webhookDeliveries, webhooks } from './table.ts';

const PAGE = 200;

/** Makes a delivery of every change a webhook is to be told of. A disabled one stands still, and goes on from there when it is enabled. */
export async function planWebhookDeliveries(db: Database): Promise<void> {
  const active = await db.orm
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.state, 'ACTIVE'), isNull(webhooks.removedAt)));
  for (const webhook of active) await planFor(db, webhook);
}

async function planFor(db: Database, webhook: Webhook): Promise<void> {
  const end = await findLastChange(db, webhook.communityId);
  let after = webhook.afterChange;
  while (after < end) {
    const page = await findChangesFor(db, webhook, { after, limit: PAGE });
    const next = page.length < PAGE ? end : (page.at(-1)?.id ?? end);
    const rows = page.flatMap(({ id }) =>
      id <= next
        ? [{ id: randomUUID(), webhookId: webhook.id, changeId: id, state: 'PENDING' as const }]
        : [],
    );
    try {
      await db.write([
        db.orm
          .update(webhooks)
          .set({ afterChange: next })
          .where(
            and(eq(webhooks.id, webhook.id), eq(webhooks.afterChange, after), lt(webhooks.afterChange, next)),
          ),
        assertChanged('not planned by another process'),
        ...(rows.length === 0 ? [] : [db.orm.insert(webhookDeliveries).values(rows)]),
      ]);
    } catch (error) {
      if (error instanceof WriteConflictError) return;
      throw error;
    }
    after = next;
  }
}
