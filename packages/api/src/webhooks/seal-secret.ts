import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Keeps webhook secrets: they are needed to sign, so a hash will not do. AES-256-GCM under a key that is a setting and not in the
 * database; bound to the webhook's id, so that a row cannot lend its secret to another.
 */
export interface SecretSeal {
  seal(secret: string, webhookId: string): string;
  /** Null: it was sealed with another key, or changed since. */
  open(sealed: string, webhookId: string): string | null;
}

const ALGORITHM = 'aes-256-gcm';
// NIST SP 800-38D: 96 bits of nonce, 128 of tag.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createSecretSeal(key: string): SecretSeal {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'communique webhook secrets', 32));
  return {
    seal(secret, webhookId) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, derived, nonce).setAAD(Buffer.from(webhookId));
      const sealed = [cipher.update(secret, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
    },
    open(sealed, webhookId) {
      const bytes = Buffer.from(sealed, 'base64url');
      const tagEnd = NONCE_BYTES + TAG_BYTES;
      try {
        const decipher = createDecipheriv(ALGORITHM, derived, bytes.subarray(0, NONCE_BYTES))
          .setAAD(Buffer.from(webhookId))
          .setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
        return decipher.update(bytes.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
