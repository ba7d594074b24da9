import type { Database as SqliteConnection } from 'better-sqlite3';
import { is, Placeholder, type SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

/** What a statement takes and what its rows hold. */
export type SqlValue = string | number | null;

const dialect = new SQLiteSyncDialect();

/** What is not a placeholder in it stays as it is in every run. */
export function prepareTuples<Row extends readonly SqlValue[]>(
  connection: SqliteConnection,
  query: SQL,
  onStatement: ((sql: string) => void) | undefined,
): (values: Readonly<Record<string, SqlValue>>) => Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(query);
  const statement = connection.prepare<unknown[], Row>(sql).raw();
  const names = params.map((parameter) => (is(parameter, Placeholder) ? parameter.name : null));
  return async (values) => {
    onStatement?.(sql);
    return statement.all(...names.map((name, at) => (name === null ? params[at] : values[name])));
  };
}
