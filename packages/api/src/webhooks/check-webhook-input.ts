import { isIP } from 'node:net';
import { InvalidInputError } from '../domain-errors.ts';
import { isPublicAddress } from '../web/is-public-address.ts';
import type { WebhookRules } from './webhook-sender.ts';

const MAX_URL = 2_000;

/**
 * The address in its one normal form, in which a number is an address of four numbers. Where a name leads is checked whenever something
 * is sent: names change.
 */
export function checkWebhookUrl(
  typed: string,
  { allowPrivateAddresses }: Pick<WebhookRules, 'allowPrivateAddresses'>,
): string {
  const url = typed.length <= MAX_URL && typed.isWellFormed() && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    refuse(`"url" must be an http or https address of at most ${MAX_URL} characters`);
  }
  if (url.username !== '' || url.password !== '') {
    refuse('"url" must hold no user name or password: check the signature instead');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivateAddresses && isIP(host) !== 0 && !isPublicAddress(host)) {
    refuse(`"url" must lead to a public address: ${host} is one of this machine or of a private network`);
  }
  url.hash = '';
  return url.href;
}

function refuse(message: string): never {
  throw new InvalidInputError(message, ['url']);
}
