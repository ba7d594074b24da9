import type { Database as SqliteConnection } from 'better-sqlite3';
import { is, Placeholder, type SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

/** What a statement takes and what its rows hold. */
export type SqlValue = string | number | null;

const dialect = new SQLiteSyncDialect();

/**
 * Where a file has statistics (`analyze`), SQLite looks at the values it is given to choose a plan, and prepares the statement again
 * whenever it is given others, which takes longer than most of these statements. It does not look through this plus, which does nothing else.
 */
const HIDDEN_PARAMETER = '+?';

/** What is not a placeholder in it stays as it is in every run. */
export function prepareTuples<Row extends readonly SqlValue[]>(
  connection: SqliteConnection,
  query: SQL,
  onStatement: ((sql: string) => void) | undefined,
): (values: Readonly<Record<string, SqlValue>>) => Promise<Row[]> {
  const { sql: written, params } = dialect.sqlToQuery(query);
  const sql = written.replaceAll('?', HIDDEN_PARAMETER);
  const statement = connection.prepare<unknown[], Row>(sql).raw();
  const names = params.map((parameter) => (is(parameter, Placeholder) ? parameter.name : null));
  return async (values) => {
    onStatement?.(sql);
    return statement.all(...names.map((name, at) => (name === null ? params[at] : values[name])));
  };
}
