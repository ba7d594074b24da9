/** Lists of published FAQ entries, newest first, read along an index. */
import { and, desc, eq, getTableColumns, gte, inArray, sql, type SQL } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import { entryNotHidden } from '../communities/not-hidden.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import type { Database } from '../database/client.ts';
import { checkTopics } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import type { FaqEntry } from './find-entries.ts';
import { faqEntries, faqTopics } from './table.ts';

/** The place in "newest first": time of publication in milliseconds, and the id. */
export type EntryKey = readonly [publishedAt: number, id: string];

export interface EntryFilter {
  topic: string | null;
  language: string | null;
  updatedSince: Date | null;
  pinnedOnly: boolean;
  staleOnly: boolean;
}

export interface EntryPage {
  limit: number;
  after: EntryKey | null;
}

/** Up to `limit` entries after a place in that order. A topic that does not exist is a `NotFoundError`. */
export async function listEntries(
  db: Database,
  communityId: string | null,
  filter: EntryFilter,
  { now, ...page }: EntryPage & { now: Date },
): Promise<FaqEntry[]> {
  const communities = visibleCommunities(communityId);
  if (filter.topic !== null) await checkTopics(db, communityId, [filter.topic], ['topic']);
  const rows: FaqEntry[] = [];
  // One by one, each along its index: of several communities at once SQLite would sort everything there is.
  for (const community of communities) {
    const conditions = [
      eq(faqEntries.status, 'PUBLISHED'),
      community === LIBRARY_ID ? notShadowed(faqEntries, communities) : undefined,
      communityId === null ? undefined : entryNotHidden(faqEntries, communityId),
      filter.language === null ? undefined : eq(faqEntries.language, filter.language),
      filter.updatedSince === null ? undefined : gte(faqEntries.updatedAt, filter.updatedSince),
      filter.pinnedOnly ? eq(faqEntries.pinned, true) : undefined,
      filter.staleOnly ? staleAt(now) : undefined,
    ];
    rows.push(...(await readArm(db, { community, topic: filter.topic, conditions }, page)));
  }
  return rows.toSorted(byNewest).slice(0, page.limit);
}

async function readArm(
  db: Database,
  {
    community,
    topic,
    conditions,
  }: { community: string; topic: string | null; conditions: (SQL | undefined)[] },
  { limit, after }: EntryPage,
): Promise<FaqEntry[]> {
  if (topic === null) {
    return db.orm
      .select()
      .from(faqEntries)
      .where(
        and(
          eq(faqEntries.communityId, community),
          ...conditions,
          beyond(faqEntries.publishedAt, faqEntries.id, after),
        ),
      )
      .orderBy(desc(faqEntries.publishedAt), desc(faqEntries.id))
      .limit(limit);
  }
  return db.orm
    .select(getTableColumns(faqEntries))
    .from(faqTopics)
    .innerJoin(faqEntries, eq(faqEntries.id, faqTopics.entryId))
    .where(
      and(
        eq(faqTopics.topicId, topicId(community, topic)),
        ...conditions,
        beyond(faqTopics.publishedAt, faqTopics.entryId, after),
      ),
    )
    .orderBy(desc(faqTopics.publishedAt), desc(faqTopics.entryId))
    .limit(limit);
}

type KeyColumns = typeof faqEntries | typeof faqTopics;

function beyond(
  time: KeyColumns['publishedAt'],
  id: typeof faqEntries.id | typeof faqTopics.entryId,
  after: EntryKey | null,
): SQL | undefined {
  return after === null ? undefined : sql`(${time}, ${id}) < (${after[0]}, ${after[1]})`;
}

/** Of each of these briefings up to `limit` entries after a place in their order, in one statement. */
export async function listEntriesOfBriefings(
  db: Database,
  communityId: string | null,
  briefingIds: readonly string[],
  { limit, after }: EntryPage,
): Promise<Map<string, FaqEntry[]>> {
  const communities = visibleCommunities(communityId);
  const first = sql`select ${faqEntries.id} from ${faqEntries} where ${and(
    sql`${faqEntries.briefingId} = asked.value`,
    eq(faqEntries.status, 'PUBLISHED'),
    inArray(faqEntries.communityId, communities),
    notShadowed(faqEntries, communities),
    communityId === null ? undefined : entryNotHidden(faqEntries, communityId),
    beyond(faqEntries.publishedAt, faqEntries.id, after),
  )} order by ${faqEntries.publishedAt} desc, ${faqEntries.id} desc limit ${limit}`;
  const ids = sql`select inner_entry.id from json_each(${JSON.stringify(briefingIds)}) as asked, faq_entries as inner_entry
    where inner_entry.id in (${first})`;
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(sql`${faqEntries.id} in (${ids})`);
  return Map.groupBy(rows.toSorted(byNewest), ({ briefingId }) => briefingId ?? '');
}

export function entryKey({ publishedAt, id }: FaqEntry): EntryKey {
  return [publishedAt?.getTime() ?? 0, id];
}

/** The answer may be out of date: its review is overdue, or the section it was checked against says something else now. */
export function isStale(entry: FaqEntry, now: Date): boolean {
  if (entry.reviewDueAt !== null && entry.reviewDueAt <= now) return true;
  return entry.verifiedSectionHash !== null && entry.verifiedSectionHash !== entry.currentSectionHash;
}

/** `isStale` in SQL. */
export function staleAt(now: Date): SQL {
  return sql`(${faqEntries.reviewDueAt} <= ${now.getTime()}
    or (${faqEntries.verifiedSectionHash} is not null and ${faqEntries.verifiedSectionHash} is not ${faqEntries.currentSectionHash}))`;
}

/** As SQLite compares: ids are ASCII. */
function byNewest(a: FaqEntry, b: FaqEntry): number {
  const [[time, id], [otherTime, otherId]] = [entryKey(a), entryKey(b)];
  return otherTime - time || (otherId < id ? -1 : 1);
}
