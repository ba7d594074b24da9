/**
 * Rows for write sets that hold hundreds of them. Drizzle's `orm.insert(…)` builds its SQL anew for each row, which takes longer than
 * SQLite takes to insert it; here rows that fill the same columns share one text, so one prepared statement.
 */
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CompiledStatement } from './write-set.ts';

export interface InsertOptions {
  /** A row that breaks a unique index is left out, instead of failing the set. */
  orLeave?: boolean;
}

/** What is `undefined` gets the default that the database has for it: a table whose ids Drizzle makes up needs them here. */
export function insertRow<Table extends SQLiteTable>(
  table: Table,
  row: Table['$inferInsert'],
  { orLeave = false }: InsertOptions = {},
): { toSQL(): CompiledStatement } {
  return {
    toSQL() {
      const names: string[] = [];
      const params: unknown[] = [];
      const columns: Record<string, SQLiteColumn> = getTableColumns<SQLiteTable>(table);
      for (const [key, value] of Object.entries(row)) {
        const column = columns[key];
        if (column === undefined || value === undefined) continue;
        names.push(column.name);
        params.push(value === null ? null : column.mapToDriverValue(value));
      }
      return { sql: textOf(getTableName(table), names, orLeave), params };
    },
  };
}

function textOf(table: string, names: readonly string[], orLeave: boolean): string {
  const columns = names.map((name) => `"${name}"`).join(', ');
  const conflict = orLeave ? ' on conflict do nothing' : '';
  return `insert into "${table}" (${columns}) values (${names.map(() => '?').join(', ')})${conflict}`;
}
