/** A feed as it was when a request was answered: what whoever repeats it is shown. */
import { sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import { findFeeds, type Feed } from './find-feeds.ts';
import { feeds } from './table.ts';

const NAMES = [
  'url',
  'title',
  'homePage',
  'state',
  'disabledReason',
  'failures',
  'lastFailure',
  'checkedAt',
  'nextCheckAt',
  'removedAt',
] as const;

export type FeedThen = AsThen<{ feedId: string }, { feed: RowState | null }>;

export function captureFeed({ feedId }: { feedId: string }) {
  return { feed: captureRow(feeds, NAMES, sql`${feeds.id} = ${feedId}`) };
}

export async function openFeed(db: Database, { feedId, state }: FeedThen): Promise<Feed | null> {
  const feed = (await findFeeds(db, [feedId])).get(feedId);
  return feed === undefined ? null : restoreRow(feeds, feed, state.feed);
}
