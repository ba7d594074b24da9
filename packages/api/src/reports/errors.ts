import { DomainError } from '../domain-errors.ts';

/** Somebody reports more than can be looked at. */
export class TooManyReportsError extends DomainError {
  override name = 'TooManyReportsError';
  override readonly code = 'RATE_LIMITED';
  readonly retryAt: Date;

  constructor(most: number, retryAt: Date, options?: ErrorOptions) {
    super(`You have reported ${most} things within a day: try again later`, [], options);
    this.retryAt = retryAt;
  }
}
