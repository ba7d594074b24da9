/** Brings a database file to the state this program expects: migrations and the library's own row. */
import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { addLibrary } from '../communities/add-library.ts';
import { connectionOf, type Database } from './client.ts';
import { DatabaseUnavailableError } from './errors.ts';

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

export async function migrateDatabase(database: Database, now: Date): Promise<void> {
  try {
    applyMigrations(database);
  } catch {
    // Two programs that start together both see an empty file; the one that lost finds the work done.
    applyMigrations(database);
  }
  await addLibrary(database, now);
}

function applyMigrations(database: Database): void {
  const connection = connectionOf(database);
  const before = countMigrations(connection);
  // SQLite changes a table by building a new one and dropping the old, and dropping deletes the children of its rows
  // while foreign keys are on.
  connection.pragma('foreign_keys = OFF');
  try {
    migrate(database.orm, { migrationsFolder: MIGRATIONS_FOLDER });
    // It reads every row there is: only where something was changed.
    if (countMigrations(connection) === before) return;
    const broken = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new DatabaseUnavailableError(
        `The migrations left ${broken.length} rows that point at nothing. Restore the file from a backup and report this.`,
      );
    }
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

/** How many the file has seen. */
function countMigrations(connection: ReturnType<typeof connectionOf>): number {
  const exists = connection.prepare(`select 1 from sqlite_schema where name = '__drizzle_migrations'`).get();
  if (exists === undefined) return 0;
  return Number(connection.prepare('select count(*) from __drizzle_migrations').pluck().get());
}
