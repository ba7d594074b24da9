import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CORRECTION_KINDS } from '../briefings/document.ts';
import { briefings } from '../briefings/table.ts';
import { communities } from '../communities/table.ts';

/** Derived from the published revision: which corrections there are. Their words are in its document. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: text('id').primaryKey(),
    briefingId: text('briefing_id')
      .notNull()
      .references(() => briefings.id),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    kind: text('kind', { enum: CORRECTION_KINDS }).notNull(),
    /** Number of the revision that puts it right. */
    revision: integer('revision').notNull(),
    correctedAt: integer('corrected_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('corrections_newest').on(table.communityId, table.correctedAt, table.id),
    index('corrections_briefing').on(table.briefingId),
  ],
);
