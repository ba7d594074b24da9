/** The file cannot be used, when a program starts or when something is written. The message says what to do. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';
}

/** Thrown by `Database.write`: a guard or a constraint did not hold, and nothing of the set was written. The verb turns it into a typed conflict. */
export class WriteConflictError extends Error {
  override name = 'WriteConflictError';
  readonly constraint: 'GUARD' | 'UNIQUE' | 'CHECK' | 'FOREIGN_KEY' | 'NOT_NULL' | 'OTHER';
  /** The guard's name, the columns of a unique constraint ("briefings.community_id, briefings.slug"), or a check's name. */
  readonly target: string;

  constructor(constraint: WriteConflictError['constraint'], target: string, options?: ErrorOptions) {
    super(`Not written: ${constraint} ${target} does not hold`, options);
    this.constraint = constraint;
    this.target = target;
  }

  /** True for a unique constraint (or primary key) on exactly these columns, written "table.column". */
  isUnique(...columns: string[]): boolean {
    return this.constraint === 'UNIQUE' && this.target === columns.join(', ');
  }

  isGuard(name: string): boolean {
    return this.constraint === 'GUARD' && this.target === name;
  }
}
