/** The GraphQL API over HTTP, for any Node server or, in a test, for none. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'drizzle-orm';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import type { Database } from './database/client.ts';
import { refusal, useErrorAnswers } from './graphql/answer-errors.ts';
import type { GraphQLContext } from './graphql/context.ts';
import { createContexts } from './graphql/create-contexts.ts';
import { createBudgets, type Budgets } from './graphql/budgets.ts';
import { useExplainedRefusals } from './graphql/explain-refusals.ts';
import { useDocumentLimits } from './graphql/limit-documents.ts';
import { DEFAULT_BUDGETS } from './graphql/limits.ts';
import { botOperations, useOperations, type Operations } from './graphql/persisted-operations.ts';
import { schema } from './graphql/schema.ts';
import { createKnownQueries } from './graphql/known-queries.ts';
import { createMeter, type Charge } from './graphql/meter-cost.ts';
import { createTextPricing } from './graphql/price-text.ts';
import { budgetHeadersOf, useCost } from './graphql/use-cost.ts';
import { useWarnings } from './graphql/use-warnings.ts';
import {
  createKnownAnswers,
  isPlainQuestion,
  type KnownAnswersOptions,
} from './http/answer-known-queries.ts';
import { useCacheHeaders } from './http/cache-answers.ts';
import { useRequestChecks } from './http/check-requests.ts';
import { isAddressedToLoopback, refuseBody, SAFETY_HEADERS, useFrontDoor } from './http/front-door.ts';
import { readBody, withBody } from './http/read-body.ts';
import { useImports } from './http/use-imports.ts';
import { createImportWorker } from './import-work/create-import-worker.ts';
import type { ImportWork } from './import-work/import-work.ts';
import { createChangeHub, type ChangeHub } from './subscriptions/change-hub.ts';
import type { WebOptions } from './web/get-resource.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';

export interface ApiOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  /** How pages and feeds may be asked for; without it at public addresses only. */
  web?: WebOptions;
  /** Milliseconds from a look at a feed to the next one. */
  feedInterval?: number;
  /** Takes apart what is imported; left out: a thread of its own. */
  importWork?: ImportWork;
  /** Without one no bot may authenticate. */
  botToken?: string | undefined;
  /** No GraphiQL, no introspection, no suggestions in error messages. */
  production?: boolean;
  /** Origins of web pages that may read answers; none by default. */
  allowedOrigins?: readonly string[];
  /** Cost per minute and client address, and per token. */
  anonymousBudget?: number;
  tokenBudget?: number;
  /** In place of one in this process. */
  budgets?: Budgets;
  /** What clients may name instead of writing it, by id; without it the bot's. */
  persistedOperations?: Operations;
  /** Nothing else is run. */
  persistedOnly?: boolean;
  /** A proxy stands in front and says in X-Forwarded-For whom it speaks for. */
  behindProxy?: boolean;
  /** Answer only to requests addressed to a loopback name. */
  loopbackOnly?: boolean;
  /** Without it webhooks are off. */
  webhooks?: WebhookSender | undefined;
  /** Names the code that answers, for ETags: processes of one release agree on them. Left out: each process has its own. */
  release?: string | undefined;
}

export interface Api {
  /** For callers in this process; the limit on a request's bytes is the listener's. */
  fetch: (request: Request) => Promise<Response>;
  listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** Wakes open streams when the content has changed, in whatever process. To be called every so often. */
  checkChanges: () => Promise<void>;
  /** Completes every open stream, so that the server can be closed; from then on it is not ready. */
  endStreams: () => void;
  dispose: () => Promise<void>;
}

export function createApi(options: ApiOptions): Api {
  const { db, clock, loopbackOnly = false, persistedOnly = false } = options;
  const changeHub = createChangeHub(db);
  const ownWorker = createImportWorker();
  const { importWork = ownWorker } = options;
  const shared: Shared = {
    changeHub,
    createContext: createContexts({ ...options, importWork }, changeHub),
    importWork,
    meter: createMeter({
      budgets: options.budgets ?? createBudgets(() => clock.deadline().getTime()),
      anonymousBudget: options.anonymousBudget ?? DEFAULT_BUDGETS.anonymous,
      tokenBudget: options.tokenBudget ?? DEFAULT_BUDGETS.token,
    }),
    queries: createKnownQueries(schema),
    source: { operations: options.persistedOperations ?? botOperations, persistedOnly },
  };
  const yoga = createLongWay(options, shared);
  const answerKnown = createKnownAnswers(shared);
  const answer = async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const { answer: known, charge } = await answerKnown(request, body);
    if (known === null) await yoga(withBody(request, body), response, { ...(charge && { charge }) });
    else response.writeHead(200, known.headers).end(known.body, known.encoding);
  };
  return {
    fetch: async (request) => yoga.fetch(request),
    listener(request, response) {
      if (refuseBody(request, response)) return;
      const isPlain =
        isPlainQuestion(request) && (!loopbackOnly || isAddressedToLoopback(request.headers.host));
      if (isPlain) readBody(request, (body) => void answer(request, response, body));
      else void yoga(request, response);
    },
    checkChanges: async () => changeHub.check(),
    endStreams: () => changeHub.close(),
    async dispose() {
      changeHub.close();
      await ownWorker.close();
      await yoga.dispose();
    },
  };
}

/** What the long way and the short way have in common. */
interface Shared extends KnownAnswersOptions {
  changeHub: ChangeHub;
  importWork: ImportWork;
}

function createLongWay(
  {
    db,
    clock,
    logger,
    production = false,
    loopbackOnly = false,
    release = randomUUID(),
    ...options
  }: ApiOptions,
  { changeHub, createContext, importWork, meter, queries, source }: Shared,
) {
  return createYoga<{ charge?: Charge }, GraphQLContext>({
    schema,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    batching: false,
    multipart: false,
    // Counted by the listener, at no cost.
    maxRequestBodySize: false,
    cors: corsOf(options.allowedOrigins ?? []),
    graphiql: production ? false : { title: 'Communiqué', defaultQuery: WELCOME },
    renderGraphiQL,
    // The last line: whatever did not pass through useErrorAnswers.
    maskedErrors: { isDev: false, errorMessage: 'Something went wrong here.' },
    logging: yogaLogging(logger),
    context: async ({ request, req }: { request: Request; req?: IncomingMessage }) => {
      try {
        const requestId = requestIdOf(request);
        return await createContext({ headers: request.headers, socket: req?.socket, requestId });
      } catch (error) {
        throw refusal(error);
      }
    },
    plugins: [
      useFrontDoor({ isReady: async () => !changeHub.isClosed() && isReady(db), loopbackOnly }),
      useImports({ db, clock, logger, meter, importWork, createContext, requestIdOf }),
      useRequestChecks({ allowedOrigins: options.allowedOrigins ?? [] }),
      useOperations(source.operations, { persistedOnly: source.persistedOnly }),
      ...useDocumentLimits({ production, priceText: createTextPricing(schema, meter) }),
      useExplainedRefusals(meter),
      useErrorAnswers(logger),
      useWarnings(),
      useCost({ meter, logger }),
      useCacheHeaders({ db, clock, release }),
      answerHeaders,
      queries.plugin,
    ],
  });
}

const requestIds = new WeakMap<Request, string>();

/** One per request, made when it is first needed. */
function requestIdOf(request: Request): string {
  const id = requestIds.get(request) ?? randomUUID();
  requestIds.set(request, id);
  return id;
}

const answerHeaders: Plugin = {
  onResponse({ request, response }) {
    response.headers.set('X-Request-Id', requestIdOf(request));
    for (const [name, value] of Object.entries(SAFETY_HEADERS)) response.headers.set(name, value);
    const budget = budgetHeadersOf.get(request);
    if (budget === undefined) return;
    for (const [name, value] of Object.entries(budget)) response.headers.set(name, value);
  },
};

function corsOf(origins: readonly string[]) {
  const allowed = new Set(origins);
  return (request: Request) => {
    const origin = request.headers.get('origin');
    // Of several, an origin that is not among them would be answered "null", which is the origin of every sandboxed frame.
    return origin !== null && allowed.has(origin) ? { ...SHARED, origin: [origin] } : false;
  };
}

const SHARED = {
  credentials: false,
  methods: ['GET', 'POST'],
  allowedHeaders: ['Content-Type', 'Authorization', 'X-GraphQL-Yoga-CSRF', 'If-None-Match'],
  exposedHeaders: ['X-Request-Id', 'ETag', 'RateLimit', 'RateLimit-Policy', 'Retry-After'],
};

async function isReady(db: Database): Promise<boolean> {
  try {
    await db.orm.get(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}

/** From the package, not from a CDN: it works without the internet. Nine megabytes, so they are read when somebody looks. */
async function renderGraphiQL(options: object): Promise<string> {
  const { renderGraphiQL: render } = await import('@graphql-yoga/render-graphiql');
  return render(options);
}

function yogaLogging(logger: Logger) {
  return {
    debug: (...parts: unknown[]) => logger.debug({ parts }),
    info: (...parts: unknown[]) => logger.info({ parts }),
    warn: (...parts: unknown[]) => logger.warn({ parts }),
    error: (...parts: unknown[]) => logger.error({ err: parts[0] }, 'A request failed'),
  };
}

const WELCOME = `# Communiqué. Ctrl-Enter runs this.
{
  briefings(first: 5) {
    edges {
      node {
        slug
        title
        importance
        summary { short keyPoints }
        topics { name }
      }
    }
  }
}
`;
