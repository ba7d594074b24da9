/** Two servers, a receiver on this machine, and the pass that delivers webhooks to it. */
import type { Database } from '@communique/api/database/client';
import { addWebhook, type WebhookInput } from '@communique/api/webhooks/add-webhook';
import { deliverWebhooks } from '@communique/api/webhooks/deliver-webhooks';
import {
  findWebhook,
  listDeliveries,
  type Webhook,
  type WebhookDelivery,
} from '@communique/api/webhooks/find-webhooks';
import { createSecretSeal } from '@communique/api/webhooks/seal-secret';
import { createRequestSender, type SenderOptions } from '@communique/api/webhooks/send-request';
import { webhooks } from '@communique/api/webhooks/table';
import type { WebhookSender } from '@communique/api/webhooks/webhook-sender';
import { createDigestWorld, FORUM, type DigestWorld } from './digest-world.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export const WEBHOOK_KEY = 'a-key-for-tests-of-at-least-32-characters';

export interface WebhookWorld extends DigestWorld {
  receiver: Receiver;
  sender: WebhookSender;
  add: (wish?: Partial<WebhookInput>) => Promise<{ webhook: Webhook; secret: string }>;
  /** One pass; with what is special about it. */
  deliver: (special?: {
    sender?: WebhookSender;
    db?: Database;
    random?: () => number;
    stop?: AbortSignal;
  }) => Promise<void>;
  /** Of the first webhook, as it is now. */
  webhook: () => Promise<typeof webhooks.$inferSelect>;
  deliveries: () => Promise<WebhookDelivery[]>;
}

export async function createWebhookWorld(): Promise<WebhookWorld> {
  const world = await createDigestWorld();
  const receiver = await startReceiver();
  const sender = createSender();
  const { db, clock, logger } = world;
  const webhook = async () => {
    const [first] = await db.orm.select().from(webhooks).orderBy(webhooks.createdAt).limit(1);
    if (first === undefined) throw new Error('There is no webhook');
    return first;
  };
  return {
    ...world,
    receiver,
    sender,
    add: async (wish = {}) => {
      const { webhookId, sealedSecret } = await addWebhook(
        db,
        sender,
        { communityId: FORUM, url: receiver.url, kinds: [], ...wish },
        { now: clock.deadline(), actor: { kind: 'MODERATOR', userId: '1336000000000000031' } },
      );
      const secret = sender.seal.open(sealedSecret ?? '', webhookId) ?? '';
      return { webhook: await findWebhook(db, null, webhookId), secret };
    },
    deliver: (special = {}) =>
      deliverWebhooks(special.db ?? db, {
        sender,
        clock,
        logger,
        random: () => 1,
        stop: new AbortController().signal,
        ...special,
      }),
    webhook,
    deliveries: async () => listDeliveries(db, await webhook(), { limit: 100, after: null }),
  };
}

/** Resolves no names, goes to this machine, and waits for ever, unless told otherwise. */
export function createSender(options: Partial<SenderOptions> = {}): WebhookSender {
  const { allowPrivateAddresses = true } = options;
  const send = createRequestSender({
    resolve: async () => Promise.reject(Object.assign(new Error('no names here'), { code: 'ENOTFOUND' })),
    allowPrivateAddresses,
    timeout: () => new AbortController().signal,
    ...options,
  });
  return { seal: createSecretSeal(WEBHOOK_KEY), send, allowPrivateAddresses };
}
