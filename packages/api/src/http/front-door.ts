/** What is decided before GraphQL sees a request: whom it is addressed to, how large it is, and the addresses that are no GraphQL. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { httpAnswer } from './http-errors.ts';
import { MAX_BODY_BYTES, MAX_UPLOAD_BYTES } from '../graphql/limits.ts';

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Names under which a program on this machine can be reached; whatever else a browser was told to call it comes from elsewhere. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_HOSTS.has(hostname) || hostname === '::1';
}

/** By the header `Host`; a request without one was not made by a browser. */
export function isAddressedToLoopback(host: string | null | undefined): boolean {
  return host === null || host === undefined || isLoopback(host.replace(/:\d+$/, '').toLowerCase());
}

export interface FrontDoorOptions {
  /** Answers whether the database can be read. */
  isReady: () => Promise<boolean>;
  /** Only requests addressed to this machine by a loopback name: against web pages whose name was made to point here. */
  loopbackOnly: boolean;
}

export function useFrontDoor({ isReady, loopbackOnly }: FrontDoorOptions): Plugin {
  return {
    async onRequest(hook) {
      const { request, url, fetchAPI } = hook;
      const answer = (status: number, text: string, headers: Record<string, string> = {}) =>
        hook.endResponse(new fetchAPI.Response(text, { status, headers: { ...PLAIN_TEXT, ...headers } }));
      if (loopbackOnly && !isAddressedToLoopback(request.headers.get('host'))) {
        return answer(421, 'This server answers to localhost only.\n');
      }
      if (url.pathname === '/live') return answer(200, 'live\n');
      if (url.pathname === '/ready') {
        return (await isReady()) ? answer(200, 'ready\n') : answer(503, 'The database does not answer.\n');
      }
      if (!ADDRESSES.test(url.pathname)) {
        const { status, headers, body } = httpAnswer('NOT_FOUND', NOTHING_HERE);
        return answer(status, body, headers);
      }
      if (url.pathname === '/') return answer(302, '', { Location: '/graphql' });
    },
  };
}

const ADDRESSES = /^\/(?:graphql\/?|import)?$/;
const NOTHING_HERE =
  'There is nothing at this address: GraphQL is at /graphql, files of articles go to POST /import, and /live and /ready say how the server is.';

const PLAIN_TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };

/** Headers for every answer: nothing of this server belongs into a frame, and nothing is to be guessed about its types. */
export const SAFETY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Refuses a body by its announced length, before a byte of it is read; a body of no announced length is not read at all.
 * Cheaper than counting while it streams, and Node holds the client to the length it announced.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse): boolean {
  const announced = request.headers['content-length'];
  const chunked = request.headers['transfer-encoding'] !== undefined;
  const limit = /^\/import(?:\?|$)/.test(request.url ?? '') ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES;
  if (!chunked && (announced === undefined || Number(announced) <= limit)) return false;
  const { status, headers, body } = chunked ? withoutLength() : tooLong(Number(announced), limit);
  response.writeHead(status, { ...headers, Connection: 'close' }).end(body);
  return true;
}

function withoutLength() {
  return httpAnswer('LENGTH_REQUIRED', 'Send the request with a Content-Length, not in chunks.');
}

function tooLong(requested: number, limit: number) {
  return httpAnswer(
    'CONTENT_TOO_LARGE',
    `A request may have at most ${limit} bytes, and this one has ${requested}. Split it into several.`,
    { extensions: { exceeded: { measure: 'BYTES', requested, limit } } },
  );
}
