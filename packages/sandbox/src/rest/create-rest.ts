import { Hono, type Context } from 'hono';
import type { NodeConnection } from '../http/serve.ts';
import type { Refusal } from '../world/discord-error.ts';
import { checkErrorBody } from '../validation/check-error-body.ts';
import { answerRequest, answerUnknown, isInvalid, type RestContext } from './answer-request.ts';
import { applyFault } from './apply-fault.ts';
import type { ArmedFaults } from './faults.ts';
import type { Judgements } from './judgements.ts';
import { NO_ROUTES, ROUTES } from './routes.ts';

interface RestOptions extends RestContext {
  faults: ArmedFaults;
}

type Env = { Bindings: NodeConnection };

/** Discord's REST API, version 10, with and without the version in the path. */
export function createRest(options: RestOptions): Hono<Env> {
  const api = new Hono<Env>({ strict: false });
  for (const { method, path } of NO_ROUTES)
    api.on(method, patternsOf(path), (context) => answerUnknownTo(context, 'unknownRoute'));
  for (const route of ROUTES) {
    api.on(route.method, patternsOf(route.path), async (context) => {
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
      const response = await applyFault(fault, context.env, answer, (seconds) =>
        options.rateLimits.describeEmpty(route, seconds),
      );
      if (fault?.status !== undefined || fault?.rateLimitSeconds !== undefined) await judged(response);
      if (isInvalid(response)) options.rateLimits.noteInvalid();
      return response;
    });
  }
  api.all('*', (context) =>
    answerUnknownTo(
      context,
      KNOWN_PATH.test(pathAfterVersion(context.req.path)) ? 'wrongMethod' : 'unknownRoute',
    ),
  );
  return api;

  function answerUnknownTo(context: Context<Env>, refusal: Refusal): Promise<Response> {
    const { method } = context.req;
    const path = pathAfterVersion(context.req.path);
    options.judgements.recordUnhandled(`${method} ${nameRoute(path)}`);
    return applyFault(
      options.faults.take(method, path),
      context.env,
      async () => answerUnknown(options, refusal),
      // Nobody knows the bucket of a route that nobody knows.
      () => ({}),
    );
  }
}

function patternsOf(path: string): string[] {
  const pattern = path.replaceAll(/\{(\w+)\}/g, ':$1');
  return [`/v10${pattern}`, pattern];
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
