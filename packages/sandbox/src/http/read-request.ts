import type { Context } from 'hono';
import { safeParse, type ZodMiniType } from 'zod/mini';
import { PeopleError } from '../people/errors.ts';
import { checkSpecification } from '../validation/check-specification.ts';
import { describeProblem } from '../validation/problem.ts';

/** The body of a request to `/sandbox/*`, or what is wrong with it. */
export async function readRequest<Body>(context: Context, shape: ZodMiniType<Body>): Promise<Body> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    throw new PeopleError(400, 'The body is not JSON.');
  }
  const result = safeParse(shape, body);
  if (result.success) return result.data;
  throw new PeopleError(400, checkSpecification(shape, body).map(describeProblem).join(' '));
}
