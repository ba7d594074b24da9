import { ErrorResponseSchema, RatelimitedResponseSchema } from 'discord-api-spec/zod';
import { checkSpecification } from './check-specification.ts';
import type { Problem } from './problem.ts';

/** What the specification says against the body of a refusal; answers that are not JSON come from before Discord. */
export async function checkErrorBody(response: Response): Promise<Problem[]> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  if (response.status < 400 || !isJson) return [];
  const body: unknown = await response.clone().json();
  return response.status === 429
    ? checkSpecification(RatelimitedResponseSchema, withCode(body))
    : checkSpecification(ErrorResponseSchema, withNumericCodes(body));
}

/** The specification requires a code of every rate limit, the documentation does not; https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function withCode(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? { code: 0, ...body } : body;
}

/** The specification says numbers for the codes inside `errors`, the documentation and Discord use names; https://docs.discord.com/developers/reference#error-messages */
function withNumericCodes(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return body;
  return { ...body, errors: numbered(body.errors) };
}

function numbered(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(numbered);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === 'code' && typeof value === 'string' ? 0 : numbered(value),
    ]),
  );
}
