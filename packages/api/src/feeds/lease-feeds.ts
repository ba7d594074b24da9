/** A feed is looked at by one process at a time: whoever holds its lease. */
import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { ConflictError } from '../domain-errors.ts';
import { LEASE } from './check-policy.ts';
import type { Feed } from './find-feeds.ts';
import { feeds } from './table.ts';

export type LeasedFeed = Feed & { leaseToken: string };

/** The feeds that are due the longest. Two processes never get the same one. */
export async function leaseDueFeeds(db: Database, now: Date, limit: number): Promise<LeasedFeed[]> {
  const at = now.getTime();
  const leaseToken = crypto.randomUUID();
  await db.write([
    // Spelled out as in the partial index `feeds_due`, or SQLite does not use it.
    sql`update feeds set lease_token = ${leaseToken}, leased_until = ${at + LEASE}
      where id in (select id from feeds where state = 'ACTIVE' and removed_at is null and next_check_at <= ${at}
        and (leased_until is null or leased_until <= ${at}) order by next_check_at limit ${limit})`,
  ]);
  const rows = await db.orm
    .select()
    .from(feeds)
    .where(
      and(
        sql`state = 'ACTIVE' and removed_at is null`,
        lte(feeds.nextCheckAt, now),
        eq(feeds.leaseToken, leaseToken),
      ),
    );
  return rows.map((feed) => ({ ...feed, leaseToken }));
}

/** For a look by hand. */
export async function leaseFeed(db: Database, feed: Feed, now: Date): Promise<LeasedFeed> {
  const leaseToken = crypto.randomUUID();
  const isFree = or(isNull(feeds.leasedUntil), lte(feeds.leasedUntil, now));
  try {
    await db.write([
      db.orm
        .update(feeds)
        .set({ leaseToken, leasedUntil: new Date(now.getTime() + LEASE) })
        .where(and(eq(feeds.id, feed.id), eq(feeds.state, 'ACTIVE'), isNull(feeds.removedAt), isFree)),
      assertChanged('feed is free'),
    ]);
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(
      feed.state === 'DISABLED'
        ? 'This feed is disabled: enable it first'
        : 'This feed is being looked at this very moment: look at it again',
      ['feedId'],
      { cause: error },
    );
  }
  return { ...feed, leaseToken };
}
