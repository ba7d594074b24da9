import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** Always empty: a guard of a write set inserts a row that breaks the check, and takes the whole set down with it. */
export const assertions = sqliteTable('assertions', { holds: integer().notNull() }, (table) => [
  check('assertion_holds', sql`${table.holds} = 1`),
]);
