/**
 * Failures that are expected and that a person can do something about. A verb throws them; GraphQL answers them as members of the
 * result union where the field has one, else as a top-level error with the code. Everything else that is thrown is a bug and is masked.
 */
import type { ErrorCode } from '@communique/shared/error-codes';

export type DomainErrorCode = Extract<
  ErrorCode,
  'INVALID_INPUT' | 'NOT_FOUND' | 'CONFLICT' | 'NOT_ALLOWED' | 'RATE_LIMITED'
>;

export abstract class DomainError extends Error {
  abstract readonly code: DomainErrorCode;
  /**
   * Which input it is about, outermost name first; empty when it is about none. Not named `path`: an error with a list of that name is
   * taken by GraphQL's executor for one that is located in the answer already, and left as it is. A verb names its own parameters;
   * a mutation that has them in its `input` says so (`answer-once.ts`).
   */
  inputPath: readonly string[];

  constructor(message: string, inputPath: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.inputPath = inputPath;
  }
}

/** What was named does not exist, or not for this viewer: the two are never told apart. */
export class NotFoundError extends DomainError {
  override name = 'NotFoundError';
  override readonly code = 'NOT_FOUND';
}

/** The input cannot be right, whatever the database holds. */
export class InvalidInputError extends DomainError {
  override name = 'InvalidInputError';
  override readonly code = 'INVALID_INPUT';
}

/** What a limit is on. */
export type Measure =
  | 'ALIASES'
  | 'BYTES'
  | 'COST'
  | 'DEPTH'
  | 'DIRECTIVES'
  | 'FIELDS'
  | 'NESTING'
  | 'PAGE_SIZE'
  | 'TOKENS';

/** A limit that was passed. */
export interface Exceeded {
  measure: Measure;
  requested: number;
  limit: number;
}

/** More was asked for than can be had at once. */
export class LimitExceededError extends InvalidInputError {
  readonly exceeded: Exceeded;

  constructor(message: string, inputPath: readonly string[], exceeded: Exceeded) {
    super(message, inputPath);
    this.exceeded = exceeded;
  }
}

/** The viewer's role does not permit it. */
export class NotAllowedError extends DomainError {
  override name = 'NotAllowedError';
  override readonly code = 'NOT_ALLOWED';
}

/** Somebody else was first: the name is taken, the thing has changed or is in another state. */
export class ConflictError extends DomainError {
  override name = 'ConflictError';
  override readonly code = 'CONFLICT';
}
