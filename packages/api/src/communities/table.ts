import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One Discord server each, and the library. */
export const communities = sqliteTable('communities', {
  /** The Discord guild's id, or `LIBRARY_ID` (`library.ts`). */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** BCP 47, as Discord names it: "en-US", "de". */
  locale: text('locale').notNull(),
  /** The language its moderators chose instead; null: as Discord says. */
  ownLocale: text('own_locale'),
  /** IANA name. */
  timeZone: text('time_zone').notNull().default('UTC'),
  /** Discord roles whose holders are moderators here, beside those Discord itself lets manage the server. */
  moderatorRoleIds: text('moderator_role_ids', { mode: 'json' }).$type<string[]>().notNull().default([]),
  /** The channel for what moderators should know; null: none. */
  logChannelId: text('log_channel_id'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
});
