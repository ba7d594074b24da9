import { DomainError } from '../domain-errors.ts';

/** Somebody asks more than can be looked at, or everybody of a community does. */
export class TooManyQuestionsError extends DomainError {
  override name = 'TooManyQuestionsError';
  override readonly code = 'RATE_LIMITED';
  readonly retryAt: Date;

  constructor(message: string, retryAt: Date, options?: ErrorOptions) {
    super(message, [], options);
    this.retryAt = retryAt;
  }
}

/** An entry that readers have is called just that. */
export class QuestionAnsweredError extends DomainError {
  override name = 'QuestionAnsweredError';
  override readonly code = 'CONFLICT';
  readonly entryId: string;

  constructor(entry: { id: string; slug: string }) {
    super(`"question" is answered by the FAQ entry "${entry.slug}" already: read that`, ['question']);
    this.entryId = entry.id;
  }
}
