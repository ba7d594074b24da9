import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLAIM_STATUSES } from '../briefings/document.ts';
import { briefings } from '../briefings/table.ts';
import { communities } from '../communities/table.ts';

/** Derived from the published revisions: which claims there are. Their words are in the documents. */
export const claims = sqliteTable(
  'claims',
  {
    briefingId: text('briefing_id')
      .notNull()
      .references(() => briefings.id),
    claimId: text('claim_id').notNull(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** In its document, from 0. */
    position: integer('position').notNull(),
    status: text('status', { enum: CLAIM_STATUSES }).notNull(),
    credibility: integer('credibility').notNull(),
    speaker: text('speaker'),
    /** Of its briefing. */
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.claimId] }),
    index('claims_newest').on(table.communityId, table.publishedAt, table.briefingId, table.position),
    index('claims_status').on(
      table.communityId,
      table.status,
      table.publishedAt,
      table.briefingId,
      table.position,
    ),
  ],
);
