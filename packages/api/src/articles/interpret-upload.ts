import { DocumentError, DocumentTooLargeError, UnusableDocumentError } from '../import/errors.ts';
import { documentsIn } from '../import/reading/documents-in.ts';
import { interpretDocument } from '../import/interpret-document.ts';
import { MAX_DOCUMENT_BYTES, readText, type ReadDocument } from '../import/read-document.ts';
import { refusalOf, type Interpreted, type Refusal } from './interpreted.ts';
import type { Upload } from './read-uploads.ts';

/** What a file says, item by item where it is a feed; or why it cannot be used, which never concerns the others. */
export function interpretUpload(upload: Upload, now: Date): Interpreted[] {
  const { name } = upload;
  const sources = attempt(() => documentsIn(readUpload(upload)));
  if ('error' in sources) return [{ name, error: sources.error }];
  return sources.result.map((source) => {
    const document = attempt(() => interpretDocument(source, { now }));
    const { path } = source;
    return 'error' in document
      ? { name: path, error: document.error }
      : { name: path, document: document.result };
  });
}

type Attempt<Result> = { result: Result } | { error: Refusal };

function attempt<Result>(act: () => Result): Attempt<Result> {
  try {
    return { result: act() };
  } catch (error) {
    if (error instanceof DocumentError) return { error: refusalOf(error) };
    throw error;
  }
}

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/markdown': '.md',
  'text/x-rst': '.rst',
};

function readUpload({ name, mediaType, charset, bytes }: Upload): ReadDocument {
  if (!isText(mediaType)) {
    const what = mediaType.slice(0, 100);
    throw new UnusableDocumentError(name, `it is "${what}". Send text, Markdown, HTML or a feed.`);
  }
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new DocumentTooLargeError(name, bytes.length, MAX_DOCUMENT_BYTES);
  }
  if (charset !== null && !isEncoding(charset)) {
    throw new UnusableDocumentError(
      name,
      `its charset "${charset.slice(0, 50)}" is no encoding that is known. Say "utf-8", "windows-1251", … or nothing.`,
    );
  }
  const ending = ENDINGS[mediaType];
  const fileName =
    ending === undefined || name.endsWith(ending) ? name : `${name.replace(/\.[a-z]{1,5}$/i, '')}${ending}`;
  return { path: name, fileName, ...readText(bytes, name, charset) };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
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
