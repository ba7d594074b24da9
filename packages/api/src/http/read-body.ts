import type { IncomingMessage } from 'node:http';

/** Null: the client went away before it had said everything. The length was checked before. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', () => resolve(null));
    request.on('close', () => resolve(null));
  });
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
