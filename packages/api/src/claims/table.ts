import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLAIM_STATUSES } from '../briefings/document.ts';
import { pieceColumns } from '../briefings/table.ts';

/** Derived from the published revisions: which claims there are. Their words are in the documents. */
export const claims = sqliteTable(
  'claims',
  {
    ...pieceColumns(),
    claimId: text('claim_id').notNull(),
    /** In its document, from 0. */
    position: integer('position').notNull(),
    status: text('status', { enum: CLAIM_STATUSES }).notNull(),
    /** Of its briefing. */
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.claimId, table.lead] }),
    index('claims_newest').on(
      table.lead,
      table.publishedAt,
      table.briefingId,
      table.position,
      table.language,
      table.updatedAt,
    ),
    index('claims_status').on(
      table.lead,
      table.status,
      table.publishedAt,
      table.briefingId,
      table.position,
      table.language,
      table.updatedAt,
    ),
  ],
);
