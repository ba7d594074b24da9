import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Which collections this database has been given. A row means: never load it again, over whatever editors made of it. */
export const libraryLoads = sqliteTable('library_loads', {
  id: text('id').primaryKey(),
  loadedAt: integer('loaded_at', { mode: 'timestamp_ms' }).notNull(),
});
