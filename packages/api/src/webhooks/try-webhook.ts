import { randomUUID } from 'node:crypto';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import { auditedCommunity } from './audited-community.ts';
import type { WebhookName } from './change-webhook.ts';
import { composeTest, type WebhookRequest } from './compose-request.ts';
import { findWebhook } from './find-webhooks.ts';
import { openSecret } from './open-secret.ts';
import type { SendOutcome } from './send-request.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface WebhookTrial {
  request: WebhookRequest;
  outcome: SendOutcome;
}

/** No delivery is recorded, and it says nothing about whether the webhook is disabled. */
export async function tryWebhook(
  db: Database,
  { seal, send }: WebhookSender,
  { scope, id }: WebhookName,
  act: Act,
): Promise<WebhookTrial> {
  const webhook = await findWebhook(db, scope, id);
  const signing = { secret: openSecret(seal, webhook), sentAt: act.now };
  const request = composeTest(webhook.url, randomUUID(), signing);
  const outcome = await send(request);
  return commit(db, act, {
    statements: [
      recordAct(act, {
        communityId: auditedCommunity(webhook.communityId),
        action: 'webhook.test',
        subjectId: id,
        details: { status: outcome.answered ? outcome.status : null },
      }),
    ],
    result: { request, outcome },
  });
}
