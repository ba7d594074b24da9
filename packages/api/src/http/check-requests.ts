/** What a request to GraphQL must be like: refused here with a code and what to do next, never with an empty answer. */
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { getOperationAST, GraphQLError } from 'graphql';
import type { FetchAPI, GraphQLParams, Plugin } from 'graphql-yoga';
import { refuseEncoding, requireUtf8 } from './check-encoding.ts';
import { checkParameters } from './check-parameters.ts';
import { httpAnswer, httpError } from './http-errors.ts';

export interface RequestChecksOptions {
  /** Of web pages that may read answers. */
  allowedOrigins: readonly string[];
}

const CSRF_HEADER = 'X-GraphQL-Yoga-CSRF';
const ANSWERS =
  /\*\/\*|application\/(?:\*|json|graphql-response\+json)|text\/event-stream|multipart\/(?:\*|mixed)/i;

export function useRequestChecks({ allowedOrigins }: RequestChecksOptions): Plugin {
  const { onRequestParse: preventForgery } = useCSRFPrevention({
    requestHeaders: [CSRF_HEADER.toLowerCase()],
  });
  return {
    onRequestParse(hook) {
      const { request, requestParser, setRequestParser } = hook;
      if (request.method !== 'GET' && request.method !== 'POST') {
        throw httpError('METHOD_NOT_ALLOWED', 'Send operations with POST, or queries with GET.', {
          headers: { Allow: 'GET, POST' },
        });
      }
      try {
        void preventForgery?.(hook);
      } catch {
        throw forgeable();
      }
      if (requestParser === undefined) throw unreadable(request.headers.get('content-type'));
      if (!ANSWERS.test(request.headers.get('accept') ?? '*/*')) throw unanswerable();
      const encoding = refuseEncoding(request.headers);
      if (encoding !== null) throw encoding;
      setRequestParser(async (parsed) => {
        const readable = parsed.method === 'GET' ? parsed : await withCheckedBody(parsed, hook.fetchAPI);
        return read(async () => requestParser(readable));
      });
    },
    // Before Yoga says so itself, with the code of something else.
    onParse:
      () =>
      ({ result, context: { request, params } }) => {
        if (request.method !== 'GET' || result === null || result instanceof Error) return;
        if (getOperationAST(result, params.operationName)?.operation !== 'mutation') return;
        throw httpError('METHOD_NOT_ALLOWED', 'Send mutations with POST.', { headers: { Allow: 'POST' } });
      },
    onResponse(hook) {
      const { request, response, fetchAPI } = hook;
      const refusal = isForeignPreflight(request, allowedOrigins)
        ? foreign(request.headers.get('origin'))
        : response.status === 406 && response.body === null
          ? httpAnswer('NOT_ACCEPTABLE', ACCEPTED)
          : null;
      if (refusal === null) return;
      const { body, status, headers } = refusal;
      hook.setResponse(new fetchAPI.Response(body, { status, headers }));
    },
  };
}

async function withCheckedBody(request: Request, { Request: Made }: FetchAPI): Promise<Request> {
  const body = new Uint8Array(await request.arrayBuffer());
  requireUtf8(body);
  const { url, method, headers, signal } = request;
  return new Made(url, { method, headers, signal, body });
}

type Parse = () => Promise<GraphQLParams | GraphQLParams[] | Response>;

async function read(parse: Parse): Promise<GraphQLParams | Response> {
  let parameters: unknown;
  try {
    parameters = await parse();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof GraphQLError) throw malformed();
    throw error;
  }
  return parameters instanceof Response ? parameters : checkParameters(parameters);
}

function malformed(): GraphQLError {
  return httpError(
    'BAD_REQUEST',
    'This is no JSON that can be read. The body must be an object with "query" and, if need be, "variables", "operationName" and "extensions"; in a GET, "variables" and "extensions" are JSON objects.',
  );
}

function forgeable(): GraphQLError {
  return httpError(
    'CSRF_HEADER_MISSING',
    `Any web page could make a browser send such a request. Send JSON with POST and the content type application/json, or add the header ${CSRF_HEADER} with any value.`,
  );
}

function unreadable(contentType: string | null): GraphQLError {
  const what = contentType === null ? 'no content type' : 'a content type that is not read here';
  return httpError(
    'UNSUPPORTED_MEDIA_TYPE',
    `The request has ${what}. Send JSON with the content type application/json; files go to POST /import.`,
    { headers: { 'Accept-Post': 'application/json, application/graphql' } },
  );
}

const ACCEPTED =
  'No answer can be written as the header Accept asks. Accept application/graphql-response+json or application/json; for a subscription text/event-stream.';

function unanswerable(): GraphQLError {
  return httpError('NOT_ACCEPTABLE', ACCEPTED);
}

/** A browser asks whether a page may send its request; what it is sent is asked of the server of another origin. */
function isForeignPreflight({ method, headers }: Request, allowed: readonly string[]): boolean {
  const origin = headers.get('origin');
  return (
    method === 'OPTIONS' &&
    origin !== null &&
    headers.has('access-control-request-method') &&
    !allowed.includes(origin)
  );
}

function foreign(origin: string | null) {
  return httpAnswer(
    'ORIGIN_NOT_ALLOWED',
    `Pages of ${origin?.slice(0, 100)} may not read answers. Whoever runs this server can name the origin in ALLOWED_ORIGINS.`,
    { headers: { Vary: 'Origin' } },
  );
}
