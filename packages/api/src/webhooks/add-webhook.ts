import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { findFeedEnd } from '../changes/list-changes.ts';
import type { ChangeKind } from '../changes/table.ts';
import { findCommunity } from '../communities/find-community.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { checkIdempotencyKey, checkWebhookUrl } from './check-webhook-input.ts';
import type { Webhook } from './find-webhooks.ts';
import type { SecretSeal } from './seal-secret.ts';
import { webhooks } from './table.ts';

export interface WebhookInput {
  url: string;
  /** None: every kind. */
  kinds: readonly ChangeKind[];
  idempotencyKey: string;
}

export interface WebhookWithSecret {
  webhook: Webhook;
  /** Not to be had again. */
  secret: string;
}

const MAX_WEBHOOKS = 10;
const TOO_MANY = 'not too many webhooks';

/** It is told what changes from now on. The same wish with the same key answers the webhook it made, secret included. */
export async function addWebhook(
  db: Database,
  seal: SecretSeal,
  { communityId, ...input }: WebhookInput & { communityId: string },
  act: Act,
): Promise<WebhookWithSecret> {
  const wish = {
    url: checkWebhookUrl(input.url),
    kinds: [...new Set(input.kinds)].toSorted(),
    idempotencyKey: checkIdempotencyKey(input.idempotencyKey),
  };
  const earlier = await findByKey(db, seal, communityId, wish);
  if (earlier !== null) return earlier;
  if ((await findCommunity(db, communityId)) === null) {
    throw new NotFoundError('Communiqué does not know this server yet: the bot registers it when it joins');
  }
  const secret = createSecret();
  const id = randomUUID();
  const webhook: Webhook = {
    ...wish,
    id,
    communityId,
    sealedSecret: seal.seal(secret, id),
    state: 'ACTIVE',
    disabledReason: null,
    afterChange: (await findFeedEnd(db, communityId))[0],
    failures: 0,
    failingSince: null,
    notBefore: null,
    createdBy: act.actor.userId ?? act.actor.kind,
    createdAt: act.now,
    removedAt: null,
  };
  try {
    await insert(db, webhook, act);
    return { webhook, secret };
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    if (error.isGuard(TOO_MANY)) {
      throw new ConflictError(`There are ${MAX_WEBHOOKS} webhooks already: remove one first`, [], {
        cause: error,
      });
    }
    // The same wish, sent twice at once: the other one was written.
    const winner = await findByKey(db, seal, communityId, wish);
    if (winner !== null) return winner;
    throw error;
  }
}

/** 256 bits; the prefix tells people and secret scanners what it is. */
export function createSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`;
}

async function insert(db: Database, webhook: Webhook, act: Act): Promise<void> {
  const { id: subjectId, communityId, url, kinds } = webhook;
  await db.write([
    assertThat(
      TOO_MANY,
      sql`(select count(*) from ${webhooks} where ${and(eq(webhooks.communityId, communityId), isNull(webhooks.removedAt))}) < ${MAX_WEBHOOKS}`,
    ),
    db.orm.insert(webhooks).values(webhook),
    recordAct(db.orm, act, {
      communityId,
      action: 'webhook.add',
      subjectId,
      details: { host: new URL(url).host, kinds },
    }),
  ]);
}

async function findByKey(
  db: Database,
  seal: SecretSeal,
  communityId: string,
  wish: WebhookInput,
): Promise<WebhookWithSecret | null> {
  const [webhook] = await db.orm
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.communityId, communityId), eq(webhooks.idempotencyKey, wish.idempotencyKey)));
  if (webhook === undefined) return null;
  const secret = seal.open(webhook.sealedSecret, webhook.id);
  const isSame = webhook.url === wish.url && webhook.kinds.join() === wish.kinds.join();
  if (!isSame || webhook.removedAt !== null || secret === null) {
    throw new ConflictError(
      'This idempotency key was used for another webhook: make a new key for a new wish',
      ['input', 'idempotencyKey'],
    );
  }
  return { webhook, secret };
}
