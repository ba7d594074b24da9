import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const SEARCH_KINDS = ['BRIEFING', 'FAQ_ENTRY'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * What can be found, one row per published briefing or FAQ entry, written in the write set that publishes it.
 * The FTS5 table `search_index` reads its text from here (`search-index.ts`).
 */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer('id').primaryKey(),
    kind: text('kind', { enum: SEARCH_KINDS }).notNull(),
    /** Of the briefing or entry. */
    subjectId: text('subject_id').notNull(),
    communityId: text('community_id').notNull(),
    slug: text('slug').notNull(),
    /** Title or question. */
    title: text('title').notNull(),
    titleKey: text('title_key').notNull(),
    /** One per line. */
    aliases: text('aliases').notNull(),
    /** Answer, or summary and section texts: plain text. */
    body: text('body').notNull(),
    pinned: integer('pinned', { mode: 'boolean' }).notNull(),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    uniqueIndex('search_documents_subject').on(table.kind, table.subjectId),
    index('search_documents_title').on(table.communityId, table.kind, table.titleKey),
    index('search_documents_newest').on(table.communityId, table.kind, table.pinned, table.publishedAt),
  ],
);
