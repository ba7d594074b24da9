import { NONCE } from '../discord/limits.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The 128 bits of a delivery's id in base 36: at most 25 characters, the most a nonce may have. */
export function deliveryNonce(deliveryId: string): string {
  if (!UUID.test(deliveryId)) throw new RangeError('A delivery id is a UUID');
  return BigInt(`0x${deliveryId.replaceAll('-', '')}`)
    .toString(36)
    .padStart(NONCE, '0');
}
