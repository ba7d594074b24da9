/** Feeds, always of one community: what another follows is not told. */
import { quoted } from '@communique/shared/text';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { feeds } from './table.ts';

export type Feed = typeof feeds.$inferSelect;

/** The place in "latest added first". */
export type FeedPlace = readonly [createdAt: number, id: string];

export interface FeedName {
  communityId: string;
  id: string;
}

export async function listFeeds(
  db: Database,
  communityId: string,
  { limit, after }: { limit: number; after: FeedPlace | null },
): Promise<Feed[]> {
  const { createdAt, id } = feeds;
  return db.orm
    .select()
    .from(feeds)
    .where(
      and(
        eq(feeds.communityId, communityId),
        isNull(feeds.removedAt),
        after === null ? undefined : sql`(${createdAt}, ${id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

export function feedPlace({ createdAt, id }: Feed): FeedPlace {
  return [createdAt.getTime(), id];
}

export async function findFeed(db: Database, { communityId, id }: FeedName): Promise<Feed> {
  const [feed] = await db.orm
    .select()
    .from(feeds)
    .where(and(eq(feeds.id, id), eq(feeds.communityId, communityId), isNull(feeds.removedAt)));
  if (feed !== undefined) return feed;
  throw new NotFoundError('There is no such feed here: it may have been removed', ['feedId']);
}

/** Refuses what never was a feed of this community; one that was removed has brought articles. */
export async function requireFeed(db: Database, { communityId, id }: FeedName): Promise<void> {
  if ((await findFeeds(db, [id])).get(id)?.communityId === communityId) return;
  throw new NotFoundError(`There is no feed ${quoted(id)} here, and there was none`, ['feedId']);
}

/** By id, removed ones too: what they brought stays. */
export async function findFeeds(db: Database, ids: readonly string[]): Promise<Map<string, Feed>> {
  const rows = await db.orm
    .select()
    .from(feeds)
    .where(inArray(feeds.id, [...ids]));
  return new Map(rows.map((feed) => [feed.id, feed]));
}
