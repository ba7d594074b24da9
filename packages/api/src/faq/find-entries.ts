/** Published FAQ entries, as somebody of a community (null: of none) sees them: the library's and their own. */
import { and, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import type { Database, Orm } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { findTopics } from '../topics/find-topics.ts';
import { topics } from '../topics/table.ts';
import { faqEntries, faqTopics } from './table.ts';

export type FaqEntry = typeof faqEntries.$inferSelect;

/** The place in "newest first": time of publication in milliseconds, and the id. */
export type EntryKey = readonly [publishedAt: number, id: string];

export interface EntryFilter {
  topic?: string | null;
  pinnedOnly?: boolean;
  /** Only those bound to this briefing. */
  briefingId?: string;
}

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

/** Up to `limit` entries, newest first, after a place in that order. A topic that does not exist is a `NotFoundError`. */
export async function listEntries(
  db: Database,
  communityId: string | null,
  { topic = null, pinnedOnly, briefingId }: EntryFilter,
  page: { limit: number; after: EntryKey | null },
): Promise<FaqEntry[]> {
  const communities = visibleCommunities(communityId);
  if (topic !== null) await findTopics(db, communityId, [topic], ['topic']);
  return db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        inArray(faqEntries.communityId, communities),
        eq(faqEntries.status, 'PUBLISHED'),
        notShadowed(faqEntries, communities),
        topic === null ? undefined : exists(withTopic(db.orm, communities, topic)),
        pinnedOnly ? eq(faqEntries.pinned, true) : undefined,
        briefingId === undefined ? undefined : eq(faqEntries.briefingId, briefingId),
        page.after === null
          ? undefined
          : sql`(${faqEntries.publishedAt}, ${faqEntries.id}) < (${page.after[0]}, ${page.after[1]})`,
      ),
    )
    .orderBy(desc(faqEntries.publishedAt), desc(faqEntries.id))
    .limit(page.limit);
}

export function entryKey({ publishedAt, id }: FaqEntry): EntryKey {
  return [publishedAt?.getTime() ?? 0, id];
}

/** The answer may be out of date: its review is overdue, or the section it was checked against says something else now. */
export function isStale(entry: FaqEntry, now: Date): boolean {
  if (entry.reviewDueAt !== null && entry.reviewDueAt <= now) return true;
  return entry.verifiedSectionHash !== null && entry.verifiedSectionHash !== entry.currentSectionHash;
}

function withTopic(orm: Orm, communities: readonly string[], slug: string) {
  return orm
    .select({ one: sql`1` })
    .from(faqTopics)
    .innerJoin(topics, eq(topics.id, faqTopics.topicId))
    .where(
      and(
        eq(faqTopics.entryId, faqEntries.id),
        eq(topics.slug, slug),
        inArray(topics.communityId, [...communities]),
      ),
    );
}
