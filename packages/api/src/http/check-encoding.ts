/** How the bytes of a body become text: UTF-8 and nothing packed. Read as something else it would be another text. */
import { isUtf8 } from 'node:buffer';
import type { GraphQLError } from 'graphql';
import { httpError } from './http-errors.ts';

// ASCII is the same bytes.
const READ_CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]*)/i;

/** By its headers; null: it can be read. */
export function refuseEncoding(headers: Headers): GraphQLError | null {
  const packed = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (packed !== 'identity' && packed !== '') {
    return httpError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, without Content-Encoding.', {
      headers: { 'Accept-Encoding': 'identity' },
    });
  }
  const [, charset = 'utf-8'] = CHARSET.exec(headers.get('content-type') ?? '') ?? [];
  if (READ_CHARSETS.has(charset.toLowerCase())) return null;
  return httpError(
    'UNSUPPORTED_MEDIA_TYPE',
    'The body is read as UTF-8 only: send it in UTF-8, with the content type application/json; charset=utf-8.',
    { headers: { 'Accept-Post': 'application/json; charset=utf-8' } },
  );
}

/** By its bytes. */
export function requireUtf8(body: Uint8Array): void {
  if (isUtf8(body)) return;
  throw httpError('BAD_REQUEST', 'The body holds bytes that are no UTF-8: send it in UTF-8.');
}
