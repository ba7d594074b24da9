import { sql } from 'drizzle-orm';
import { blob, check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';

export const TOKEN_ROLES = ['READER', 'EDITOR', 'OPERATOR', 'BOT'] as const;
export type TokenRole = (typeof TOKEN_ROLES)[number];

/** Keys of clients that are no person on Discord. The token itself is shown once, when it is made, and kept nowhere. */
export const accessTokens = sqliteTable(
  'access_tokens',
  {
    id: text('id').primaryKey(),
    /** Who or what holds it: what its acts are signed with. */
    name: text('name').notNull(),
    role: text('role', { enum: TOKEN_ROLES }).notNull(),
    /** The one community whose content it reads beside the library's, or edits; null: the library's alone. */
    communityId: text('community_id').references(() => communities.id),
    /** `hashToken(token)`. */
    hash: blob('hash', { mode: 'buffer' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    uniqueIndex('access_tokens_hash').on(table.hash),
    check('access_token_scope', sql`${table.role} in ('READER', 'EDITOR') or ${table.communityId} is null`),
  ],
);

/** People on Discord who edit the library, whatever server they speak in. */
export const editors = sqliteTable('editors', {
  /** Discord user id. */
  userId: text('user_id').primaryKey(),
  /** What their acts are signed with. */
  name: text('name').notNull(),
  addedAt: integer('added_at', { mode: 'timestamp_ms' }).notNull(),
});
