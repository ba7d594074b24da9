import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { briefings } from '../briefings/table.ts';
import { communities } from '../communities/table.ts';
import { faqEntries } from '../faq/table.ts';

export const REPORT_KINDS = ['ERROR', 'MISLEADING', 'OUTDATED', 'OTHER'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_STATUSES = ['OPEN', 'RESOLVED', 'DISMISSED'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** What readers say is wrong, for those who can mend it. */
export const reports = sqliteTable(
  'reports',
  {
    id: text('id').primaryKey(),
    /** Whose content it is about: they have it in their queue. */
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    briefingId: text('briefing_id').references(() => briefings.id),
    /** Of that briefing; null: the whole of it. */
    claimId: text('claim_id'),
    entryId: text('entry_id').references(() => faqEntries.id),
    /** Number of the revision that readers had. */
    revision: integer('revision').notNull(),
    kind: text('kind', { enum: REPORT_KINDS }).notNull(),
    text: text('text'),
    status: text('status', { enum: REPORT_STATUSES }).notNull(),
    /** For those who come after: what was done about it, or why nothing was. */
    note: text('note'),
    handledBy: text('handled_by'),
    handledAt: integer('handled_at', { mode: 'timestamp_ms' }),
    /** Tells one who reports too much from others, and nothing else: a hash, forgotten with the window of the limit. */
    reporter: text('reporter'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('reports_queue').on(table.communityId, table.createdAt, table.id),
    index('reports_status').on(table.communityId, table.status, table.createdAt, table.id),
    index('reports_reporter').on(table.reporter, table.createdAt),
    check('report_subject', sql`(${table.briefingId} is null) <> (${table.entryId} is null)`),
  ],
);
