import type { Logger } from '@communique/shared/logger';
import { checkRequest, checkSpecification } from '../validation/check-specification.ts';
import { readSnowflakes } from '../validation/read-snowflakes.ts';
import { toErrorTree } from '../validation/error-tree.ts';
import { breakRules, problem, type BrokenRule } from '../validation/problem.ts';
import {
  DiscordError,
  InvalidFormError,
  InvalidJsonError,
  NotImitatedError,
  RateLimitedError,
  type Refusal,
} from '../world/discord-error.ts';
import type { World } from '../world/world.ts';
import type { SessionStarts } from '../gateway/session-starts.ts';
import { SPECIFICATION_SOURCE, type Judgements } from './judgements.ts';
import { checkPath } from './check-path.ts';
import type { RateLimits, RateLimitScope } from './rate-limits.ts';
import { readBody, type RequestBody } from './read-body.ts';
import type { RestAnswer, Route } from './route.ts';

export interface RestContext {
  world: World;
  botToken: string;
  judgements: Judgements;
  rateLimits: RateLimits;
  sessionStarts: SessionStarts;
  logger: Logger;
}

export interface RestRequest {
  request: Request;
  route: Route;
  params: Record<string, string>;
  host: string;
  /** After the version, such as /channels/…/messages. */
  path: string;
}

/** One request from token to answer, in the order in which Discord refuses: ban, token, rate, form, act. */
export async function answerRequest(context: RestContext, asked: RestRequest): Promise<Response> {
  const { rateLimits } = context;
  const banned = rateLimits.bannedFor();
  if (banned !== null) return cloudflareBan(banned);
  const { route } = asked;
  if (route.authorization === 'bot' && !hasToken(asked.request, context.botToken)) {
    return refuse(new DiscordError('unauthorized'));
  }
  const { params } = asked;
  const globallyLimited = route.globallyLimited && !isInteractionWebhook(context.world, params);
  const { headers, refused } = rateLimits.count({ ...route, params, globallyLimited });
  const response = refused === null ? await attempt(context, asked) : tooMany(refused);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Nobody knows the route; the ban stands before it, too. */
export function answerUnknown({ rateLimits }: RestContext, refusal: Refusal): Response {
  const banned = rateLimits.bannedFor();
  return banned === null ? refuse(new DiscordError(refusal)) : cloudflareBan(banned);
}

/** What follows an interaction goes through a webhook of the application itself. */
function isInteractionWebhook(world: World, params: Readonly<Record<string, string>>): boolean {
  return params['webhook_token'] !== undefined && params['webhook_id'] === world.bot.id;
}

/** 401, 403 and 429 count towards the ban, except refusals that others have caused, too. */
export function isInvalid(response: Response): boolean {
  if (response.status === 429) return response.headers.get('x-ratelimit-scope') !== 'shared';
  return response.status === 401 || response.status === 403;
}

/** Beyond the ban nothing of Discord answers any more. */
function cloudflareBan(seconds: number): Response {
  return new Response('error code: 1015', {
    status: 429,
    headers: { 'Content-Type': 'text/plain; charset=UTF-8', 'Retry-After': String(Math.ceil(seconds)) },
  });
}

export function refuse(error: DiscordError): Response {
  return Response.json({ message: error.message, code: error.code }, { status: error.status });
}

function hasToken(request: Request, botToken: string): boolean {
  return request.headers.get('authorization') === `Bot ${botToken}`;
}

async function attempt(context: RestContext, asked: RestRequest): Promise<Response> {
  const named = { method: asked.route.method, path: asked.path };
  try {
    return toResponse(context, asked, await perform(context, asked));
  } catch (error) {
    if (error instanceof DiscordError) return refuse(error);
    if (error instanceof RateLimitedError) {
      const { retryAfter, code, message } = error;
      return tooMany({ retryAfter, code, message, scope: 'shared' });
    }
    if (error instanceof InvalidFormError) {
      context.judgements.recordBroken(named, error.broken);
      return invalidForm(error.broken);
    }
    if (error instanceof InvalidJsonError) {
      const problems = [problem([], 'INVALID_JSON', error.message)];
      context.judgements.recordBroken(named, [{ ...JSON_RULE, problems }]);
      return Response.json({ message: error.message, code: 50_109 }, { status: 400 });
    }
    if (error instanceof NotImitatedError) {
      context.judgements.recordUnhandled(`${named.method} ${asked.route.path} with ${error.what}`);
      return Response.json({ message: error.message, code: 0 }, { status: 400 });
    }
    context.logger.error({ err: error, ...named }, 'The sandbox failed to answer');
    return Response.json({ message: '500: Internal Server Error', code: 0 }, { status: 500 });
  }
}

const JSON_RULE = {
  rule: 'json',
  source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes#json',
  status: 400,
} as const;

async function perform(context: RestContext, asked: RestRequest): Promise<RestAnswer> {
  const { route, request } = asked;
  checkPath(route, asked.params);
  const sent: RequestBody = route.request === null ? { json: undefined, files: [] } : await readBody(request);
  let body = sent.json;
  if (route.request !== null) {
    const { choose } = route.request;
    const schema = choose?.({ world: context.world, params: asked.params, body }) ?? route.request.schema;
    body = readSnowflakes(schema, body);
    const problems = checkRequest(schema, body);
    if (problems.length > 0) {
      throw new InvalidFormError([
        { rule: 'specification', source: SPECIFICATION_SOURCE, status: 400, problems },
      ]);
    }
    const broken = breakRules(route.request.rules, body);
    if (broken.length > 0) throw new InvalidFormError(broken);
  }
  return route.handle({
    world: context.world,
    host: asked.host,
    params: asked.params,
    query: new URL(request.url).searchParams,
    body,
    files: sent.files,
    sessionStarts: context.sessionStarts,
    leaveOut: (what) => context.judgements.recordUnhandled(`${route.method} ${route.path} with ${what}`),
  });
}

function toResponse(context: RestContext, asked: RestRequest, answer: RestAnswer): Response {
  if (answer.status === 204) return new Response(null, { status: 204 });
  const schema = asked.route.responses[answer.status] ?? null;
  const problems =
    schema === null
      ? [{ path: [], code: 'UNKNOWN_STATUS', message: `Status ${answer.status} is not specified` }]
      : checkSpecification(schema, answer.body);
  context.judgements.recordResponse({ method: asked.route.method, path: asked.path }, problems);
  return Response.json(answer.body, { status: answer.status });
}

/** Some sizes make Discord fail instead of refusing. */
function invalidForm(broken: readonly BrokenRule[]): Response {
  if (broken.some((rule) => rule.status === 500)) {
    return Response.json({ message: '500: Internal Server Error', code: 0 }, { status: 500 });
  }
  const errors = toErrorTree(broken.flatMap((rule) => rule.problems));
  return Response.json({ message: 'Invalid Form Body', code: 50_035, errors }, { status: 400 });
}

interface TooMany {
  /** Seconds. */
  retryAfter: number;
  scope: RateLimitScope;
  code?: number;
  message?: string;
}

const RATE_LIMITED = 'You are being rate limited.';

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
export function tooMany({ retryAfter, scope, code = 0, message = RATE_LIMITED }: TooMany): Response {
  const isGlobal = scope === 'global';
  return Response.json(
    { message, code, retry_after: retryAfter, global: isGlobal },
    {
      status: 429,
      headers: {
        'Retry-After': String(Math.ceil(retryAfter)),
        'X-RateLimit-Scope': scope,
        ...(isGlobal && { 'X-RateLimit-Global': 'true' }),
      },
    },
  );
}
