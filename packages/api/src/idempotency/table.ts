import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What was answered to requests with an idempotency key, for as long as a client may ask again. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    /** `actorKey`: two clients may choose the same key. */
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    /** Of the mutation's name and input: the same key with another wish is a mistake. */
    inputHash: text('input_hash').notNull(),
    /** Names what was made or changed, and says what state it was in then; never words of content. */
    result: text('result', { mode: 'json' }).$type<object>().notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    index('idempotency_keys_age').on(table.createdAt),
  ],
);
