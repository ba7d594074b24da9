import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import type { NodeConnection } from '../http/serve.ts';
import { checkErrorBody } from '../validation/check-error-body.ts';
import { DiscordError } from '../world/discord-error.ts';
import { answerRequest, isInvalid, refuse, tooMany, type RestContext } from './answer-request.ts';
import type { ArmedFaults, Fault } from './faults.ts';
import type { Judgements } from './judgements.ts';
import { ROUTES } from './routes.ts';

interface RestOptions extends RestContext {
  faults: ArmedFaults;
}

type Env = { Bindings: NodeConnection };

/** Discord's REST API, version 10, with and without the version in the path. */
export function createRest(options: RestOptions): Hono<Env> {
  const api = new Hono<Env>({ strict: false });
  for (const route of ROUTES) {
    const pattern = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    api.on(route.method, [`/v10${pattern}`, pattern], async (context) => {
      const path = pathAfterVersion(context.req.path);
      const judged = (response: Response) => judgeRefusal(options.judgements, route.method, path, response);
      const answer = async () =>
        judged(
          await answerRequest(options, {
            request: context.req.raw,
            route,
            params: context.req.param(),
            host: context.req.header('host') ?? '127.0.0.1',
            path,
          }),
        );
      const fault = options.faults.take(route.method, path);
      const response = await withFault(fault, context.env, answer);
      if (fault?.status !== undefined || fault?.rateLimitSeconds !== undefined) await judged(response);
      if (isInvalid(response)) options.rateLimits.noteInvalid();
      return response;
    });
  }
  api.all('*', (context) => {
    options.judgements.recordUnhandled(`${context.req.method} ${nameRoute(context.req.path)}`);
    const path = pathAfterVersion(context.req.path);
    return refuse(new DiscordError(KNOWN_PATH.test(path) ? 'wrongMethod' : 'unknownRoute'));
  });
  return api;
}

/** Refusals keep to the specification like all other answers. */
async function judgeRefusal(
  judgements: Judgements,
  method: string,
  path: string,
  response: Response,
): Promise<Response> {
  judgements.recordResponse({ method, path }, await checkErrorBody(response));
  return response;
}

async function withFault(
  fault: Fault | null,
  connection: NodeConnection,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (fault === null) return answer();
  if (fault.delayMs !== undefined) await wait(fault.delayMs);
  if (fault.drop === 'before') return dropped(connection);
  if (fault.rateLimitSeconds !== undefined) {
    return tooMany({ retryAfter: fault.rateLimitSeconds, scope: 'user' });
  }
  if (fault.status !== undefined) {
    return Response.json(fault.body ?? { message: 'A fault of the sandbox', code: 0 }, {
      status: fault.status,
      headers: fault.headers ?? {},
    });
  }
  const response = await answer();
  if (fault.drop === 'after') return dropped(connection);
  return fault.slowBodyMs === undefined ? response : slowed(response, fault.slowBodyMs);
}

const PIECES = 8;

/** The same answer, its body in pieces. */
async function slowed(response: Response, milliseconds: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const size = Math.max(1, Math.ceil(bytes.length / PIECES));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(milliseconds / PIECES);
      controller.enqueue(bytes.subarray(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) controller.close();
    },
  });
  return new Response(body, response);
}

/** The bot sees "other side closed". */
function dropped(connection: NodeConnection): Response {
  connection.incoming.socket.destroy();
  return new Response(null, { status: 500 });
}

const KNOWN_PATH = new RegExp(
  `^(${ROUTES.map(({ path }) => path.replaceAll(/\{\w+\}/g, '[^/]+')).join('|')})/?$`,
);

function pathAfterVersion(path: string): string {
  return path.replace(/^\/api(\/v10)?(?=\/)/, '');
}

/** Ids and tokens say nothing about which part of Discord is missing. */
function nameRoute(path: string): string {
  return pathAfterVersion(path)
    .replaceAll(/\/\d{15,20}(?=\/|$)/g, '/{id}')
    .replaceAll(/\/[\w.-]{60,}(?=\/|$)/g, '/{token}');
}
