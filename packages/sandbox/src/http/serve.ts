import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** What a handler may reach beside the request: the connection itself. */
export interface NodeConnection {
  incoming: IncomingMessage;
}

type Fetch = (request: Request, connection: NodeConnection) => Response | Promise<Response>;

/** Discord's own limit for a request; https://docs.discord.com/developers/reference#uploading-files */
const MAX_BODY = 25 * 1024 * 1024;

/** Puts a fetch-shaped application on node:http. */
export function createHttpServer(fetch: Fetch, onError: (error: unknown) => void): Server {
  return createServer((incoming, outgoing) => {
    handle(fetch, incoming, outgoing).catch((error: unknown) => {
      if (!incoming.socket.destroyed) onError(error);
      outgoing.destroy();
    });
  });
}

async function handle(fetch: Fetch, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const response = await respond(fetch, incoming, outgoing);
  if (incoming.socket.destroyed) return;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  // Node's and the DOM's declarations of the same web stream do not know each other.
  await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}

async function respond(fetch: Fetch, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
  const body = await readAll(incoming);
  if (body === null) {
    return Response.json({ message: 'Request entity too large', code: 40_005 }, { status: 413 });
  }
  if (!METHODS.has(incoming.method ?? '')) return new Response(null, { status: 405 });
  if (!URL.canParse(incoming.url ?? '', BASE)) return new Response(null, { status: 400 });
  return fetch(toRequest(incoming, outgoing, body), { incoming });
}

/** Requests carry a path only; what stands before it does not matter. */
const BASE = 'http://sandbox.invalid';
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

async function readAll(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return size > MAX_BODY ? null : Buffer.concat(chunks);
}

function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer<ArrayBuffer>): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const method = incoming.method ?? 'GET';
  const hasBody = body.length > 0 && method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(incoming.url ?? '/', BASE), {
    method,
    headers,
    signal: gone.signal,
    ...(hasBody && { body }),
  });
}
