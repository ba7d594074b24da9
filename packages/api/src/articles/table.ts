import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';
import { feeds } from '../feeds/table.ts';
import type { DocumentFacts } from '../import/read-document.ts';

export const ARTICLE_STATES = ['NEW', 'DRAFTED', 'DISMISSED'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

/** An imported document as it came in: kept for provenance. What is decided about it changes, its text never does. */
export const articles = sqliteTable(
  'articles',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    state: text('state', { enum: ARTICLE_STATES }).notNull().default('NEW'),
    title: text('title').notNull(),
    url: text('url'),
    /** `articleKey(url)`: the same for every way to write the address of one article. */
    urlKey: text('url_key'),
    fileName: text('file_name'),
    publisher: text('publisher'),
    byline: text('byline'),
    /** As precise as the article says: "2025-02-18", "2025-02" or "2025". */
    publishedOn: text('published_on'),
    language: text('language'),
    text: text('text').notNull(),
    /** What its feed says of it, which its text may not; null: it came by itself. */
    facts: text('facts', { mode: 'json' }).$type<DocumentFacts>(),
    /** SHA-256 of the text, hexadecimal: the same article is not imported twice. */
    contentHash: text('content_hash').notNull(),
    /** `hashDraft`: of what it says, however it is written down; null: nobody has taken it apart yet. */
    draftHash: text('draft_hash'),
    importedAt: integer('imported_at', { mode: 'timestamp_ms' }).notNull(),
    /** The feed that brought it; null: somebody imported it. */
    feedId: text('feed_id').references(() => feeds.id),
    /**
     * The briefing it made or, while it is NEW, the one it is a later version of. No foreign key: a briefing and its article point at
     * each other.
     */
    briefingId: text('briefing_id'),
    /** The revision of that briefing it made; null: none, or a later version of it did. */
    revisionNumber: integer('revision_number'),
  },
  (table) => [
    uniqueIndex('articles_content').on(table.communityId, table.contentHash),
    index('articles_draft').on(table.communityId, table.draftHash),
    index('articles_url_key').on(table.communityId, table.urlKey),
    index('articles_file_name').on(table.communityId, table.fileName),
    index('articles_newest').on(table.communityId, table.importedAt, table.id),
    index('articles_inbox').on(table.communityId, table.state, table.importedAt, table.id),
    index('articles_feed').on(table.feedId, table.importedAt, table.id),
    index('articles_briefing').on(table.briefingId),
    check('article_drafted', sql`${table.state} <> 'DRAFTED' or ${table.briefingId} is not null`),
    check('article_revision', sql`${table.revisionNumber} is null or ${table.state} = 'DRAFTED'`),
  ],
);
