/** From the name in an address to the one number that is connected to. */
import { lookup as resolve } from 'node:dns/promises';
import { isIP } from 'node:net';
import { UnreachablePageError } from './errors.ts';
import { failureOf } from './failure-of.ts';

export interface PinOptions {
  /** Which addresses may be asked: `isPublicAddress`, but in development and tests. */
  isAllowed: (address: string) => boolean;
  /** What a host name stands for. */
  resolveHost?: (host: string) => Promise<readonly string[]>;
}

/** One public address of the host; all of them must be public, so that no name can point at both. */
export async function pinAddress(url: URL, options: PinOptions, signal: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolveName(url, host, options, signal) : [host];
  const [first] = addresses;
  if (first === undefined)
    throw new UnreachablePageError(url.host, 'there is no such host. Check the address.');
  if (!addresses.every((each) => options.isAllowed(each))) {
    throw new UnreachablePageError(
      url.host,
      'it is an address of a private network, which is not imported from.',
    );
  }
  return first;
}

async function resolveName(
  url: URL,
  host: string,
  { resolveHost = resolveSystem }: PinOptions,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return await Promise.race([resolveHost(host), whenAborted(signal)]);
  } catch (error) {
    throw failureOf(url, error, signal);
  }
}

async function resolveSystem(host: string): Promise<string[]> {
  return (await resolve(host, { all: true })).map(({ address }) => address);
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_answer, fail) => {
    const abort = () => fail(new Error('aborted'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
