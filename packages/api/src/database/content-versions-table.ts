import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One counter per community and one for the library: raised by every write set that changes what readers can see, by nothing else. */
export const contentVersions = sqliteTable('content_versions', {
  communityId: text('community_id').primaryKey(),
  version: integer('version').notNull(),
});
