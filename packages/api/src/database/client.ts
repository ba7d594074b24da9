/** One SQLite file: opened with the settings that make an acknowledged write durable, written in atomic sets. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Database as SqliteConnection } from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import type * as tables from './tables.ts';
import { DatabaseUnavailableError } from './errors.ts';
import { endMoment } from './moment.ts';
import { prepareTuples, type SqlValue } from './prepare-tuples.ts';
import { createWriteSetRunner, type WriteStatement } from './write-set.ts';

export type { WriteStatement } from './write-set.ts';

export type Orm = BetterSQLite3Database<typeof tables>;

export interface Database {
  /** For reads (always awaited) and for building the statements of a write set. */
  readonly orm: Orm;
  /**
   * Runs all statements or none. Nothing may be decided between them: what must hold is a guard among them (`write-set.ts`).
   * A guard or constraint that does not hold rejects with a `WriteConflictError`.
   */
  write(statements: readonly WriteStatement[]): Promise<void>;
  /**
   * For the few statements that are run all the time: prepared once (keep it, by `once`), rows as tuples in the order of its columns.
   * Making objects of rows takes longer than SQLite takes to find them.
   */
  tuples<Row extends readonly SqlValue[]>(
    statement: SQL,
  ): (values: Readonly<Record<string, SqlValue>>) => Promise<Row[]>;
  /** One value per database and function: prepared statements, caches of what never changes. */
  once<T>(create: (orm: Orm, database: Database) => T): T;
  /**
   * Moves what is written into the file and empties the log beside it, so that nothing is left there of what was overwritten or deleted.
   * False: another program was reading, so some of it stays for now.
   */
  emptyLog(): boolean;
  /** Changes when another connection has written to the file; this connection's own writes do not count. */
  dataVersion(): number;
  close(): void;
}

export interface OpenOptions {
  /** Milliseconds a write waits for another process to finish. */
  busyTimeout?: number;
  /** Sees every statement, for tests that count them. */
  onStatement?: (sql: string) => void;
}

// The driver's binary crashes older versions of Node before any JavaScript could say why.
const LOWEST_NODE_MAJOR = 22;

export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  refuseOldNode(process.versions.node);
  const path = databasePath(url);
  const [driver, { drizzle }, tables] = await Promise.all([
    import('better-sqlite3'),
    import('drizzle-orm/better-sqlite3'),
    import('./tables.ts'),
  ]);
  const connection = connect(path, () => new driver.default(path, { timeout: options.busyTimeout ?? 5_000 }));
  const logger = options.onStatement && { logQuery: options.onStatement };
  const orm = drizzle(connection, { schema: tables, ...(logger && { logger }) });
  return databaseOf(connection, orm, options.onStatement);
}

/** For the migrator, which needs settings that no other code may touch. */
export function connectionOf(database: Database): SqliteConnection {
  const connection = connections.get(database);
  if (connection === undefined) throw new TypeError('This database was not made by openDatabase');
  return connection;
}

const connections = new WeakMap<Database, SqliteConnection>();

function databaseOf(
  connection: SqliteConnection,
  orm: Orm,
  onStatement: OpenOptions['onStatement'],
): Database {
  const made = new Map<unknown, unknown>();
  const runWriteSet = createWriteSetRunner(connection, onStatement);
  const database: Database = {
    orm,
    async write(statements) {
      try {
        runWriteSet(statements);
      } finally {
        endMoment();
      }
    },
    tuples: (statement) => prepareTuples(connection, statement, onStatement),
    once<T>(create: (orm: Orm, database: Database) => T): T {
      if (!made.has(create)) made.set(create, create(orm, database));
      // The map holds under each function what that function returned.
      return made.get(create) as T;
    },
    emptyLog() {
      const [answer] = checkpointSchema.parse(connection.pragma('wal_checkpoint(TRUNCATE)'));
      return answer.busy === 0;
    },
    dataVersion: () => Number(connection.pragma('data_version', { simple: true })),
    close: () => void connection.close(),
  };
  connections.set(database, connection);
  return database;
}

const checkpointSchema = z.tuple([z.object({ busy: z.number() })]);

function refuseOldNode(version: string): void {
  if (Number.parseInt(version, 10) >= LOWEST_NODE_MAJOR) return;
  throw new DatabaseUnavailableError(
    `The database driver needs Node ${LOWEST_NODE_MAJOR} or newer, this is Node ${version}. ` +
      'Start the program with "npx -y pnpm@12 start", which brings the right one.',
  );
}

/** `file:data/x.db` (relative to where the program was started), `file:///srv/x.db` or a plain path. */
function databasePath(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if (
    url.trim() === '' ||
    url === ':memory:' ||
    /[?#\0]/.test(url) ||
    (scheme !== undefined && scheme !== 'file')
  ) {
    throw new DatabaseUnavailableError(
      `${scheme === undefined ? `"${url}"` : `A database at "${scheme}:"`} is not supported: ` +
        'DATABASE_URL takes a file, as in "file:data/communique.db" or "/srv/communique.db".',
    );
  }
  if (scheme === undefined) return resolve(url);
  return url.startsWith('file://') ? fileUrlPath(url) : resolve(url.slice('file:'.length));
}

function fileUrlPath(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new DatabaseUnavailableError(
      `"${url}" names no file on this machine: write "file:data/communique.db" or "file:///srv/communique.db".`,
    );
  }
}

function connect(path: string, open: () => SqliteConnection): SqliteConnection {
  let connection: SqliteConnection | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    connection = open();
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    // What is deleted or overwritten is gone from the file too: a redaction must leave nothing behind.
    connection.pragma('secure_delete = ON');
    return connection;
  } catch (error) {
    connection?.close();
    throw new DatabaseUnavailableError(`The database ${path} ${whyNot(error, path)}`, { cause: error });
  }
}

function whyNot(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB')
    return 'is not a SQLite file. Choose another DATABASE_URL, or move that file away.';
  if (code.startsWith('SQLITE_CORRUPT')) return 'is damaged. Restore it from a backup.';
  if (code.startsWith('SQLITE_BUSY'))
    return 'is locked by another program. Stop that program and start again.';
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return 'cannot be written. Check who owns the file and its folder.';
  }
  if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_CANTOPEN_')) {
    return existsSync(path)
      ? 'cannot be opened: is it a folder, or owned by somebody else?'
      : 'cannot be created. Check who owns its folder.';
  }
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return 'cannot be created: a part of its path is a file, not a folder.';
  return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
}
