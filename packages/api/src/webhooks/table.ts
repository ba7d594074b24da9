import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { changes, type ChangeKind } from '../changes/table.ts';

export const WEBHOOK_STATES = ['ACTIVE', 'DISABLED'] as const;
export const WEBHOOK_DELIVERY_STATES = ['PENDING', 'LEASED', 'DELIVERED', 'FAILED'] as const;

/** Instead of a community: all of them. Operators keep such webhooks. */
export const EVERY_COMMUNITY = '*';

/** An address that is told what changes for readers of a community. Times are the machine's: they are between it and a receiver. */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    /**
     * It is told what this community's members see: its own changes and the library's. `EVERY_COMMUNITY`: what changes anywhere. No
     * foreign key: that is no community.
     */
    communityId: text('community_id').notNull(),
    url: text('url').notNull(),
    /** Sealed (`seal-secret.ts`): the file alone does not give it away. */
    sealedSecret: text('sealed_secret').notNull(),
    /** None: every kind. */
    kinds: text('kinds', { mode: 'json' }).$type<ChangeKind[]>().notNull(),
    state: text('state', { enum: WEBHOOK_STATES }).notNull(),
    disabledReason: text('disabled_reason'),
    /** The last change of which it was decided whether it is delivered. */
    afterChange: integer('after_change').notNull(),
    /** Attempts in a row that did not get through, and the first of them. */
    failures: integer('failures').notNull().default(0),
    failingSince: integer('failing_since', { mode: 'timestamp_ms' }),
    /** Nothing is sent before; null: at once. */
    notBefore: integer('not_before', { mode: 'timestamp_ms' }),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('webhooks_community').on(table.communityId, table.createdAt, table.id),
    check('webhook_reason', sql`(${table.disabledReason} is not null) = (${table.state} = 'DISABLED')`),
  ],
);

/** One change on its way to one webhook. Its id goes with every attempt, so that a receiver can tell what it has had. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id),
    changeId: integer('change_id')
      .notNull()
      .references(() => changes.id),
    state: text('state', { enum: WEBHOOK_DELIVERY_STATES }).notNull(),
    attempt: integer('attempt').notNull().default(0),
    /** What the receiver answered last; null: nothing yet, or it could not be reached. */
    status: integer('status'),
    /** Why the last attempt did not get through. */
    reason: text('reason'),
    leaseToken: text('lease_token'),
    leasedUntil: integer('leased_until', { mode: 'timestamp_ms' }),
    attemptedAt: integer('attempted_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    // Two planners can never plan one change twice.
    uniqueIndex('webhook_deliveries_change').on(table.webhookId, table.changeId),
    index('webhook_deliveries_open')
      .on(table.webhookId, table.changeId)
      .where(sql`${table.state} in ('PENDING', 'LEASED')`),
    check(
      'webhook_delivery_leased',
      sql`${table.state} <> 'LEASED' or (${table.leaseToken} is not null and ${table.leasedUntil} is not null)`,
    ),
  ],
);
