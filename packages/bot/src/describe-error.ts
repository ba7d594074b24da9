/** An error as it may stand in a log. Errors of discord.js carry the whole request: the token of an interaction is in its address, the reply of a person in its body. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

export interface ErrorDescription {
  type: string;
  message: string;
  stack?: string;
  code?: string | number;
  status?: number;
  method?: string;
  route?: string;
  /** What Discord objects to: the path of each field with the code of its rule. */
  fields?: string[];
  retryAfterMs?: number;
  cause?: ErrorDescription;
}

const MAX_CAUSES = 5;
const MAX_FIELDS = 20;

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (error instanceof DiscordAPIError) return describeRefusal(error);
  if (error instanceof HTTPError)
    return { type: 'HTTPError', message: error.message, status: error.status, ...request(error) };
  if (error instanceof RateLimitError)
    return {
      type: 'RateLimitError',
      message: 'Discord asks to wait longer than is worth it',
      retryAfterMs: error.retryAfter,
      ...request(error),
    };
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something that is no error was thrown' };
  return {
    type: error.name,
    message: withoutTokens(error.message),
    ...(error.stack === undefined ? {} : { stack: withoutTokens(error.stack) }),
    ...codeOf(error),
    ...(error.cause === undefined || depth >= MAX_CAUSES
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Its full message and the rules' own sentences quote what was sent; the codes of the rules do not. */
function describeRefusal(error: DiscordAPIError): ErrorDescription {
  const { rawError } = error;
  const fields = 'errors' in rawError ? brokenRules(rawError.errors) : [];
  return {
    type: 'DiscordAPIError',
    message: 'message' in rawError ? rawError.message : 'Discord refused the request',
    code: error.code,
    status: error.status,
    ...request(error),
    ...(fields.length === 0 ? {} : { fields: fields.slice(0, MAX_FIELDS) }),
  };
}

function brokenRules(errors: unknown, path = ''): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (key !== '_errors' || !Array.isArray(value))
      return brokenRules(value, path === '' ? key : `${path}.${key}`);
    return value.map((rule: unknown) => `${path}: ${ruleCode(rule)}`);
  });
}

function ruleCode(rule: unknown): string {
  return typeof rule === 'object' && rule !== null && 'code' in rule ? String(rule.code) : 'unknown';
}

function request({ method, url }: { method: string; url: string }): { method: string; route: string } {
  const path = URL.canParse(url) ? new URL(url).pathname : 'unknown';
  return { method, route: withoutTokens(path) };
}

/** The token of an interaction or webhook is the second part of its address. */
function withoutTokens(text: string): string {
  return text.replace(/\/(interactions|webhooks)\/[^/\s]+\/[^/\s?#"']+/g, '/$1/:id/:token');
}

function codeOf(error: Error): { code?: string | number } {
  if (!('code' in error)) return {};
  return typeof error.code === 'string' || typeof error.code === 'number' ? { code: error.code } : {};
}
