import type { IncomingMessage } from 'node:http';

/**
 * Calls back with all of it; never, where the client goes away before it has said everything. The length was checked before. No promise
 * and no more listeners than these: every request comes through here.
 */
export function readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
}

/** The request with its body beside it, for a reader that comes when the stream has ended. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const stream = {
    body,
    async *[Symbol.asyncIterator]() {
      yield body;
    },
  };
  return Object.assign(request, { body: stream });
}
