import { createHash } from 'node:crypto';

/** What is kept and compared instead of a token: of one length always, and nothing to learn the token from. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
