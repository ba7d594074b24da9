/** Published FAQ entries, as somebody of a community (null: of none) sees them: the library's and their own. */
import { and, eq, inArray } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { faqEntries } from './table.ts';

export type FaqEntry = typeof faqEntries.$inferSelect;

export async function findEntry(db: Database, communityId: string | null, slug: string): Promise<FaqEntry> {
  const communities = visibleCommunities(communityId);
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        eq(faqEntries.slug, slug),
        eq(faqEntries.status, 'PUBLISHED'),
        inArray(faqEntries.communityId, communities),
      ),
    );
  const entry = rows.find((row) => row.communityId !== LIBRARY_ID) ?? rows[0];
  if (entry === undefined)
    throw new NotFoundError(
      `There is no FAQ entry "${slug.slice(0, 100)}": "faqEntries" lists them, "search" finds one by its words`,
      ['slug'],
    );
  return entry;
}

/** Those of these that are published and visible, in the order asked for. */
export async function findEntriesByIds(
  db: Database,
  communityId: string | null,
  ids: readonly string[],
): Promise<Map<string, FaqEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        inArray(faqEntries.id, [...ids]),
        eq(faqEntries.status, 'PUBLISHED'),
        inArray(faqEntries.communityId, visibleCommunities(communityId)),
      ),
    );
  return new Map(rows.map((entry) => [entry.id, entry]));
}
