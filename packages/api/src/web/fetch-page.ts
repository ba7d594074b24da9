/** Reads one page from the web: bounded in time, bytes and redirects, and never from this machine's own network. */
import { lookup as resolve } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { webAddress } from '../import/extract-sources.ts';
import { UnreachablePageError } from './errors.ts';

export interface FetchedPage {
  /** After redirects. */
  url: string;
  bytes: Uint8Array;
  mediaType: string;
  charset: string | null;
}

export interface FetchOptions {
  /** Which addresses may be asked: `isPublicAddress`, but in development and tests. */
  isAllowed: (address: string) => boolean;
  /** All redirects together. */
  timeoutMs?: number;
  maxBytes?: number;
  /** What a host name stands for. */
  resolveHost?: (host: string) => Promise<readonly string[]>;
}

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 5 * 1_048_576;

export async function fetchPage(address: string, options: FetchOptions): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let url = checkAddress(address, address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await ask(url, options, signal);
    const target = redirectOf(response);
    if (target === null) return readPage(url, response, { ...options, signal });
    response.destroy();
    url = checkAddress(URL.canParse(target, url) ? new URL(target, url).href : target, url.host);
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

async function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await pinAddress(url, options, signal);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answer, fail) => {
    const asked = request(
      url,
      {
        signal,
        agent: false,
        // The checked address, whatever the name stands for by now.
        lookup: (_host, wish, done) =>
          wish.all === true
            ? done(null, [{ address, family: isIP(address) }])
            : done(null, address, isIP(address)),
        headers: {
          accept: 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': 'Communique/0.1 (article import)',
        },
      },
      answer,
    );
    asked.once('error', (error) => fail(failure(url, error, signal)));
    asked.end();
  });
}

/** One public address of the host; all of them must be public, so that no name can point at both. */
async function pinAddress(url: URL, options: FetchOptions, signal: AbortSignal): Promise<string> {
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
  { resolveHost = resolveSystem }: FetchOptions,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    return await Promise.race([resolveHost(host), whenAborted(signal)]);
  } catch (error) {
    throw failure(url, error, signal);
  }
}

async function resolveSystem(host: string): Promise<string[]> {
  return (await resolve(host, { all: true })).map(({ address }) => address);
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_answer, fail) => {
    signal.addEventListener('abort', () => fail(new Error('aborted')), { once: true });
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return statusCode >= 301 && statusCode <= 308 && statusCode !== 304 ? (headers.location ?? null) : null;
}

async function readPage(
  url: URL,
  response: IncomingMessage,
  { maxBytes = MAX_BYTES, signal }: FetchOptions & { signal: AbortSignal },
): Promise<FetchedPage> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    throw new UnreachablePageError(url.host, `it answered with status ${statusCode} instead of a page.`);
  }
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => /^\s*charset=["']?([\w-]{2,30})/.exec(each)?.[1]).find(Boolean);
  const bytes = await readBytes(url, response, { limit: maxBytes, signal });
  return { url: url.href, bytes, mediaType: mediaType.trim(), charset: charset ?? null };
}

/** Counts what comes out of the decompression: a bomb is as large as what it becomes. */
async function readBytes(
  url: URL,
  response: IncomingMessage,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const stream = decompress(url, response);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) {
        throw new UnreachablePageError(
          url.host,
          `the page has more than ${Math.round(limit / 1_048_576)} MB. Save the article itself as text and import that.`,
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof UnreachablePageError ? error : failure(url, error, signal);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function decompress(url: URL, response: IncomingMessage): NodeJS.ReadableStream {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return response;
  const makers: Record<string, () => NodeJS.ReadWriteStream> = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const make = Object.hasOwn(makers, encoding) ? makers[encoding] : undefined;
  if (make === undefined) {
    response.destroy();
    throw new UnreachablePageError(url.host, 'it sent the page in a compression that nobody asked for.');
  }
  const stream = make();
  response.once('error', (error) => stream.emit('error', error));
  return response.pipe(stream);
}

function failure(url: URL, cause: unknown, signal: AbortSignal): UnreachablePageError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isLate =
    signal.aborted || code === 'ABORT_ERR' || (cause instanceof Error && cause.name === 'TimeoutError');
  if (isLate)
    return new UnreachablePageError(url.host, 'it did not answer in time. Try again later.', { cause });
  const reason = /^(?:ENOTFOUND|EAI_AGAIN|ENODATA)$/.test(code)
    ? 'there is no such host. Check the address.'
    : `the connection failed${code === '' ? '' : ` (${code})`}. Try again later.`;
  return new UnreachablePageError(url.host, reason, { cause });
}
