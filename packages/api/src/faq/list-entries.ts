/** Lists of published FAQ entries, each order read along an index; about topics: along those of the topics, or sorted where they have none. */
import { and, desc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import { entryNotHidden } from '../communities/not-hidden.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import type { Database } from '../database/client.ts';
import { beyond, keyNames, mergeArms, orderBy } from '../database/merge-arms.ts';
import { checkTopics } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import type { FaqEntry } from './find-entries.ts';
import { staleAt } from './staleness.ts';
import { faqEntries } from './table.ts';

export const ENTRY_ORDERS = ['NEWEST', 'UPDATED', 'POPULAR'] as const;
export type EntryOrder = (typeof ENTRY_ORDERS)[number];

/** The place of an entry in an order: what a cursor holds. The id makes it unique. */
export type EntryKey = readonly (string | number)[];

interface Ordering {
  /** Of an entry `e`, descending. */
  columns: readonly string[];
  /** The same of a topic's row `t`, where its index has the order. */
  topicColumns?: readonly string[];
  key(entry: FaqEntry): EntryKey;
}

const ORDERINGS: Record<EntryOrder, Ordering> = {
  NEWEST: {
    columns: ['e.published_at', 'e.id'],
    topicColumns: ['t.published_at', 't.entry_id'],
    key: ({ publishedAt, id }) => [publishedAt?.getTime() ?? 0, id],
  },
  UPDATED: {
    columns: ['e.updated_at', 'e.id'],
    topicColumns: ['t.updated_at', 't.entry_id'],
    key: ({ updatedAt, id }) => [updatedAt.getTime(), id],
  },
  POPULAR: {
    columns: ['e.pinned', 'e.popularity', 'e.published_at', 'e.id'],
    key: ({ pinned, popularity, publishedAt, id }) => [
      Number(pinned),
      popularity,
      publishedAt?.getTime() ?? 0,
      id,
    ],
  },
};

export interface EntryFilter {
  /** Slugs: about at least one of them; empty: about anything. */
  topics: readonly string[];
  language: string | null;
  publishedSince: Date | null;
  /** Before this instant. */
  publishedBefore: Date | null;
  updatedSince: Date | null;
  pinnedOnly: boolean;
  staleOnly: boolean;
  orderBy: EntryOrder;
}

export interface EntryPage {
  limit: number;
  after: EntryKey | null;
}

/** Up to `limit` entries after a place in the order. A topic that does not exist is a `NotFoundError`. */
export async function listEntries(
  db: Database,
  communityId: string | null,
  filter: EntryFilter,
  { now, ...page }: EntryPage & { now: Date },
): Promise<FaqEntry[]> {
  const communities = visibleCommunities(communityId);
  const topics = [...new Set(filter.topics)];
  await checkTopics(db, communityId, topics, ['topics']);
  const [first = ''] = communities;
  const { columns } = ORDERINGS[filter.orderBy];
  const conditions = conditionsOf(filter, now);
  const arms = communities.flatMap((community) => {
    const all = [...conditions, ...(community === first ? [] : seenBy(first))];
    const leads = topics.length === 0 ? [null] : topics.map((slug) => topicId(community, slug));
    return leads.map((topic) => along({ community, topic }, filter.orderBy, all, page));
  });
  const listed = mergeArms({ arms, keys: columns.length, descending: true, limit: sql`${page.limit}` });
  return db.orm
    .select(getTableColumns(faqEntries))
    .from(sql`(${listed}) as listed`)
    .innerJoin(faqEntries, sql`${faqEntries.id} = listed.found`)
    .orderBy(...keyNames(columns.length).map((key) => desc(sql.raw(key))));
}

/**
 * A list is always read in its order: where the order begins with another column, "+" keeps SQLite from going along a range of this one and
 * sorting all of it for every page.
 */
function conditionsOf(filter: EntryFilter, now: Date): SQL[] {
  const { language, publishedSince, publishedBefore, updatedSince, pinnedOnly, staleOnly } = filter;
  const range = (column: string) =>
    sql.raw(ORDERINGS[filter.orderBy].columns[0] === column ? column : `+${column}`);
  return [
    sql`e.status = 'PUBLISHED'`,
    ...(language === null ? [] : [sql`e.language = ${language}`]),
    ...(publishedSince === null ? [] : [sql`${range('e.published_at')} >= ${publishedSince.getTime()}`]),
    ...(publishedBefore === null ? [] : [sql`${range('e.published_at')} < ${publishedBefore.getTime()}`]),
    ...(updatedSince === null ? [] : [sql`${range('e.updated_at')} >= ${updatedSince.getTime()}`]),
    ...(pinnedOnly ? [sql`e.pinned = 1`] : []),
    ...(staleOnly ? [staleAt(now, sql.raw('e'))] : []),
  ];
}

/** Of the library's: not those under a slug that the community has published itself, nor what it hides. */
function seenBy(own: string): SQL[] {
  return [
    sql`not exists (select 1 from faq_entries own where own.community_id = ${own} and own.slug = e.slug and own.status = 'PUBLISHED')`,
    entryNotHidden({ id: sql`e.id`, communityId: sql`e.community_id` }, own),
  ];
}

/** What one arm reads: of one community, or one topic of it, no more than a page. */
function along(
  { community, topic }: { community: string; topic: string | null },
  order: EntryOrder,
  conditions: readonly SQL[],
  { limit, after }: EntryPage,
): SQL {
  const { columns: ofEntry, topicColumns = ofEntry } = ORDERINGS[order];
  const columns = topic === null ? ofEntry : topicColumns;
  const named = columns.map((column, at) => `${column} as k${at}`);
  const place = (after ?? []).map((part) => sql`${part}`);
  const all = [
    topic === null ? sql`e.community_id = ${community}` : sql`t.topic_id = ${topic}`,
    ...conditions,
    ...(after === null ? [] : [beyond(columns, true, place)]),
  ];
  const source =
    topic === null ? sql`faq_entries e` : sql`faq_topics t cross join faq_entries e on e.id = t.entry_id`;
  return sql`select ${sql.raw(named.join(', '))}, e.id as found from ${source}
    where ${sql.join(all, sql` and `)} ${orderBy(columns, true)} limit ${limit}`;
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
    after === null
      ? undefined
      : sql`(${faqEntries.publishedAt}, ${faqEntries.id}) < (${sql.join(
          after.map((part) => sql`${part}`),
          sql`, `,
        )})`,
  )} order by ${faqEntries.publishedAt} desc, ${faqEntries.id} desc limit ${limit}`;
  const ids = sql`select inner_entry.id from json_each(${JSON.stringify(briefingIds)}) as asked, faq_entries as inner_entry
    where inner_entry.id in (${first})`;
  const rows = await db.orm
    .select()
    .from(faqEntries)
    .where(sql`${faqEntries.id} in (${ids})`);
  return Map.groupBy(rows.toSorted(byNewest), ({ briefingId }) => briefingId ?? '');
}

export function entryKey(order: EntryOrder, entry: FaqEntry): EntryKey {
  return ORDERINGS[order].key(entry);
}

/** As SQLite compares: ids are ASCII. */
function byNewest(a: FaqEntry, b: FaqEntry): number {
  const [time, otherTime] = [a.publishedAt?.getTime() ?? 0, b.publishedAt?.getTime() ?? 0];
  return otherTime - time || (b.id < a.id ? -1 : 1);
}
