/** How a request that is too large says so in its extensions: always in the same shape. */
import { GraphQLError } from 'graphql';
import type { Exceeded } from '../domain-errors.ts';

export function tooLarge(message: string, exceeded: Exceeded, others: object = {}): GraphQLError {
  // Also for clients of `application/json`, whom GraphQL over HTTP answers a mistake in an operation with status 200.
  return new GraphQLError(message, {
    extensions: { code: 'INVALID_INPUT', exceeded, ...others, http: { status: 400, spec: false } },
  });
}
