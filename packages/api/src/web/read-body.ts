import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { UnreachablePageError } from './errors.ts';
import { failureOf } from './failure-of.ts';

/** Counts what comes out of the decompression: a bomb is as large as what it becomes. */
export async function readBody(
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
    throw error instanceof UnreachablePageError ? error : failureOf(url, error, signal);
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
