/**
 * What a row was when an act was done: its numbers, names and states, never words of content, which a redaction would have to find.
 * Whoever asks again is shown the row of today with these columns as they were then.
 */
import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** As SQLite keeps the columns. */
export type RowState = Readonly<Record<string, unknown>>;

/** Those columns of a row as JSON; null: there is no such row. */
export function captureRow<Table extends SQLiteTable>(
  table: Table,
  names: readonly (keyof Table['_']['columns'] & string)[],
  condition: SQL,
): SQL<RowState | null> {
  return sql`(select ${jsonOf(table, names)} from ${table} where ${condition})`;
}

/** The same of many, by their ids. */
export function captureRows<Table extends SQLiteTable & { id: SQLiteColumn }>(
  table: Table,
  names: readonly (keyof Table['_']['columns'] & string)[],
  condition: SQL,
): SQL<Readonly<Record<string, RowState>>> {
  return sql`(select json_group_object(${table.id}, ${jsonOf(table, names)}) from ${table} where ${condition})`;
}

export function restoreRow<Row extends object>(
  table: SQLiteTable,
  row: Row,
  state: RowState | null | undefined,
): Row {
  const columns: Record<string, SQLiteColumn> = getTableColumns(table);
  const then = Object.entries(state ?? {}).map(([name, value]) => [
    name,
    value === null ? null : columns[name]?.mapFromDriverValue(value),
  ]);
  return { ...row, ...Object.fromEntries(then) };
}

function jsonOf(table: SQLiteTable, names: readonly string[]): SQL {
  const columns: Record<string, SQLiteColumn> = getTableColumns(table);
  const parts = names.map((name) => sql`${sql.raw(`'${name}'`)}, ${columns[name]}`);
  return sql`json_object(${sql.join(parts, sql`, `)})`;
}
