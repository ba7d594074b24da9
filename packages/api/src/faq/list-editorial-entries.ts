/** The FAQ entries of one community as those who edit them see them: drafts and obsolete ones too. */
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { FaqEntry } from './find-entries.ts';
import { staleAt } from './staleness.ts';
import { faqEntries, type FaqStatus } from './table.ts';

export const EDITORIAL_ENTRY_ORDERS = ['BEGUN', 'SAVED'] as const;
export type EditorialEntryOrder = (typeof EDITORIAL_ENTRY_ORDERS)[number];

export interface EditorialFilter {
  status: FaqStatus | null;
  /** Slugs: about at least one of them; empty: about anything. */
  topics: readonly string[];
  language: string | null;
  updatedSince: Date | null;
  staleOnly: boolean;
  orderBy: EditorialEntryOrder;
}

/** A place in either order. */
export type EditorialKey = readonly [at: number, id: string];

const COLUMNS = { BEGUN: faqEntries.createdAt, SAVED: faqEntries.updatedAt } as const;

export async function listEditorialEntries(
  db: Database,
  communityId: string,
  { orderBy, ...filter }: EditorialFilter,
  { limit, after, now }: { limit: number; after: EditorialKey | null; now: Date },
): Promise<FaqEntry[]> {
  const at = COLUMNS[orderBy];
  const { status, topics, language, updatedSince, staleOnly } = filter;
  return db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        eq(faqEntries.communityId, communityId),
        status === null ? undefined : eq(faqEntries.status, status),
        // Drafts have no topics that could be looked up but their own.
        topics.length === 0
          ? undefined
          : sql`exists (select 1 from json_each(${faqEntries.topics}) where value ->> '$.slug' in ${topics})`,
        language === null ? undefined : eq(faqEntries.language, language),
        updatedSince === null ? undefined : gte(faqEntries.updatedAt, updatedSince),
        // Readers have only what is published; a draft cannot be out of date.
        staleOnly ? and(eq(faqEntries.status, 'PUBLISHED'), staleAt(now, sql.raw('faq_entries'))) : undefined,
        after === null ? undefined : sql`(${at}, ${faqEntries.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(at), desc(faqEntries.id))
    .limit(limit);
}

export function editorialKey(
  orderBy: EditorialEntryOrder,
  { id, createdAt, updatedAt }: FaqEntry,
): EditorialKey {
  return [(orderBy === 'BEGUN' ? createdAt : updatedAt).getTime(), id];
}
