import { eq, or, sql } from 'drizzle-orm';
import { briefings } from '../briefings/table.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { communities } from '../communities/table.ts';
import type { Database, Orm } from '../database/client.ts';
import { contentVersions } from '../database/content-versions-table.ts';
import { faqEntries } from '../faq/table.ts';

/** What everything a reader can see depends on, beside who they are. */
export interface ContentState {
  /** Two readers of one community at two times see the same exactly when these are equal. */
  stamp: string;
  /** When something changes by time alone, without anybody writing; null: never. */
  nextTimedChange: Date | null;
}

/** As somebody of this community (null: of none) sees it. One statement, on indexes. */
export async function findContentState(
  db: Database,
  communityId: string | null,
  now: Date,
): Promise<ContentState> {
  const rows = await db
    .once(statePerCommunity)
    .execute({ library: LIBRARY_ID, own: communityId ?? LIBRARY_ID, now: now.getTime() });
  const states = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const upcoming = states.flatMap(({ review, publication, archival }) =>
    [review, publication, archival].filter((time) => time !== null),
  );
  return {
    stamp: JSON.stringify(states.map(({ id, version, last }) => [id, version, last])),
    nextTimedChange: upcoming.length === 0 ? null : new Date(Math.min(...upcoming)),
  };
}

/** Timed changes: an FAQ entry whose review falls due is stale from then on, and briefings are published and archived when it was planned. */
function statePerCommunity(orm: Orm) {
  const now = sql.placeholder('now');
  const reviews = sql`from ${faqEntries} where ${faqEntries.communityId} = ${communities.id} and ${faqEntries.status} = 'PUBLISHED'`;
  const planned = sql`from ${briefings} where ${briefings.communityId} = ${communities.id}`;
  return orm
    .select({
      id: communities.id,
      version: sql<
        number | null
      >`(select ${contentVersions.version} from ${contentVersions} where ${contentVersions.communityId} = ${communities.id})`,
      last: sql<
        number | null
      >`(select max(${faqEntries.reviewDueAt}) ${reviews} and ${faqEntries.reviewDueAt} <= ${now})`,
      review: sql<
        number | null
      >`(select min(${faqEntries.reviewDueAt}) ${reviews} and ${faqEntries.reviewDueAt} > ${now})`,
      publication: sql<
        number | null
      >`(select min(${briefings.publishAt}) ${planned} and ${briefings.publishAt} > ${now})`,
      archival: sql<
        number | null
      >`(select min(${briefings.unpublishAt}) ${planned} and ${briefings.status} = 'PUBLISHED' and ${briefings.unpublishAt} > ${now})`,
    })
    .from(communities)
    .where(or(eq(communities.id, sql.placeholder('library')), eq(communities.id, sql.placeholder('own'))))
    .prepare();
}
