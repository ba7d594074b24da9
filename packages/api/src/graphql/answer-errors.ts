/** What clients are told of errors: the expected ones by code, everything else by nothing but a request id that leads to the log. */
import { GraphQLError, type ExecutionResult } from 'graphql';
import { createGraphQLError, type Plugin } from 'graphql-yoga';
import type { Logger } from '@communique/shared/logger';
import { UnauthenticatedError } from '../access/errors.ts';
import { DatabaseUnavailableError } from '../database/errors.ts';
import { DomainError, LimitExceededError } from '../domain-errors.ts';
import type { GraphQLContext } from './context.ts';
import { explainRequestErrors } from './explain-refusals.ts';

/** Errors of resolvers and of the events of streams. Those of a result union never get here. */
export function useErrorAnswers(logger: Logger): Plugin<GraphQLContext> {
  const answered = (result: ExecutionResult, requestId: string): ExecutionResult =>
    result.errors === undefined
      ? result
      : { ...result, errors: result.errors.map((error) => answerOf(error, requestId, logger)) };
  return {
    onExecute: () => ({
      onExecuteDone({ result, args, setResult }) {
        if (!('errors' in result) || result.errors === undefined) return;
        const errors = result.data === undefined ? explainRequestErrors(args, result.errors) : result.errors;
        setResult(answered({ ...result, errors }, args.contextValue.requestId));
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult({ result, setResult }) {
        const { requestId } = args.contextValue;
        if ('errors' in result) return setResult(answered(result, requestId));
        return {
          onNext: ({ result: event, setResult: setEvent }) => setEvent(answered(event, requestId)),
        };
      },
    }),
  };
}

/** A failure to tell who asks, before anything runs. */
export function refusal(error: unknown): unknown {
  if (error instanceof UnauthenticatedError) {
    return createGraphQLError(error.message, {
      extensions: { code: error.code, http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } },
    });
  }
  if (error instanceof DomainError) {
    return createGraphQLError(error.message, {
      extensions: { code: error.code, path: [...error.inputPath], http: { status: 400 } },
    });
  }
  return error;
}

function answerOf(error: GraphQLError, requestId: string, logger: Logger): GraphQLError {
  const cause = error.originalError;
  // Written by GraphQL itself or by a limit: made for clients.
  if (cause === undefined || cause === null || cause instanceof GraphQLError) {
    // An argument that did not fit once its variables were known says no code itself.
    return 'code' in error.extensions || error.path === undefined
      ? error
      : withExtensions(error, error.message, { ...error.extensions, code: 'INVALID_INPUT' });
  }
  if (cause instanceof DomainError) {
    return withExtensions(error, cause.message, {
      code: cause.code,
      path: [...cause.inputPath],
      ...(cause instanceof LimitExceededError && { exceeded: cause.exceeded }),
    });
  }
  if (cause instanceof DatabaseUnavailableError) {
    logger.error({ err: cause, requestId, path: error.path }, 'Nothing can be written');
    // Nothing was changed, so the same request may come again.
    const http = { status: 503, headers: { 'Retry-After': '5' } };
    return withExtensions(error, cause.message, { code: 'UNAVAILABLE', http });
  }
  logger.error({ err: cause, requestId, path: error.path }, 'A resolver failed');
  return withExtensions(error, `Something went wrong here. Report it with the request id ${requestId}.`, {
    code: 'INTERNAL_SERVER_ERROR',
    requestId,
  });
}

function withExtensions(
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
