/** Enables, disables and removes feeds. Each changes nothing where it is so already. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { commit } from '../idempotency/commit.ts';
import { findFeed, findFeeds, type Feed, type FeedName } from './find-feeds.ts';
import { feedItems, feeds } from './table.ts';

export interface ChangedFeed {
  feedId: string;
}

/** It is looked at with the next pass. What came into it meanwhile comes in, a few at a time. */
export async function enableFeed(
  db: Database,
  name: FeedName,
  { act, at }: { act: Act; at: Date },
): Promise<ChangedFeed> {
  const feed = await findFeed(db, name);
  if (feed.state === 'ACTIVE') return leave(db, feed.id, act);
  return change(
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
}

export async function disableFeed(db: Database, name: FeedName, act: Act): Promise<ChangedFeed> {
  const feed = await findFeed(db, name);
  if (feed.state === 'DISABLED') return leave(db, feed.id, act);
  const disabledReason = 'an editor disabled it';
  return change(db, feed, { act, action: 'feed.disable' }, { state: 'DISABLED', disabledReason });
}

/** What it brought stays. */
export async function removeFeed(db: Database, name: FeedName, act: Act): Promise<ChangedFeed> {
  const known = (await findFeeds(db, [name.id])).get(name.id);
  if (known?.communityId === name.communityId && known.removedAt !== null) return leave(db, known.id, act);
  const { id, communityId, url, state } = await findFeed(db, name);
  return commit(db, act, {
    statements: [
      db.orm
        .update(feeds)
        .set({ removedAt: act.now, leaseToken: null, leasedUntil: null })
        .where(and(eq(feeds.id, id), isNull(feeds.removedAt))),
      db.orm.delete(feedItems).where(eq(feedItems.feedId, id)),
      recordAct(act, {
        communityId,
        action: 'feed.remove',
        subjectId: id,
        before: { host: new URL(url).host, state },
      }),
    ],
    result: { feedId: id },
  });
}

function leave(db: Database, feedId: string, act: Act): Promise<ChangedFeed> {
  return commit(db, act, { statements: [], result: { feedId } });
}

function change(
  db: Database,
  { id, communityId, state }: Feed,
  { act, action }: { act: Act; action: string },
  set: Partial<typeof feeds.$inferInsert>,
): Promise<ChangedFeed> {
  return commit(db, act, {
    statements: [
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
    ],
    result: { feedId: id },
  });
}
