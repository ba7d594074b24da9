/**
 * What can be wrong with a document somebody hands to the importer. Thrown by read-*, tidy-* and draft-*;
 * the CLI names the file and goes on with the next one.
 */
export abstract class DocumentError extends Error {
  readonly path: string;

  constructor(path: string, message: string, options?: ErrorOptions) {
    super(`${path}: ${message}`, options);
    this.path = path;
  }
}

/** The file is missing, a folder, or may not be read. */
export class UnreadableDocumentError extends DocumentError {
  override name = 'UnreadableDocumentError';
}

export class EmptyDocumentError extends DocumentError {
  override name = 'EmptyDocumentError';

  constructor(path: string) {
    super(path, 'there is no text in it. Save the article as text and try again.');
  }
}

export class DocumentTooLargeError extends DocumentError {
  override name = 'DocumentTooLargeError';
  readonly size: number;
  readonly limit: number;

  constructor(path: string, size: number, limit: number) {
    super(
      path,
      `it has ${inMegabytes(size)} MB; an article may have at most ${inMegabytes(limit)} MB. Import only the article's own text.`,
    );
    this.size = size;
    this.limit = limit;
  }
}

/** The bytes are no text: a picture, a PDF, an archive … */
export class BinaryDocumentError extends DocumentError {
  override name = 'BinaryDocumentError';

  /** `name`: what it is, where that is known. */
  constructor(path: string, name = 'a binary file') {
    super(
      path,
      `it is not text but ${name}. Save the article as plain text, Markdown or HTML (UTF-8) first.`,
    );
  }
}

export class UndecodableDocumentError extends DocumentError {
  override name = 'UndecodableDocumentError';

  constructor(path: string, reason: string) {
    super(path, `${reason}. Save the file as UTF-8 and try again.`);
  }
}

/** A file that follows a format of ours, but not quite: says where and what to do. */
export class MalformedDocumentError extends DocumentError {
  override name = 'MalformedDocumentError';
  readonly line: number;
  readonly reason: string;

  constructor(path: string, line: number, reason: string) {
    super(`${path}:${line}`, reason);
    this.line = line;
    this.reason = reason;
  }
}

/** It was read, but what it holds does not fit into a briefing. */
export class UnusableDocumentError extends DocumentError {
  override name = 'UnusableDocumentError';
}

/** The work on it was given up: it took too long or too much. What it says is not known. */
export class UnfinishedDocumentError extends DocumentError {
  override name = 'UnfinishedDocumentError';
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1_048_576;
  return megabytes >= 10 ? String(Math.round(megabytes)) : megabytes.toFixed(1).replace(/\.0$/, '');
}
