import type { Weekday } from '@communique/shared/local-time';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';
import { DELIVERY_OUTCOMES, DELIVERY_STATES, DIGEST_SCHEDULE_STATES } from './states.ts';

export const digestSchedules = sqliteTable(
  'digest_schedules',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    channelId: text('channel_id').notNull(),
    /** "09:00": local time and zone, never an offset, so that it stays 09:00 in summer and winter. */
    localTime: text('local_time').notNull(),
    timeZone: text('time_zone').notNull(),
    /** In the order of the week, never empty. */
    weekdays: text('weekdays', { mode: 'json' }).$type<Weekday[]>().notNull(),
    /** Empty: every topic. Slugs, because a slug names the library's topic and the community's own alike. */
    topicSlugs: text('topic_slugs', { mode: 'json' }).$type<string[]>().notNull(),
    /** Briefings in one digest, at most. */
    size: integer('size').notNull(),
    state: text('state', { enum: DIGEST_SCHEDULE_STATES }).notNull(),
    disabledReason: text('disabled_reason'),
    /** Null unless ACTIVE. */
    nextRunAt: integer('next_run_at', { mode: 'timestamp_ms' }),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** Removed schedules stay, because their deliveries do. */
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('digest_schedules_community').on(table.communityId, table.createdAt, table.id),
    index('digest_schedules_due')
      .on(table.nextRunAt)
      .where(sql`${table.nextRunAt} is not null`),
    check('digest_schedule_size', sql`${table.size} between 1 and 10`),
    check(
      'digest_schedule_runs',
      sql`(${table.nextRunAt} is not null) = (${table.state} = 'ACTIVE' and ${table.removedAt} is null)`,
    ),
    check(
      'digest_schedule_reason',
      sql`(${table.disabledReason} is not null) = (${table.state} = 'DISABLED')`,
    ),
  ],
);

/** One frozen item of an edition: this revision and no later one. */
export interface FrozenItem {
  briefingId: string;
  revisionId: string;
}

/** A question to discuss: its words are in the briefing, at the revision that is frozen. */
export interface FrozenPrompt {
  briefingId: string;
  id: string;
}

/** The content of one run. Preview aside, whatever shows a digest shows its edition. */
export const editions = sqliteTable(
  'editions',
  {
    id: text('id').primaryKey(),
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => digestSchedules.id),
    /** What was published later is not in it. */
    cutOffAt: integer('cut_off_at', { mode: 'timestamp_ms' }).notNull(),
    items: text('items', { mode: 'json' }).$type<FrozenItem[]>().notNull(),
    prompt: text('prompt', { mode: 'json' }).$type<FrozenPrompt>(),
  },
  (table) => [index('editions_schedule').on(table.scheduleId)],
);

/** One edition on its way to one channel. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    id: text('id').primaryKey(),
    scheduleId: text('schedule_id')
      .notNull()
      .references(() => digestSchedules.id),
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id),
    channelId: text('channel_id').notNull(),
    /** When it was to be posted. */
    runAt: integer('run_at', { mode: 'timestamp_ms' }).notNull(),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    /** Why it was skipped, failed or given up, or why the last attempt did not succeed. */
    reason: text('reason'),
    /** Leases given so far. */
    attempt: integer('attempt').notNull().default(0),
    /** Attempts that certainly posted nothing. */
    retries: integer('retries').notNull().default(0),
    /** An earlier attempt may have posted it. */
    uncertain: integer('uncertain', { mode: 'boolean' }).notNull().default(false),
    /** Not again before this time of the machine, whatever a development clock says; null: at once. */
    notBefore: integer('not_before', { mode: 'timestamp_ms' }),
    /** Of the latest lease, also after it ended: by it a report that comes twice is recognised. */
    leaseToken: text('lease_token'),
    leasedUntil: integer('leased_until', { mode: 'timestamp_ms' }),
    /** What the latest lease reported. */
    outcome: text('outcome', { enum: DELIVERY_OUTCOMES }),
    messageId: text('message_id'),
    postedAt: integer('posted_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    // Two planners can never plan one run twice.
    uniqueIndex('deliveries_run').on(table.scheduleId, table.runAt),
    uniqueIndex('deliveries_edition').on(table.editionId),
    index('deliveries_open')
      .on(table.runAt, table.id)
      .where(sql`${table.state} in ('PLANNED', 'LEASED')`),
    check(
      'delivery_sent',
      sql`${table.state} <> 'SENT' or (${table.messageId} is not null and ${table.postedAt} is not null)`,
    ),
    check(
      'delivery_leased',
      sql`${table.state} <> 'LEASED' or (${table.leaseToken} is not null and ${table.leasedUntil} is not null)`,
    ),
    check(
      'delivery_reason',
      sql`${table.state} not in ('SKIPPED', 'FAILED', 'DEAD') or ${table.reason} is not null`,
    ),
  ],
);

/** The ledger of what Discord messages show: how a correction finds the places where the mistake was posted. */
export const posts = sqliteTable(
  'posts',
  {
    messageId: text('message_id').notNull(),
    channelId: text('channel_id').notNull(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => deliveries.id),
    briefingId: text('briefing_id').notNull(),
    revisionId: text('revision_id').notNull(),
    postedAt: integer('posted_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.briefingId] }),
    index('posts_briefing').on(table.briefingId),
    index('posts_delivery').on(table.deliveryId),
  ],
);
