import { InvalidInputError } from '../domain-errors.ts';

const MAX_URL = 2_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The address in its one normal form. Where its name leads is checked whenever something is sent: names change. */
export function checkWebhookUrl(typed: string): string {
  const url = typed.length <= MAX_URL && typed.isWellFormed() && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    refuse('url', `The address must be an http or https URL of at most ${MAX_URL} characters`);
  }
  if (url.username !== '' || url.password !== '') {
    refuse('url', 'The address may hold no user name or password: check the signature instead');
  }
  url.hash = '';
  return url.href;
}

export function checkIdempotencyKey(key: string): string {
  if (!UUID.test(key)) {
    refuse('idempotencyKey', 'The idempotency key is a UUID that the client makes for each new wish');
  }
  return key.toLowerCase();
}

function refuse(field: string, message: string): never {
  throw new InvalidInputError(message, ['input', field]);
}
