import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { LIBRARY_ID } from './library.ts';

interface OwnedTable extends SQLiteTable {
  communityId: AnySQLiteColumn;
  slug: AnySQLiteColumn;
  status: AnySQLiteColumn;
}

/** In a list of published content: leaves out what the library has under a slug that the community has published itself. */
export function notShadowed(table: OwnedTable, communities: readonly string[]): SQL | undefined {
  const own = communities.find((community) => community !== LIBRARY_ID);
  if (own === undefined) return undefined;
  return sql`not (${table.communityId} = ${LIBRARY_ID} and exists (
    select 1 from ${table} as own where own.community_id = ${own} and own.slug = ${table.slug} and own.status = 'PUBLISHED'))`;
}
