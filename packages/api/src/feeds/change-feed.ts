/** Enables, disables and removes feeds. Each answers the same when it is asked again. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { findFeed, findFeeds, type Feed, type FeedName } from './find-feeds.ts';
import { feedItems, feeds } from './table.ts';

/** It is looked at with the next pass. What came into it meanwhile comes in, a few at a time. */
export async function enableFeed(
  db: Database,
  name: FeedName,
  { act, at }: { act: Act; at: Date },
): Promise<Feed> {
  const feed = await findFeed(db, name);
  if (feed.state === 'ACTIVE') return feed;
  await change(
    db,
    feed,
    { act, action: 'feed.enable' },
    {
      state: 'ACTIVE',
      disabledReason: null,
      failures: 0,
      failingSince: null,
      lastFailure: null,
      nextCheckAt: at,
      leaseToken: null,
      leasedUntil: null,
    },
  );
  return findFeed(db, name);
}

export async function disableFeed(db: Database, name: FeedName, act: Act): Promise<Feed> {
  const feed = await findFeed(db, name);
  if (feed.state === 'DISABLED') return feed;
  const disabledReason = 'an editor disabled it';
  await change(db, feed, { act, action: 'feed.disable' }, { state: 'DISABLED', disabledReason });
  return findFeed(db, name);
}

/** What it brought stays. */
export async function removeFeed(db: Database, name: FeedName, act: Act): Promise<{ feedId: string }> {
  const known = (await findFeeds(db, [name.id])).get(name.id);
  if (known?.communityId === name.communityId && known.removedAt !== null) return { feedId: known.id };
  const feed = await findFeed(db, name);
  await db.write([
    db.orm
      .update(feeds)
      .set({ removedAt: act.now, leaseToken: null, leasedUntil: null })
      .where(and(eq(feeds.id, feed.id), isNull(feeds.removedAt))),
    db.orm.delete(feedItems).where(eq(feedItems.feedId, feed.id)),
    recordAct(act, { communityId: feed.communityId, action: 'feed.remove', subjectId: feed.id }),
  ]);
  return { feedId: feed.id };
}

async function change(
  db: Database,
  { id, communityId, state }: Feed,
  { act, action }: { act: Act; action: string },
  set: Partial<typeof feeds.$inferInsert>,
): Promise<void> {
  await db.write([
    db.orm
      .update(feeds)
      .set(set)
      .where(and(eq(feeds.id, id), isNull(feeds.removedAt))),
    recordAct(act, {
      communityId,
      action,
      subjectId: id,
      before: { state },
      after: { state: set.state ?? state },
    }),
  ]);
}
