/** A dry run: sends a request that is no event, and shows what was sent and what came back. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '@communique/shared/clock';
import type { Database } from '../database/client.ts';
import { composeTest, type WebhookRequest } from './compose-request.ts';
import { findWebhook } from './find-webhooks.ts';
import { openSecret } from './open-secret.ts';
import type { SendOutcome } from './send-request.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface WebhookTrial {
  request: WebhookRequest;
  outcome: SendOutcome;
}

/** Nothing is recorded, and it says nothing about whether the webhook is disabled. */
export async function tryWebhook(
  db: Database,
  { seal, send }: WebhookSender,
  { communityId, id }: { communityId: string; id: string },
  clock: Clock,
): Promise<WebhookTrial> {
  const webhook = await findWebhook(db, communityId, id);
  const signing = { secret: openSecret(seal, webhook), sentAt: clock.deadline() };
  const request = composeTest(webhook.url, randomUUID(), signing);
  return { request, outcome: await send(request) };
}
