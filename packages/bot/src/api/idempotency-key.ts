import { createHash } from 'node:crypto';

/** The key of what one interaction wishes: Discord delivering it twice, or a request sent again, does it once. */
export function uuidOf(interactionId: string): string {
  const hex = createHash('sha256').update(interactionId).digest('hex');
  // Version 8 (our own bits) and the variant of RFC 9562.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
