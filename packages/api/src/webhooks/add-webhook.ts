import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { ChangeKind } from '../changes/table.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { auditedCommunity } from './audited-community.ts';
import { checkWebhookUrl } from './check-webhook-input.ts';
import { findLastChange } from './find-webhook-changes.ts';
import type { Webhook } from './find-webhooks.ts';
import { webhooks } from './table.ts';
import type { WebhookRules } from './webhook-sender.ts';

export interface WebhookInput {
  /** `EVERY_COMMUNITY`: of all. */
  communityId: string;
  url: string;
  /** None: every kind. */
  kinds: readonly ChangeKind[];
}

/** What is kept of an answer with a secret: whoever asks again with the same key is shown it again. */
export interface SealedWebhook {
  webhookId: string;
  /** Null: none was made. */
  sealedSecret: string | null;
}

const MAX_WEBHOOKS = 10;
const TOO_MANY = 'not too many webhooks';

/** It is told what changes from now on. */
export async function addWebhook(
  db: Database,
  rules: WebhookRules,
  { communityId, ...input }: WebhookInput,
  act: Act,
): Promise<SealedWebhook> {
  const url = checkWebhookUrl(input.url, rules);
  const kinds = [...new Set(input.kinds)].toSorted();
  const id = randomUUID();
  const sealedSecret = rules.seal.seal(createSecret(), id);
  const webhook: Webhook = {
    id,
    communityId,
    url,
    kinds,
    sealedSecret,
    state: 'ACTIVE',
    disabledReason: null,
    afterChange: await findLastChange(db, communityId),
    failures: 0,
    failingSince: null,
    notBefore: null,
    createdBy: act.actor.userId ?? signatureOf(act.actor),
    createdAt: act.now,
    removedAt: null,
  };
  try {
    return await insert(db, webhook, act);
  } catch (error) {
    if (!(error instanceof WriteConflictError) || !error.isGuard(TOO_MANY)) throw error;
    throw new ConflictError(`There are ${MAX_WEBHOOKS} webhooks already: remove one first`, [], {
      cause: error,
    });
  }
}

/** 256 bits; the prefix tells people and secret scanners what it is. */
export function createSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

function insert(db: Database, webhook: Webhook, act: Act): Promise<SealedWebhook> {
  const { id, communityId, url, kinds, sealedSecret } = webhook;
  return commit(db, act, {
    statements: [
      assertThat(
        TOO_MANY,
        sql`(select count(*) from ${webhooks} where ${and(eq(webhooks.communityId, communityId), isNull(webhooks.removedAt))}) < ${MAX_WEBHOOKS}`,
      ),
      db.orm.insert(webhooks).values(webhook),
      recordAct(act, {
        communityId: auditedCommunity(communityId),
        action: 'webhook.add',
        subjectId: id,
        details: { host: new URL(url).host, kinds, of: communityId },
        after: { host: new URL(url).host, kinds },
      }),
    ],
    result: { webhookId: id, sealedSecret },
  });
}
