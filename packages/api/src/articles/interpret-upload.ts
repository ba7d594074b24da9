import { setImmediate } from 'node:timers/promises';
import { decodeText } from '../import/decode-text.ts';
import { DocumentError, DocumentTooLargeError, UnusableDocumentError } from '../import/errors.ts';
import { interpretDocument, type ImportedDocument } from '../import/interpret-document.ts';
import { MAX_DOCUMENT_BYTES } from '../import/read-document.ts';
import type { Upload } from './read-uploads.ts';

export type Interpreted =
  | { name: string; document: ImportedDocument }
  | { name: string; error: { code: 'INVALID_INPUT'; message: string } };

/** What a file says; or why it cannot be used, which never concerns the others. */
export async function interpretUpload(upload: Upload, now: Date): Promise<Interpreted> {
  // Readers of this server come first: they are served between two files.
  await setImmediate();
  const { name } = upload;
  try {
    return { name, document: interpret(upload, now) };
  } catch (error) {
    if (error instanceof DocumentError)
      return { name, error: { code: 'INVALID_INPUT', message: error.message } };
    throw error;
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/markdown': '.md',
};

function interpret({ name, mediaType, charset, bytes }: Upload, now: Date): ImportedDocument {
  if (!isText(mediaType)) {
    throw new UnusableDocumentError(name, `it is "${mediaType.slice(0, 100)}". Send text, Markdown or HTML.`);
  }
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new DocumentTooLargeError(name, bytes.length, MAX_DOCUMENT_BYTES);
  }
  const ending = ENDINGS[mediaType];
  const fileName =
    ending === undefined || name.endsWith(ending) ? name : `${name.replace(/\.[a-z]{1,5}$/i, '')}${ending}`;
  return interpretDocument({ path: name, fileName, text: decodeText(bytes, name, charset) }, { now });
}

/** What is not said, or said to be mere bytes, is looked at. */
function isText(mediaType: string): boolean {
  return (
    mediaType === '' ||
    mediaType.startsWith('text/') ||
    /^application\/(?:octet-stream|xhtml\+xml|x-www-form-urlencoded)$/.test(mediaType)
  );
}
