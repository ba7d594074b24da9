/** The bot's only way to the API: typed operations over HTTP. */
import type { TypedDocumentString } from './generated/graphql.ts';
import { ApiRefusedError, ApiUnavailableError, StrangeAnswerError } from './errors.ts';

/** On whose behalf the bot acts, in Discord's own words; the API decides what that allows. */
export interface Actor {
  userId: string;
  guildId: string;
  roleIds: readonly string[];
  /** Discord's bit field as a decimal number. */
  permissions: string;
}

export type ApiRequest = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

export interface ApiClient {
  /** Where it is, for people: without what may be secret in an address. */
  address: string;
  /** Without an actor it is the bot itself that asks. */
  request<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    options?: { actor?: Actor },
  ): Promise<Result>;
}

export interface ApiClientOptions {
  url: string;
  token: string;
  fetch?: typeof globalThis.fetch;
  timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 5_000;

export function createApiClient(options: ApiClientOptions): ApiClient {
  const { url, token, fetch = globalThis.fetch, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return {
    address: publicAddress(url),
    async request(document, variables, { actor } = {}) {
      const text = document.toString();
      const sha256Hash = operationId(document);
      const response = await send(async () =>
        fetch(url, {
          method: 'POST',
          headers: requestHeaders(token, actor),
          body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } }, variables }),
          signal: AbortSignal.timeout(timeoutMs),
        }),
      );
      return readAnswer(response, operationName(text));
    },
  };
}

function publicAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function requestHeaders(token: string, actor: Actor | undefined): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    authorization: `Bearer ${token}`,
    // What a browser cannot send across origins without asking first: the API takes requests with it only.
    'x-graphql-yoga-csrf': '1',
    ...(actor === undefined
      ? {}
      : { 'communique-actor': Buffer.from(JSON.stringify(actor)).toString('base64url') }),
  };
}

interface Answer {
  status: number;
  body: unknown;
}

async function send(attempt: () => Promise<Response>): Promise<Answer> {
  try {
    const response = await attempt();
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw new ApiUnavailableError(timedOut ? 'it did not answer in time' : 'it cannot be reached', {
      cause: error,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAnswer<Result>({ status, body }: Answer, operation: string): Result {
  const refusal = firstError(body);
  if (refusal !== undefined) throw new ApiRefusedError(operation, refusal.code, refusal.message);
  if (status === 401)
    throw new ApiRefusedError(operation, 'UNAUTHENTICATED', 'it does not know the token of this bot');
  if (status >= 400 && status < 500 && status !== 429)
    throw new ApiRefusedError(operation, `HTTP_${status}`, `it answered with status ${status}`);
  if (!hasData(body) && status < 400)
    throw new StrangeAnswerError('what it answers is not an answer of the API');
  if (!hasData(body)) throw new ApiUnavailableError(`it answered with status ${status}`);
  // The operation's type is generated from the very schema that shapes the answer.
  return body.data as Result;
}

function hasData(body: unknown): body is { data: object } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'data' in body &&
    typeof body.data === 'object' &&
    body.data !== null
  );
}

function firstError(body: unknown): { code: string; message: string } | undefined {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return;
  const [error]: unknown[] = body.errors;
  if (typeof error !== 'object' || error === null) return;
  const message = 'message' in error && typeof error.message === 'string' ? error.message : 'no message';
  const extensions = 'extensions' in error ? error.extensions : undefined;
  const code =
    typeof extensions === 'object' && extensions !== null && 'code' in extensions
      ? extensions.code
      : undefined;
  return { code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR', message };
}

/** The API knows the text: it has a copy of the generated file. */
function operationId(document: { __meta__?: Record<string, unknown> | undefined }): string {
  const hash = document.__meta__?.['hash'];
  if (typeof hash !== 'string')
    throw new TypeError('An operation without an id: run "pnpm generate:operations"');
  return hash;
}

function operationName(text: string): string {
  return /\b(?:query|mutation) (\w+)/.exec(text)?.[1] ?? 'an operation';
}
