import { Hono } from 'hono';
import type { NodeConnection } from '../http/serve.ts';
import { answerRequest, answerUnknown, isInvalid, type RestContext } from './answer-request.ts';
import { applyFault } from './apply-fault.ts';
import type { ArmedFaults } from './faults.ts';
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
      const answer = () =>
        answerRequest(options, {
          request: context.req.raw,
          route,
          params: context.req.param(),
          host: context.req.header('host') ?? '127.0.0.1',
          path,
        });
      const response = await applyFault(options.faults.take(route.method, path), context.env, answer);
      if (isInvalid(response)) options.rateLimits.noteInvalid();
      return response;
    });
  }
  api.all('*', (context) => {
    const { method, path } = context.req;
    options.judgements.recordUnhandled(`${method} ${nameRoute(path)}`);
    const fault = options.faults.take(method, pathAfterVersion(path));
    return applyFault(fault, context.env, async () => answerUnknown(options));
  });
  return api;
}

function pathAfterVersion(path: string): string {
  return path.replace(/^\/api(\/v10)?(?=\/)/, '');
}

/** Ids and tokens say nothing about which part of Discord is missing. */
function nameRoute(path: string): string {
  return pathAfterVersion(path)
    .replaceAll(/\/\d{15,20}(?=\/|$)/g, '/{id}')
    .replaceAll(/\/[\w.-]{60,}(?=\/|$)/g, '/{token}');
}
