/** The expected failures as GraphQL types: members of result unions. */
import {
  ConflictError,
  type DomainError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
} from '../domain-errors.ts';
import { builder } from './builder.ts';

const ErrorCode = builder.enumType('ErrorCode', {
  description: 'What kind of failure it is: decide by this, never by the message.',
  values: {
    INVALID_INPUT: { description: 'The input cannot be right; asking again will not help.' },
    NOT_FOUND: { description: 'What was named does not exist, or not for this viewer.' },
    CONFLICT: { description: 'Somebody else was first, or the thing is in another state by now.' },
    RATE_LIMITED: { description: 'It was done too often: the error says when it may be done again.' },
    NOT_ALLOWED: { description: "The viewer's role does not permit it." },
  } as const,
});

export const ErrorInterface = builder.interfaceRef<DomainError>('Error').implement({
  description: 'A failure that is expected and that a person can do something about.',
  fields: (t) => ({
    code: t.expose('code', { type: ErrorCode, description: 'The kind of failure.' }),
    message: t.exposeString('message', {
      description: 'One or two English sentences: what was wrong and what to do.',
    }),
    path: t.stringList({
      description:
        'The argument or input field it is about, outermost name first; empty when it is about none.',
      resolve: ({ inputPath }) => [...inputPath],
    }),
  }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'What was named does not exist, or not for this viewer: the two are never told apart.',
  interfaces: [ErrorInterface],
});
builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  description: 'The input cannot be right.',
  interfaces: [ErrorInterface],
});
builder.objectType(NotAllowedError, {
  name: 'NotAllowedError',
  description: "The viewer's role does not permit it.",
  interfaces: [ErrorInterface],
});
builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'Somebody else was first: a name is taken, or the thing is in another state by now.',
  interfaces: [ErrorInterface],
});
