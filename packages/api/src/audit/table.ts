import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ACTOR_KINDS } from './actor.ts';

/** Who did what to what. Rows are only ever added, each in the write set of the act itself. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    communityId: text('community_id').notNull(),
    actorKind: text('actor_kind', { enum: ACTOR_KINDS }).notNull(),
    /** Discord user id; null for the programs themselves and for tokens. */
    actorId: text('actor_id'),
    /** The token they came with; null: none, or the bot's of the settings. */
    tokenId: text('token_id'),
    /** "briefing.publish", "digest_schedule.create", … */
    action: text('action').notNull(),
    subjectId: text('subject_id').notNull(),
    details: text('details', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>(),
    after: text('after', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [
    index('audit_log_subject').on(table.subjectId, table.id),
    index('audit_log_community').on(table.communityId, table.id),
  ],
);
