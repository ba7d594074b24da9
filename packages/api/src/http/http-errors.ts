/** What is wrong with a request before anything of GraphQL is looked at: a status, a code, and what to do next. */
import { GraphQLError } from 'graphql';

const STATUSES = {
  BAD_REQUEST: 400,
  CSRF_HEADER_MISSING: 403,
  ORIGIN_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  LENGTH_REQUIRED: 411,
  CONTENT_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
} as const;

export type HttpErrorCode = keyof typeof STATUSES;

interface Details {
  headers?: Record<string, string>;
  extensions?: Record<string, unknown>;
}

/** For where Yoga writes the answer. */
export function httpError(
  code: HttpErrorCode,
  message: string,
  { headers, extensions }: Details = {},
): GraphQLError {
  const http = { status: STATUSES[code], ...(headers && { headers }) };
  return new GraphQLError(message, { extensions: { code, ...extensions, http } });
}

/** For where we do. */
export function httpAnswer(code: HttpErrorCode, message: string, { headers, extensions }: Details = {}) {
  return {
    status: STATUSES[code],
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] }),
  };
}
