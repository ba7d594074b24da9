/**
 * The short way for what clients ask most: a query as plain JSON that was answered before (`known-queries.ts`). Viewer, price and budget
 * are found as everywhere; what is left out is making Request and Response objects and calling every plugin. Whatever is unusual,
 * and every error, is null here and takes the long way, so that both ways answer the same.
 */
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { CreateContext } from '../graphql/create-contexts.ts';
import type { KnownQueries } from '../graphql/known-queries.ts';
import { costExtension, isAffordable, type Charge, type Meter } from '../graphql/meter-cost.ts';
import type { Price } from '../graphql/price-operation.ts';
import { schema } from '../graphql/schema.ts';
import type { HeaderReader } from './client-of.ts';
import { SAFETY_HEADERS } from './front-door.ts';
import { readQuestion, type QuestionSource } from './read-question.ts';

export interface KnownAnswer {
  /** Names and values in turn: what Node writes fastest. */
  headers: string[];
  body: string;
  encoding: 'latin1' | 'utf8';
}

export interface Outcome {
  /** Null: to be answered the long way. */
  answer: KnownAnswer | null;
  /** What was charged for it already. */
  charge?: Charge;
}

export interface KnownAnswersOptions {
  queries: KnownQueries;
  meter: Meter;
  source: QuestionSource;
  createContext: CreateContext;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '*/*': 'application/json; charset=utf-8',
  'application/json': 'application/json; charset=utf-8',
  'application/graphql-response+json': 'application/graphql-response+json; charset=utf-8',
};
const SENT_TYPES = new Set([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=utf-8',
]);

/** Whether the body is worth looking at. What a browser's page on another origin sends is for the long way, which knows CORS. */
export function isPlainQuestion({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/graphql' &&
    SENT_TYPES.has(headers['content-type'] ?? '') &&
    contentTypeFor(headers) !== undefined &&
    headers.origin === undefined &&
    headers['content-encoding'] === undefined
  );
}

function contentTypeFor({ accept = '*/*' }: IncomingHttpHeaders): string | undefined {
  return CONTENT_TYPES[accept];
}

export function createKnownAnswers(options: KnownAnswersOptions) {
  return async function answer(request: IncomingMessage, body: Buffer): Promise<Outcome> {
    let charge: Charge | undefined;
    try {
      // What is no UTF-8 is refused on the long way.
      if (!isUtf8(body)) return { answer: null };
      const question = readQuestion(body.toString(), options.source);
      const query = question && options.queries.find(question.text, question.operationName);
      const contentType = contentTypeFor(request.headers);
      if (!query || contentType === undefined) return { answer: null };
      const { document, compiled } = query;
      const { operationName, variables } = question;
      const requestId = randomUUID();
      const { headers, socket } = request;
      const context = await options.createContext({ headers: readerOf(headers), socket, requestId });
      const price = options.meter.price({ schema, document, operationName, variables });
      if (price === null || !isAffordable(price)) return { answer: null };
      charge = await options.meter.charge(context, price.cost);
      if (!charge.allowed) return { answer: null, charge };
      const data = await compiled.run(context, variables);
      return {
        answer: answerOf(`{"data":${data},"extensions":${extensionsOf(price)}}`, {
          contentType,
          requestId,
          charge,
        }),
      };
    } catch {
      // It happens again on the long way, which tells the client and the log.
      return { answer: null, ...(charge && { charge }) };
    }
  };
}

const ALWAYS = Object.entries(SAFETY_HEADERS).flat();

interface Said {
  contentType: string;
  requestId: string;
  charge: Charge;
}

function answerOf(body: string, { contentType, requestId, charge: { headers } }: Said): KnownAnswer {
  const length = Buffer.byteLength(body);
  const all = [
    'Content-Type',
    contentType,
    'Content-Length',
    String(length),
    'X-Request-Id',
    requestId,
    ...ALWAYS,
  ];
  for (const name in headers) all.push(name, headers[name] ?? '');
  // As many bytes as units: all of it is ASCII, of which Node writes Latin-1 at once, where it looks at every character of UTF-8.
  return { headers: all, body, encoding: length === body.length ? 'latin1' : 'utf8' };
}

const extensions = new WeakMap<Price, string>();

/** A price is kept with its operation, and so is what is said of it. */
function extensionsOf(price: Price & { cost: number }): string {
  let text = extensions.get(price);
  if (text === undefined) {
    text = JSON.stringify({ cost: costExtension(price.cost) });
    extensions.set(price, text);
  }
  return text;
}

function readerOf(headers: IncomingHttpHeaders): HeaderReader {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
