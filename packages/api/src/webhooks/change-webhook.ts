/** Changing and removing. What is to be changed is named; the rest stays. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { ChangeKind } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import { createSecret } from './add-webhook.ts';
import { checkWebhookUrl } from './check-webhook-input.ts';
import { findWebhook, type Webhook } from './find-webhooks.ts';
import type { SecretSeal } from './seal-secret.ts';
import { webhooks } from './table.ts';

export interface WebhookChange {
  url?: string;
  kinds?: readonly ChangeKind[];
  /** True: it is sent to again, with everything it missed. False: it is not, until it is enabled again. */
  enabled?: boolean;
  /** True: the old secret signs nothing more. */
  newSecret?: boolean;
}

export interface ChangedWebhook {
  webhook: Webhook;
  /** Null: it is still the old one. */
  secret: string | null;
}

export async function changeWebhook(
  db: Database,
  seal: SecretSeal,
  { communityId, id, ...change }: WebhookChange & { communityId: string; id: string },
  act: Act,
): Promise<ChangedWebhook> {
  const webhook = await findWebhook(db, communityId, id);
  const secret = change.newSecret === true ? createSecret() : null;
  const set: Partial<Webhook> = {
    ...(change.url !== undefined && { url: checkWebhookUrl(change.url) }),
    ...(change.kinds !== undefined && { kinds: [...new Set(change.kinds)].toSorted() }),
    ...(change.enabled !== undefined && enabledColumns(change.enabled)),
    ...(secret !== null && { sealedSecret: seal.seal(secret, id) }),
  };
  if (Object.keys(set).length === 0) return { webhook, secret };
  await db.write([
    db.orm
      .update(webhooks)
      .set(set)
      .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt))),
    recordAct(db.orm, act, {
      communityId,
      action: 'webhook.change',
      subjectId: id,
      details: { changed: Object.keys(change) },
    }),
  ]);
  return { webhook: await findWebhook(db, communityId, id), secret };
}

/** Nothing more is sent, and its secret is gone; its deliveries stay on record. */
export async function removeWebhook(db: Database, communityId: string, id: string, act: Act): Promise<void> {
  await findWebhook(db, communityId, id);
  await db.write([
    db.orm
      .update(webhooks)
      .set({ removedAt: act.now, sealedSecret: '' })
      .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt))),
    recordAct(db.orm, act, { communityId, action: 'webhook.remove', subjectId: id }),
  ]);
}

function enabledColumns(enabled: boolean): Partial<Webhook> {
  return enabled
    ? { state: 'ACTIVE', disabledReason: null, failures: 0, failingSince: null, notBefore: null }
    : { state: 'DISABLED', disabledReason: 'a moderator switched it off' };
}
