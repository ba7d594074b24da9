import { eq, inArray } from 'drizzle-orm';
import { briefings, revisions } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';
import { posts } from './table.ts';

/** What a Discord message of a delivery shows. */
export interface Post {
  deliveryId: string;
  messageId: string;
  channelId: string;
  slug: string;
  revision: number;
  postedAt: Date;
}

/** By delivery, in the order of the briefings' slugs; a delivery without posts is left out. */
export async function findPosts(db: Database, deliveryIds: readonly string[]): Promise<Map<string, Post[]>> {
  const rows: Post[] = await db.orm
    .select({
      deliveryId: posts.deliveryId,
      messageId: posts.messageId,
      channelId: posts.channelId,
      slug: briefings.slug,
      revision: revisions.number,
      postedAt: posts.postedAt,
    })
    .from(posts)
    .innerJoin(briefings, eq(briefings.id, posts.briefingId))
    .innerJoin(revisions, eq(revisions.id, posts.revisionId))
    .where(inArray(posts.deliveryId, [...deliveryIds]));
  const ordered = rows.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return Map.groupBy(ordered, ({ deliveryId }) => deliveryId);
}
