import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';
import type { FeedFindings } from './findings.ts';

export const FEED_STATES = ['ACTIVE', 'DISABLED'] as const;
export type FeedState = (typeof FEED_STATES)[number];

/** An RSS, Atom or JSON feed whose new items become articles of a community. Times are the machine's: they are between it and a server. */
export const feeds = sqliteTable(
  'feeds',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    url: text('url').notNull(),
    /** `articleKey(url)`: a community follows a feed once. */
    urlKey: text('url_key').notNull(),
    /** What it calls itself. */
    title: text('title').notNull(),
    homePage: text('home_page'),
    state: text('state', { enum: FEED_STATES }).notNull(),
    disabledReason: text('disabled_reason'),
    /** As its server last sent them, to be sent back. */
    etag: text('etag'),
    lastModified: text('last_modified'),
    /** How long it stays as it is, in milliseconds, as it last said itself; null: it did not say. */
    freshFor: integer('fresh_for'),
    /** Looks in a row that failed, the first of them, and what the last one said. */
    failures: integer('failures').notNull().default(0),
    failingSince: integer('failing_since', { mode: 'timestamp_ms' }),
    lastFailure: text('last_failure'),
    checkedAt: integer('checked_at', { mode: 'timestamp_ms' }).notNull(),
    /** What the last look found that could read it; null: none has since this is noted. */
    lastFound: text('last_found', { mode: 'json' }).$type<FeedFindings>(),
    nextCheckAt: integer('next_check_at', { mode: 'timestamp_ms' }).notNull(),
    leaseToken: text('lease_token'),
    leasedUntil: integer('leased_until', { mode: 'timestamp_ms' }),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    uniqueIndex('feeds_url')
      .on(table.communityId, table.urlKey)
      .where(sql`removed_at is null`),
    index('feeds_community').on(table.communityId, table.createdAt, table.id),
    index('feeds_due')
      .on(table.nextCheckAt)
      .where(sql`state = 'ACTIVE' and removed_at is null`),
    check('feed_reason', sql`(${table.disabledReason} is not null) = (${table.state} = 'DISABLED')`),
    check('feed_lease', sql`(${table.leaseToken} is null) = (${table.leasedUntil} is null)`),
  ],
);

/** What of a feed has been seen: an item under each of its names (`itemKeys`). It never comes in again. */
export const feedItems = sqliteTable(
  'feed_items',
  {
    feedId: text('feed_id')
      .notNull()
      .references(() => feeds.id),
    key: text('key').notNull(),
    /** When the item said that it was last changed, as an instant; null: it does not say. */
    itemUpdatedAt: integer('item_updated_at', { mode: 'timestamp_ms' }),
  },
  (table) => [primaryKey({ columns: [table.feedId, table.key] })],
);
