import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CORRECTION_KINDS } from '../briefings/document.ts';
import { pieceColumns } from '../briefings/table.ts';

/** Derived from the published revision: which corrections there are. Their words are in its document. */
export const corrections = sqliteTable(
  'corrections',
  {
    ...pieceColumns(),
    id: text('id').notNull(),
    kind: text('kind', { enum: CORRECTION_KINDS }).notNull(),
    correctedAt: integer('corrected_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.id, table.lead] }),
    index('corrections_newest').on(
      table.lead,
      table.correctedAt,
      table.id,
      table.kind,
      table.language,
      table.updatedAt,
    ),
    index('corrections_kind').on(
      table.lead,
      table.kind,
      table.correctedAt,
      table.id,
      table.language,
      table.updatedAt,
    ),
  ],
);
