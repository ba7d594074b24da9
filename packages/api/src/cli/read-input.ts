import { DocumentTooLargeError } from '../import/errors.ts';
import { MAX_DOCUMENT_BYTES, readText } from '../import/read-document.ts';
import type { ReadDocument } from '../import/read-document.ts';

const NAME = 'standard input';

/** One document from standard input; more than a document may have is not even read. */
export async function readInput(input: AsyncIterable<Uint8Array>): Promise<ReadDocument> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    length += chunk.length;
    if (length > MAX_DOCUMENT_BYTES) throw new DocumentTooLargeError(NAME, length, MAX_DOCUMENT_BYTES);
    chunks.push(chunk);
  }
  return { path: NAME, fileName: NAME, ...readText(Buffer.concat(chunks), NAME) };
}
