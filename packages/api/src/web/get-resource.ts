/** Asks the web for one thing: bounded in time, bytes and redirects, and never this machine's own network. */
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { webAddress } from '../import/sections/extract-sources.ts';
import { UnreachablePageError } from './errors.ts';
import { failureOf } from './failure-of.ts';
import { pinAddress, type PinOptions } from './pin-address.ts';
import { pinnedLookup } from './pinned-lookup.ts';
import { readBody } from './read-body.ts';

export interface WebOptions extends PinOptions {
  /** All redirects together. */
  timeoutMs?: number;
  maxBytes?: number;
}

export interface Wish {
  /** The header Accept. */
  accept: string;
  /** Whether a body of this media type ("" where the server names none) is worth reading. */
  takes: (mediaType: string) => boolean;
  /** Further headers: If-None-Match, … */
  headers?: Readonly<Record<string, string>>;
  /** Aborted when the program stops. */
  stop?: AbortSignal;
}

export interface Resource {
  /** After redirects. */
  url: string;
  /** Where it has moved for good: the end of a chain of permanent redirects from the beginning; null: nowhere. */
  movedTo: string | null;
  status: number;
  headers: IncomingHttpHeaders;
  /** In lower case, without parameters; empty: the server names none. */
  mediaType: string;
  charset: string | null;
  /** Null: the status is not 200, or the type is none that was wished for. */
  bytes: Uint8Array | null;
}

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 5 * 1_048_576;

export async function getResource(address: string, wish: Wish, options: WebOptions): Promise<Resource> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = wish.stop === undefined ? timeout : AbortSignal.any([timeout, wish.stop]);
  let url = checkAddress(address, address);
  const limit = options.maxBytes ?? MAX_BYTES;
  let movedTo: string | null = null;
  let isPermanent = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await ask(url, wish, options, signal);
    const target = redirectOf(response);
    if (target === null)
      return { movedTo, ...(await read(url, response, { takes: wish.takes, limit, signal })) };
    isPermanent &&= response.statusCode === 301 || response.statusCode === 308;
    response.destroy();
    url = checkAddress(URL.canParse(target, url) ? new URL(target, url).href : target, url.host);
    if (isPermanent) movedTo = url.href;
  }
  throw new UnreachablePageError(url.host, `it redirects more than ${MAX_REDIRECTS} times.`);
}

/** http and https without a user name; errors name what the person wrote, or the host that sent them on. */
function checkAddress(address: string, from: string): URL {
  const url = webAddress(address);
  if (url !== null) return new URL(url);
  throw new UnreachablePageError(
    from.replace(/[?#].*$/, '').slice(0, 200),
    'only pages at http:// and https:// addresses without a user name can be imported.',
  );
}

async function ask(
  url: URL,
  { accept, headers }: Wish,
  options: WebOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const address = await pinAddress(url, options, signal);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answer, fail) => {
    const asked = request(
      url,
      {
        signal,
        agent: false,
        lookup: pinnedLookup(address),
        headers: {
          accept,
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': 'Communique/0.1 (article import)',
          ...headers,
        },
      },
      answer,
    );
    asked.on('error', (error) => fail(failureOf(url, error, signal)));
    asked.end();
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null;
}

async function read(
  url: URL,
  response: IncomingMessage,
  { takes, limit, signal }: { takes: Wish['takes']; limit: number; signal: AbortSignal },
): Promise<Omit<Resource, 'movedTo'>> {
  const { statusCode: status = 0, headers } = response;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const mediaType = type.trim();
  const charset = parameters.map((each) => /^\s*charset=["']?([\w-]{2,30})/.exec(each)?.[1]).find(Boolean);
  const isWanted = status === 200 && takes(mediaType);
  if (!isWanted) response.destroy();
  const bytes = isWanted ? await readBody(url, response, { limit, signal }) : null;
  return { url: url.href, status, headers, mediaType, charset: charset ?? null, bytes };
}
