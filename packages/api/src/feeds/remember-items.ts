import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database, WriteStatement } from '../database/client.ts';
import type { SeenKeys } from './choose-items.ts';
import type { ItemArticle } from './read-items.ts';
import { feedItems } from './table.ts';

/** Those of the items' keys that the feed has brought before. */
export async function findSeenKeys(
  db: Database,
  feedId: string,
  items: readonly ItemArticle[],
): Promise<SeenKeys> {
  const keys = JSON.stringify(items.flatMap((item) => item.keys));
  const rows = await db.orm
    .select({ key: feedItems.key, at: feedItems.itemUpdatedAt })
    .from(feedItems)
    .where(
      and(eq(feedItems.feedId, feedId), inArray(feedItems.key, sql`(select value from json_each(${keys}))`)),
    );
  return new Map(rows.map(({ key, at }) => [key, at]));
}

/** One statement, however many there are. */
export function rememberItems(feedId: string, items: readonly ItemArticle[]): WriteStatement[] {
  if (items.length === 0) return [];
  const rows = items.flatMap(({ keys, updated }) => keys.map((key) => [key, updated?.getTime() ?? null]));
  return [
    sql`insert into feed_items (feed_id, key, item_updated_at)
      select ${feedId}, value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)}) where true
      on conflict (feed_id, key) do update set item_updated_at = excluded.item_updated_at`,
  ];
}
