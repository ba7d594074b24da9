import { UnreachablePageError } from './errors.ts';

/** What went wrong on the way, by code only: messages of the system name addresses of its network. */
export function failureOf(url: URL, cause: unknown, signal: AbortSignal): UnreachablePageError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isLate =
    signal.aborted || code === 'ABORT_ERR' || (cause instanceof Error && cause.name === 'TimeoutError');
  if (isLate)
    return new UnreachablePageError(url.host, 'it did not answer in time. Try again later.', { cause });
  const reason = /^(?:ENOTFOUND|EAI_AGAIN|ENODATA)$/.test(code)
    ? 'there is no such host. Check the address.'
    : `the connection failed${code === '' ? '' : ` (${code})`}. Try again later.`;
  return new UnreachablePageError(url.host, reason, { cause });
}
