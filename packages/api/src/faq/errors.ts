import { DomainError } from '../domain-errors.ts';

/** Another entry of the community has the question or an alias already: whoever meant that one edits it instead. */
export class DuplicateEntryError extends DomainError {
  override name = 'DuplicateEntryError';
  override readonly code = 'CONFLICT';
  /** As it was written. */
  readonly wording: string;
  readonly entryId: string;

  constructor(
    wording: string,
    entry: { id: string; slug: string },
    inputPath: readonly string[],
    options?: ErrorOptions,
  ) {
    super(
      `The FAQ entry "${entry.slug}" has the wording "${wording}" already: change that one, or choose other words`,
      inputPath,
      options,
    );
    this.wording = wording;
    this.entryId = entry.id;
  }
}

/** Somebody else has changed the entry since it was looked at. */
export class EntryConflictError extends DomainError {
  override name = 'EntryConflictError';
  override readonly code = 'CONFLICT';
  readonly entryId: string;
  readonly expectedRevision: number;

  constructor(
    entry: { id: string; slug: string; revision: number },
    expectedRevision: number,
    options?: ErrorOptions,
  ) {
    super(
      `The FAQ entry "${entry.slug}" is at revision ${entry.revision} by now, not at ${expectedRevision}: look at what has changed and try again`,
      ['expectedRevision'],
      options,
    );
    this.entryId = entry.id;
    this.expectedRevision = expectedRevision;
  }
}

/** Readers had it under this slug once; what answers instead is named where there is something. */
export class ObsoleteEntryError extends DomainError {
  override name = 'ObsoleteEntryError';
  override readonly code = 'NOT_FOUND';
  /** Null: nothing replaces it, or nothing that can be read now. */
  readonly replacedById: string | null;

  constructor(slug: string, replacedById: string | null) {
    super(`The FAQ entry "${slug.slice(0, 100)}" is obsolete`, ['slug']);
    this.replacedById = replacedById;
  }
}
