import type { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { httpError } from './http-errors.ts';

const PARAMETERS: readonly string[] = ['query', 'variables', 'operationName', 'extensions'];

/** The parameters of GraphQL over HTTP, in whatever form they were sent. Null is left out. */
export function checkParameters(parameters: unknown): GraphQLParams {
  if (Array.isArray(parameters)) {
    throw httpError('BAD_REQUEST', 'One request is one operation: send what the list has one by one.');
  }
  if (!isRecord(parameters)) throw wrong('The body', [], 'must be an object with "query"');
  const strange = Object.keys(parameters).find((name) => !PARAMETERS.includes(name));
  if (strange !== undefined && isGiven(parameters[strange])) {
    const name = strange.slice(0, 40).toWellFormed();
    throw wrong(`"${name}"`, [name], `is no parameter of a request: there are ${PARAMETERS.join(', ')}`);
  }
  for (const name of ['query', 'operationName']) {
    if (isGiven(parameters[name]) && typeof parameters[name] !== 'string') {
      throw wrong(`"${name}"`, [name], 'must be a text');
    }
  }
  for (const name of ['variables', 'extensions']) {
    if (isGiven(parameters[name]) && !isRecord(parameters[name])) {
      throw wrong(`"${name}"`, [name], 'must be an object');
    }
  }
  return parameters;
}

function wrong(what: string, path: readonly string[], rule: string): GraphQLError {
  return httpError('BAD_REQUEST', `${what} ${rule}`, { extensions: { path } });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
