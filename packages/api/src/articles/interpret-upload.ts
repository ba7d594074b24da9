import { setImmediate } from 'node:timers/promises';
import { decodeText } from '../import/decode-text.ts';
import { DocumentError, DocumentTooLargeError, UnusableDocumentError } from '../import/errors.ts';
import { documentsIn } from '../import/documents-in.ts';
import { interpretDocument, type ImportedDocument } from '../import/interpret-document.ts';
import { MAX_DOCUMENT_BYTES, type ReadDocument } from '../import/read-document.ts';
import type { Upload } from './read-uploads.ts';

interface Refusal {
  code: 'INVALID_INPUT';
  message: string;
}

export type Interpreted = { name: string; document: ImportedDocument } | { name: string; error: Refusal };

/** What a file says, item by item where it is a feed; or why it cannot be used, which never concerns the others. */
export async function interpretUpload(upload: Upload, now: Date): Promise<Interpreted[]> {
  const { name } = upload;
  const sources = attempt(name, () => documentsIn(readUpload(upload)));
  if ('error' in sources) return [{ name, error: sources.error }];
  const interpreted: Interpreted[] = [];
  for (const source of sources.result) {
    // Readers of this server come first: they are served between two documents.
    await setImmediate();
    const { path } = source;
    const document = attempt(path, () => interpretDocument(source, { now }));
    interpreted.push(
      'error' in document ? { name: path, error: document.error } : { name: path, document: document.result },
    );
  }
  return interpreted;
}

type Attempt<Result> = { result: Result } | { error: Refusal };

function attempt<Result>(name: string, act: () => Result): Attempt<Result> {
  try {
    return { result: act() };
  } catch (error) {
    if (error instanceof DocumentError) return { error: { code: 'INVALID_INPUT', message: error.message } };
    throw error;
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/markdown': '.md',
};

function readUpload({ name, mediaType, charset, bytes }: Upload): ReadDocument {
  if (!isText(mediaType)) {
    const what = mediaType.slice(0, 100);
    throw new UnusableDocumentError(name, `it is "${what}". Send text, Markdown, HTML or a feed.`);
  }
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new DocumentTooLargeError(name, bytes.length, MAX_DOCUMENT_BYTES);
  }
  const ending = ENDINGS[mediaType];
  const fileName =
    ending === undefined || name.endsWith(ending) ? name : `${name.replace(/\.[a-z]{1,5}$/i, '')}${ending}`;
  return { path: name, fileName, text: decodeText(bytes, name, charset) };
}

/** What is not said, or said to be mere bytes, is looked at. */
function isText(mediaType: string): boolean {
  return (
    mediaType === '' ||
    mediaType.startsWith('text/') ||
    /^application\/(?:octet-stream|x-www-form-urlencoded|(?:xhtml|rss|atom|rdf)\+xml|xml|(?:feed\+)?json)$/.test(
      mediaType,
    )
  );
}
