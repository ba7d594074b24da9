import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { decodeDocument } from './reading/decode-text.ts';
import { DocumentTooLargeError, UnreadableDocumentError } from './errors.ts';

/** A document as text, before anybody looked at what it says. */
export interface ReadDocument {
  /** As the caller named it. */
  path: string;
  /** Its last part, what provenance remembers. */
  fileName: string;
  /** Line feeds only, no byte order mark, no control characters. Every origin counts UTF-16 units of this text. */
  text: string;
  /** Where on the web it was read. */
  url?: string;
  /** What of it had to be guessed: for whoever imports it. */
  notes?: readonly string[];
  /** What is known of it from elsewhere, such as the feed that announced it: keys as in front matter. */
  facts?: DocumentFacts;
}

export type DocumentFacts = Readonly<Record<string, unknown>>;

/** An article of 5 MB is a book; more is a mistake (and the limit for articles from the web). */
export const MAX_DOCUMENT_BYTES = 5 * 1_048_576;

/** A file → its text. Refuses what is no readable text, with the reason; a file that is too large is not even read. */
export async function readDocument(filePath: string): Promise<ReadDocument> {
  const bytes = await readBytes(filePath);
  return { path: filePath, fileName: path.basename(filePath), ...readText(bytes, filePath) };
}

/** The text of bytes, with notes where there are any. */
export function readText(
  bytes: Uint8Array,
  filePath: string,
  charset: string | null = null,
): Pick<ReadDocument, 'text' | 'notes'> {
  const { text, notes } = decodeDocument(bytes, filePath, charset);
  return notes.length === 0 ? { text } : { text, notes };
}

async function readBytes(filePath: string): Promise<Uint8Array> {
  try {
    const file = await stat(filePath);
    if (file.isDirectory()) throw new UnreadableDocumentError(filePath, 'it is a folder, not a file.');
    // A device or pipe has no size and may never end.
    if (!file.isFile()) throw new UnreadableDocumentError(filePath, 'it is not a regular file.');
    if (file.size > MAX_DOCUMENT_BYTES) {
      throw new DocumentTooLargeError(filePath, file.size, MAX_DOCUMENT_BYTES);
    }
    return await readAtMost(filePath, file.size);
  } catch (error) {
    throw isSystemError(error) ? unreadable(filePath, error) : error;
  }
}

/** Reads the size that was checked, even when the file grows meanwhile. */
async function readAtMost(filePath: string, size: number): Promise<Uint8Array> {
  await using file = await open(filePath, 'r');
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path.',
  ENOTDIR: 'there is no such file: a part of its path is a file, not a folder.',
  EACCES: 'it may not be read by you. Change its permissions.',
  EPERM: 'it may not be read by you. Change its permissions.',
  ENAMETOOLONG: 'its name is too long.',
  ELOOP: 'it is a link that leads back to itself.',
};

function unreadable(filePath: string, error: NodeJS.ErrnoException): UnreadableDocumentError {
  const reason = REASONS[error.code ?? ''] ?? `it could not be read (${error.code ?? error.message}).`;
  return new UnreadableDocumentError(filePath, reason, { cause: error });
}
