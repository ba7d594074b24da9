/** FAQ entries for somebody who asks for nothing in particular. */
import { and, desc, eq } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import { entryNotHidden } from '../communities/not-hidden.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import type { Database } from '../database/client.ts';
import { faqEntries } from '../faq/table.ts';
import type { IndexedDocument } from './search-shard.ts';
import { searchDocuments } from './table.ts';

export interface PopularDocument extends IndexedDocument {
  /** How many more found it helpful than did not. */
  popularity: number;
}

/** Of each community up to `limit`: what is pinned, then what helped most, then what is newest. Read along an index. */
export async function listPopular(
  db: Database,
  communityId: string | null,
  limit: number,
): Promise<PopularDocument[]> {
  const communities = visibleCommunities(communityId);
  const arms = communities.map((community) =>
    db.orm
      .select({
        id: searchDocuments.id,
        kind: searchDocuments.kind,
        subjectId: searchDocuments.subjectId,
        ownerId: searchDocuments.ownerId,
        slug: searchDocuments.slug,
        title: searchDocuments.title,
        pinned: faqEntries.pinned,
        publishedAt: searchDocuments.publishedAt,
        popularity: faqEntries.popularity,
      })
      .from(faqEntries)
      .innerJoin(searchDocuments, eq(searchDocuments.ownerId, faqEntries.id))
      .where(
        and(
          eq(faqEntries.communityId, community),
          eq(faqEntries.status, 'PUBLISHED'),
          community === LIBRARY_ID ? notShadowed(faqEntries, communities) : undefined,
          communityId === null ? undefined : entryNotHidden(faqEntries, communityId),
        ),
      )
      .orderBy(
        desc(faqEntries.pinned),
        desc(faqEntries.popularity),
        desc(faqEntries.publishedAt),
        desc(faqEntries.id),
      )
      .limit(limit),
  );
  const rows = (await Promise.all(arms)).flat();
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.getTime() }));
}
