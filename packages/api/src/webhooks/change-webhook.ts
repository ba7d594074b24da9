/** Changing and removing. What is to be changed is named; the rest stays. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Act, Actor } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { ChangeKind } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import { createSecret, type SealedWebhook } from './add-webhook.ts';
import { auditedCommunity } from './audited-community.ts';
import { checkWebhookUrl } from './check-webhook-input.ts';
import { findWebhook, type Webhook } from './find-webhooks.ts';
import { webhooks } from './table.ts';
import type { WebhookRules } from './webhook-sender.ts';

export interface WebhookName {
  /** Whose it may be; null: anybody's. */
  scope: string | null;
  id: string;
}

export interface WebhookChange {
  url?: string;
  kinds?: readonly ChangeKind[];
  /** True: it is sent to again, with everything it missed. False: it is not, until it is enabled again. */
  enabled?: boolean;
  /** True: the old secret signs nothing more. */
  newSecret?: boolean;
}

export async function changeWebhook(
  db: Database,
  rules: WebhookRules,
  { scope, id, ...change }: WebhookChange & WebhookName,
  act: Act,
): Promise<SealedWebhook> {
  const webhook = await findWebhook(db, scope, id);
  const sealedSecret = change.newSecret === true ? rules.seal.seal(createSecret(), id) : null;
  const result = { webhookId: id, sealedSecret };
  const set: Partial<Webhook> = {
    ...(change.url !== undefined && { url: checkWebhookUrl(change.url, rules) }),
    ...(change.kinds !== undefined && { kinds: [...new Set(change.kinds)].toSorted() }),
    ...(change.enabled !== undefined && enabledColumns(change.enabled, act.actor)),
    ...(sealedSecret !== null && { sealedSecret }),
  };
  if (Object.keys(set).length === 0) return commit(db, act, { statements: [], result });
  return commit(db, act, {
    statements: [
      db.orm.update(webhooks).set(set).where(living(id)),
      recordAct(act, {
        communityId: auditedCommunity(webhook.communityId),
        action: 'webhook.change',
        subjectId: id,
        details: { changed: Object.keys(change) },
        before: settingsOf(webhook),
        after: settingsOf({ ...webhook, ...set }),
      }),
    ],
    result,
  });
}

/** Nothing more is sent, and its secret is gone; its deliveries stay on record. */
export async function removeWebhook(
  db: Database,
  { scope, id }: WebhookName,
  act: Act,
): Promise<{ id: string }> {
  const webhook = await findWebhook(db, scope, id);
  return commit(db, act, {
    statements: [
      db.orm.update(webhooks).set({ removedAt: act.now, sealedSecret: '' }).where(living(id)),
      recordAct(act, {
        communityId: auditedCommunity(webhook.communityId),
        action: 'webhook.remove',
        subjectId: id,
        before: settingsOf(webhook),
      }),
    ],
    result: { id },
  });
}

/** For the audit log: an address may carry a secret behind its host. */
function settingsOf({ communityId: of, url, kinds, state, disabledReason }: Webhook) {
  return { of, host: new URL(url).host, kinds, state, disabledReason };
}

function living(id: string) {
  return and(eq(webhooks.id, id), isNull(webhooks.removedAt));
}

function enabledColumns(enabled: boolean, { kind }: Actor): Partial<Webhook> {
  if (enabled)
    return { state: 'ACTIVE', disabledReason: null, failures: 0, failingSince: null, notBefore: null };
  const who = kind === 'OPERATOR' ? 'an operator' : 'a moderator';
  return { state: 'DISABLED', disabledReason: `${who} switched it off` };
}
