import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const CHANGE_KINDS = [
  'BRIEFING_PUBLISHED',
  'BRIEFING_UPDATED',
  'BRIEFING_CORRECTED',
  'BRIEFING_WITHDRAWN',
  'FAQ_ENTRY_PUBLISHED',
  'FAQ_ENTRY_UPDATED',
  'FAQ_ENTRY_OBSOLETED',
  'VISIBILITY_CHANGED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Everything that changed for readers, in the order it was written: writers take turns, so nothing ever appears before what is there
 * already. Rows are only ever added (a redaction alone reaches into their reasons), and hold no content: a reader is told that something changed and reads it as it is by then.
 */
export const changes = sqliteTable(
  'changes',
  {
    /** The place in the feed. AUTOINCREMENT: never given twice. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    communityId: text('community_id').notNull(),
    kind: text('kind', { enum: CHANGE_KINDS }).notNull(),
    /** Of the briefing, the FAQ entry or the community, as the kind says. */
    subjectId: text('subject_id').notNull(),
    /** Empty for a community. */
    slug: text('slug').notNull(),
    /** Number of the revision that readers get since; null where there is none. */
    revision: integer('revision'),
    /** For readers: why it was withdrawn, what was corrected. Null: none was given. */
    reason: text('reason'),
  },
  (table) => [index('changes_community').on(table.communityId, table.id)],
);
