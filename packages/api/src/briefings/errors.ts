import { DomainError } from '../domain-errors.ts';

/** Somebody else has saved a revision since: the client merges its own with the current one and tries again. */
export class RevisionConflictError extends DomainError {
  override name = 'RevisionConflictError';
  override readonly code = 'CONFLICT';
  readonly briefingId: string;
  readonly expectedRevision: number;
  readonly currentRevisionId: string;

  constructor(
    briefing: { id: string; slug: string },
    expectedRevision: number,
    current: { id: string; number: number },
    options?: ErrorOptions,
  ) {
    super(
      `The briefing "${briefing.slug}" is at revision ${current.number} by now, not at ${expectedRevision}: look at what has changed and try again`,
      ['expectedRevision'],
      options,
    );
    this.briefingId = briefing.id;
    this.expectedRevision = expectedRevision;
    this.currentRevisionId = current.id;
  }
}
