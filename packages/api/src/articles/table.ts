import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';

/** An imported document as it came in: kept for provenance, never changed. */
export const articles = sqliteTable(
  'articles',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    title: text('title').notNull(),
    url: text('url'),
    fileName: text('file_name'),
    publisher: text('publisher'),
    byline: text('byline'),
    /** As precise as the article says: "2025-02-18", "2025-02" or "2025". */
    publishedOn: text('published_on'),
    language: text('language'),
    text: text('text').notNull(),
    /** SHA-256 of the text, hexadecimal: the same article is not imported twice. */
    contentHash: text('content_hash').notNull(),
    importedAt: integer('imported_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    uniqueIndex('articles_content').on(table.communityId, table.contentHash),
    index('articles_url').on(table.communityId, table.url),
  ],
);
