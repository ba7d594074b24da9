/** The files of a request: one as its body, or several in a form. */
import { InvalidInputError } from '../domain-errors.ts';
import { MAX_UPLOAD_BYTES } from '../graphql/limits.ts';
import { MAX_DOCUMENT_BYTES } from '../import/read-document.ts';
import { checkFileName } from './import-article.ts';

export interface Upload {
  name: string;
  /** In lower case, without parameters; empty: not said. */
  mediaType: string;
  charset: string | null;
  bytes: Uint8Array;
}

/** The request cannot be read, with the HTTP status that says so. */
export class UploadError extends Error {
  override name = 'UploadError';
  readonly status: 400 | 413 | 415;
  readonly code = 'INVALID_INPUT';

  constructor(status: UploadError['status'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const MAX_FILES = 20;

/** `name`: of the file, where it is the body; those of a form have their own. */
export async function readUploads(request: Request, name: string | null): Promise<Upload[]> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== '') {
    throw new UploadError(415, 'Send files as they are, without Content-Encoding.');
  }
  const { mediaType, charset } = readContentType(request.headers.get('content-type') ?? '');
  const isForm = mediaType === 'multipart/form-data';
  // Before a byte is read: a body given up half-way takes the connection with it, and the client never hears why.
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > (isForm ? MAX_UPLOAD_BYTES : MAX_DOCUMENT_BYTES)) throw tooLarge();
  if (isForm && name !== null) {
    throw new InvalidInputError('The parameter "name" is for a file sent alone: those of a form have names', [
      'name',
    ]);
  }
  if (isForm) return readForm(request);
  const checked = checkFileName(name ?? 'article.txt');
  const bytes = await readBytes(request, MAX_DOCUMENT_BYTES);
  return [{ name: checked, mediaType, charset, bytes }];
}

async function readForm(request: Request): Promise<Upload[]> {
  const bytes = await readBytes(request, MAX_UPLOAD_BYTES);
  const contentType = request.headers.get('content-type') ?? '';
  let form: FormData;
  try {
    // Node's own reader: the server's keeps only the last of several files with one name.
    form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new UploadError(400, 'The form cannot be read: send multipart/form-data with a part per file.', {
      cause,
    });
  }
  const files = [...form.values()].filter((value) => value instanceof Object);
  if (files.length === 0) throw new UploadError(400, 'There is no file in the form.');
  if (files.length > MAX_FILES) {
    throw new UploadError(413, `There are ${files.length} files, and ${MAX_FILES} are taken at once.`);
  }
  return Promise.all(
    files.map(async (file) => ({
      name: checkFileName(file.name),
      ...readContentType(file.type),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : new Uint8Array(chunk);
    length += bytes.length;
    if (length > limit) throw tooLarge();
    chunks.push(bytes);
  }
  if (length === 0) throw new InvalidInputError('The request has no body: send the file itself, or a form');
  return Buffer.concat(chunks);
}

function tooLarge(): UploadError {
  const [file, all] = [MAX_DOCUMENT_BYTES, MAX_UPLOAD_BYTES].map((bytes) => bytes / 1_048_576);
  return new UploadError(413, `A file may have at most ${file} MB, and all of a form ${all} MB.`);
}

function readContentType(header: string): { mediaType: string; charset: string | null } {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((each) => /^\s*charset=["']?([^"']*)/.exec(each)?.[1]?.trim()).find(Boolean);
  return { mediaType: type.trim(), charset: charset ?? null };
}
