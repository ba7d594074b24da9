import { InvalidInputError } from '../domain-errors.ts';

const MAX_URL = 2_000;

/** The address in its one normal form. Where its name leads is checked whenever something is sent: names change. */
export function checkWebhookUrl(typed: string): string {
  const url = typed.length <= MAX_URL && typed.isWellFormed() && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    refuse(`"url" must be an http or https address of at most ${MAX_URL} characters`);
  }
  if (url.username !== '' || url.password !== '') {
    refuse('"url" must hold no user name or password: check the signature instead');
  }
  url.hash = '';
  return url.href;
}

function refuse(message: string): never {
  throw new InvalidInputError(message, ['url']);
}
