import { ConflictError } from '../domain-errors.ts';
import type { Webhook } from './find-webhooks.ts';
import type { SecretSeal } from './seal-secret.ts';

export const SEALED_WITH_ANOTHER_KEY =
  'its secret was sealed with another WEBHOOK_KEY: ask for a new secret, then enable it again';

export function openSecret(seal: SecretSeal, { id, sealedSecret }: Webhook): string {
  const secret = seal.open(sealedSecret, id);
  if (secret === null)
    throw new ConflictError(`Nothing can be signed for this webhook: ${SEALED_WITH_ANOTHER_KEY}`);
  return secret;
}
