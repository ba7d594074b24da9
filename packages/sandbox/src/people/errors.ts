import type { InteractionRecord } from './people.ts';

/** Thrown when a person tries what Discord's client would not let them do; the HTTP area answers it with its status. */
export class PeopleError extends Error {
  override name = 'PeopleError';
  readonly status: 400 | 403 | 404 | 409;

  constructor(status: 400 | 403 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}

/** The bot did not answer in time; tests see it as a rejected promise. */
export class InteractionFailedError extends Error {
  override name = 'InteractionFailedError';
  readonly record: InteractionRecord;

  constructor(record: InteractionRecord) {
    super(record.error ?? 'The application did not respond');
    this.record = record;
  }
}
