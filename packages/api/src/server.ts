/** The GraphQL API over HTTP, for any Node server or, in a test, for none. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { sql } from 'drizzle-orm';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { hashToken } from './access/hash-token.ts';
import { ACTOR_HEADER } from './access/read-actor.ts';
import { resolveViewer } from './access/resolve-viewer.ts';
import type { Database } from './database/client.ts';
import { refusal, useErrorAnswers } from './graphql/answer-errors.ts';
import type { GraphQLContext } from './graphql/context.ts';
import { useDocumentLimits } from './graphql/limit-documents.ts';
import { schema } from './graphql/schema.ts';
import { refuseBody, SAFETY_HEADERS, useFrontDoor } from './http/front-door.ts';

export interface ApiOptions {
  db: Database;
  clock: Clock;
  logger: Logger;
  /** Without one no bot may authenticate. */
  botToken?: string | undefined;
  /** No GraphiQL, no introspection, no suggestions in error messages. */
  production?: boolean;
  /** Origins of web pages that may read answers; none by default. */
  allowedOrigins?: readonly string[];
  /** Answer only to requests addressed to a loopback name. */
  loopbackOnly?: boolean;
}

export interface Api {
  /** For callers in this process; the limit on a request's bytes is the listener's. */
  fetch: (request: Request) => Promise<Response>;
  listener: (request: IncomingMessage, response: ServerResponse) => void;
  dispose: () => Promise<void>;
}

export function createApi(options: ApiOptions): Api {
  const { db, logger, production = false, loopbackOnly = false } = options;
  const yoga = createYoga<object, GraphQLContext>({
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
    context: contextOf(options),
    plugins: [
      useFrontDoor({ isReady: () => isReady(db), loopbackOnly }),
      useCSRFPrevention(),
      ...useDocumentLimits({ production }),
      useErrorAnswers(logger),
      answerHeaders,
    ],
  });
  return {
    fetch: async (request) => yoga.fetch(request),
    listener(request, response) {
      if (!refuseBody(request, response)) void yoga(request, response);
    },
    async dispose() {
      await yoga.dispose();
    },
  };
}

function contextOf({ db, clock, logger, botToken }: ApiOptions) {
  const botTokenHash = botToken === undefined ? null : hashToken(botToken);
  return async ({ request }: { request: Request }): Promise<GraphQLContext> => {
    try {
      const viewer = await resolveViewer({
        authorization: request.headers.get('authorization'),
        actorHeader: request.headers.get(ACTOR_HEADER),
        db,
        botTokenHash,
        now: clock.deadline(),
      });
      return { db, clock, logger, viewer, requestId: requestIdOf(request) };
    } catch (error) {
      throw refusal(error);
    }
  };
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
  },
};

function corsOf(origins: readonly string[]) {
  if (origins.length === 0) return false;
  return {
    origin: [...origins],
    credentials: false,
    methods: ['GET', 'POST'],
    allowedHeaders: ['Content-Type', 'Authorization', 'X-GraphQL-Yoga-CSRF'],
    exposedHeaders: ['X-Request-Id'],
  };
}

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
