import { GraphQLError, Kind } from 'graphql';
import { builder } from './builder.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

builder.scalarType('DateTime', {
  description: 'An instant, written as ISO 8601 in UTC with milliseconds: "2025-02-18T09:00:00.000Z".',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (instant) => instant.toISOString(),
  parseValue: readInstant,
  // With one parameter: graphql-jit warns of any scalar that could read variables inside a literal.
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('JSON', {
  description: 'Any JSON value: only where what is in it differs from case to case.',
  serialize: (value) => value,
  parseValue: (value) => value,
});

function readInstant(value: unknown): Date {
  const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime())) {
    throw new GraphQLError('A DateTime is an instant such as "2025-02-18T09:00:00Z".', {
      extensions: { code: 'INVALID_INPUT' },
    });
  }
  return instant;
}
