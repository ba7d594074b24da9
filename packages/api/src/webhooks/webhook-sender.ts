import type { SecretSeal } from './seal-secret.ts';
import type { SendRequest } from './send-request.ts';

/** What it takes to send webhooks. Without a key for their secrets there is none, and webhooks are off. */
export interface WebhookSender {
  seal: SecretSeal;
  send: SendRequest;
  /** Only for development: as `send` was made. */
  allowPrivateAddresses: boolean;
}

/** What it takes to add and change them. */
export type WebhookRules = Pick<WebhookSender, 'seal' | 'allowPrivateAddresses'>;
