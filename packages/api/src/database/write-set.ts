/**
 * A write set: statements computed beforehand and run in one atomic call, so that the same verbs can run on an embedded file
 * (one synchronous transaction) and on a database server (one batch).
 *
 * An UPDATE that matches no row aborts nothing. Whatever must hold is therefore a statement that fails when it does not:
 * an insert into a unique column, or one of the guards below.
 */
import type { Database as SqliteConnection, Statement } from 'better-sqlite3';
import { SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { DatabaseUnavailableError, WriteConflictError } from './errors.ts';

/** Fails the whole set when its condition does not hold; the `WriteConflictError` carries its name. */
export interface Guard {
  guard: string;
  statement: SQL;
}

/** A statement as text, and what goes into the places of its question marks. */
export interface CompiledStatement {
  sql: string;
  params: readonly unknown[];
}

/** A query builder that has not run yet (`orm.insert(…).values(…)`), a row (`insert-row.ts`), raw SQL, or a guard. */
export type WriteStatement = { toSQL(): CompiledStatement } | SQL | Guard;

/** `assertThat('still a draft', sql\`exists (select 1 from …)\`)`: a condition that is false or NULL fails the set. */
export function assertThat(name: string, condition: SQL): Guard {
  // The row breaks the check of the table `assertions`; where the condition holds no row is inserted, so the table stays empty.
  return {
    guard: name,
    statement: sql`insert into assertions (holds) select 0 where (${condition}) is not true`,
  };
}

/** Placed directly after an UPDATE or DELETE: fails the set unless that statement changed exactly this many rows. */
export function assertChanged(name: string, rows = 1): Guard {
  return assertThat(name, sql`changes() = ${rows}`);
}

/** Runs a write set in one transaction. */
export type WriteSetRunner = (statements: readonly WriteStatement[]) => void;

export function createWriteSetRunner(
  connection: SqliteConnection,
  onStatement: ((sql: string) => void) | undefined,
): WriteSetRunner {
  const prepare = keepPrepared(connection);
  const runOne = (statement: WriteStatement): void => {
    try {
      const { sql: text, params } = compile(statement);
      onStatement?.(text);
      prepare(text).run(...params);
    } catch (error) {
      throw conflictOf(error, statement) ?? unavailable(error) ?? error;
    }
  };
  const runAll = connection.transaction((statements: readonly WriteStatement[]) => {
    for (const statement of statements) runOne(statement);
  });
  return (statements) => {
    try {
      // Immediate: the write lock is waited for at the start, where busy_timeout works; a lock taken half-way would fail at once.
      runAll.immediate(statements);
    } catch (error) {
      throw unavailable(error) ?? error;
    }
  };
}

const dialect = new SQLiteSyncDialect();

function compile(statement: WriteStatement): CompiledStatement {
  if ('guard' in statement) return dialect.sqlToQuery(statement.statement);
  return statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL();
}

/** Texts of statements are few, as values are no part of them; those with lists of values are many. */
const MAX_PREPARED = 200;

/** A write set often runs one statement for many rows: SQLite prepares it for the first of them. */
function keepPrepared(connection: SqliteConnection): (text: string) => Statement<unknown[]> {
  const kept = new Map<string, Statement<unknown[]>>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MAX_PREPARED) kept.delete(oldest);
    const statement = connection.prepare<unknown[]>(text);
    kept.set(text, statement);
    return statement;
  };
}

const CONSTRAINTS: Readonly<Record<string, WriteConflictError['constraint']>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'UNIQUE',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'UNIQUE',
  SQLITE_CONSTRAINT_CHECK: 'CHECK',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'FOREIGN_KEY',
  SQLITE_CONSTRAINT_NOTNULL: 'NOT_NULL',
};

function conflictOf(error: unknown, statement: WriteStatement): WriteConflictError | undefined {
  const failure = driverFailure(error);
  if (failure === undefined || !failure.code.startsWith('SQLITE_CONSTRAINT')) return undefined;
  if ('guard' in statement) return new WriteConflictError('GUARD', statement.guard, { cause: error });
  // "UNIQUE constraint failed: briefings.community_id, briefings.slug"
  const target = /constraint failed: (.*)$/.exec(failure.message)?.[1] ?? failure.message;
  return new WriteConflictError(CONSTRAINTS[failure.code] ?? 'OTHER', target, { cause: error });
}

const OUTAGES: readonly (readonly [code: string, message: string])[] = [
  ['SQLITE_BUSY', 'The database is locked by another program. Wait until that is done, and try again.'],
  ['SQLITE_FULL', 'The disk is full: nothing was written. Make room, and try again.'],
  ['SQLITE_READONLY', 'The database cannot be written. Check who owns the file and its folder.'],
  ['SQLITE_IOERR', 'The disk of the database does not work as it should: nothing was written.'],
];

/** What is wrong with the file or its disk, and not with the statements. */
function unavailable(error: unknown): DatabaseUnavailableError | undefined {
  const code = driverFailure(error)?.code ?? '';
  const outage = OUTAGES.find(([prefix]) => code.startsWith(prefix));
  return outage && new DatabaseUnavailableError(outage[1], { cause: error });
}

/** Drizzle wraps the driver's error once. */
function driverFailure(error: unknown): { code: string; message: string } | undefined {
  for (const candidate of [error, error instanceof Error ? error.cause : undefined]) {
    if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string') {
      return { code: candidate.code, message: candidate.message };
    }
  }
  return undefined;
}
