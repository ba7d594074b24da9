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

/** The briefing is to be had in that language already. */
export class TranslationTakenError extends DomainError {
  override name = 'TranslationTakenError';
  override readonly code = 'CONFLICT';
  readonly language: string;
  /** The one that is in it. */
  readonly briefingId: string;

  constructor(taken: { id: string; slug: string }, language: string, path: readonly string[]) {
    super(
      `"${taken.slug}" is this briefing in the language "${language}" already: edit that one, or choose another language`,
      path,
    );
    this.language = language;
    this.briefingId = taken.id;
  }
}
