import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const SEARCH_KINDS = ['BRIEFING', 'SECTION', 'CLAIM', 'FAQ_ENTRY'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * What can be found: one row per published briefing, section, claim and FAQ entry, written in the write set that publishes it.
 * Searched in memory (`search-index.ts`).
 */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    // Never given out twice: who found a row and reads its text later must not get another one's.
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: SEARCH_KINDS }).notNull(),
    /** Of the briefing or entry; of the section or claim within its briefing. */
    subjectId: text('subject_id').notNull(),
    /** Of the briefing or entry it is part of. */
    ownerId: text('owner_id').notNull(),
    communityId: text('community_id').notNull(),
    /** Of the owner. */
    slug: text('slug').notNull(),
    /** Title, heading, the claim's text or the question. */
    title: text('title').notNull(),
    /** One per line. */
    aliases: text('aliases').notNull(),
    /** Answer, or what the section or the whole briefing says: plain text. */
    body: text('body').notNull(),
    pinned: integer('pinned', { mode: 'boolean' }).notNull(),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('search_documents_owner').on(table.ownerId),
    // By which an index in memory reads one kind alone.
    index('search_documents_kind').on(table.kind),
  ],
);

/** Whose rows were written, in order: how an index in memory, in this program or another, learns what to read again. */
export const searchChanges = sqliteTable('search_changes', {
  sequence: integer('sequence').primaryKey({ autoIncrement: true }),
  ownerId: text('owner_id').notNull(),
});
