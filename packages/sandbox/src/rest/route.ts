import type { Schema } from '../validation/check-specification.ts';
import type { Rule } from '../validation/problem.ts';
import type { SessionStarts } from '../gateway/session-starts.ts';
import type { UploadedFile } from '../world/attachments.ts';
import type { World } from '../world/world.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to one route, its body already checked. */
export interface Call<Path extends string, Body> {
  world: World;
  /** Where REST and gateway are reached, such as `127.0.0.1:4100`. */
  host: string;
  params: Record<ParameterOf<Path>, string>;
  query: URLSearchParams;
  body: Body;
  /** What came with the body of a form. */
  files: readonly UploadedFile[];
  sessionStarts: SessionStarts;
  /** Notes a part of Discord that the sandbox does not have; the request goes on without it. */
  leaveOut: (what: string) => void;
}

/** The names in braces of a path as Discord's specification writes it. */
export type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

export interface RestAnswer {
  status: 200 | 201 | 204;
  body?: unknown;
}

/** What is checked of a body before the handler sees it, and the type it has then. */
export interface BodyCheck<Body> {
  schema: Schema;
  rules: readonly Rule<Body>[];
  /** Which part of a union is meant. Without it the most permissive part would let pass what the right one refuses. */
  choose?: ChooseSchema | undefined;
}

/** The body is not checked yet. */
export type ChooseSchema = (asked: {
  world: World;
  params: Readonly<Record<string, string>>;
  body: unknown;
}) => Schema;

interface RouteDefinition<Path extends string, Body> {
  method: Method;
  /** As in Discord's specification, so that the two can be compared. */
  path: Path;
  /** `none`: the path itself carries a secret, as with interactions and webhooks, or nothing is secret. */
  authorization: 'bot' | 'none';
  request?: BodyCheck<Body>;
  /** The schema of each status that has a body. */
  responses: Readonly<Record<number, Schema | null>>;
  /** Counted by the global limit; interactions are not. */
  globallyLimited?: boolean;
  handle(call: Call<Path, Body>): RestAnswer;
}

export interface Route {
  method: Method;
  path: string;
  authorization: 'bot' | 'none';
  request: BodyCheck<unknown> | null;
  responses: Readonly<Record<number, Schema | null>>;
  globallyLimited: boolean;
  handle(call: Call<string, unknown>): RestAnswer;
}

/** Describes one route; its handler knows the parameters of its path and the type of its body. */
export function route<const Path extends string, Body = undefined>(
  definition: RouteDefinition<Path, Body>,
): Route {
  // A list of routes cannot know each one's body and parameters; the checks run before `handle` guarantee them.
  return { globallyLimited: true, ...definition, request: definition.request ?? null } as unknown as Route;
}

export function bodyOf<Body>(
  schema: Schema,
  rules: readonly Rule<Body>[] = [],
  choose?: ChooseSchema,
): BodyCheck<Body> {
  return { schema, rules, choose };
}
