/** The FAQ entries of one community as those who edit them see them: drafts and obsolete ones too, latest begun first. */
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { FaqEntry } from './find-entries.ts';
import { staleAt } from './list-entries.ts';
import { faqEntries, type FaqStatus } from './table.ts';

export interface EditorialFilter {
  status: FaqStatus | null;
  topic: string | null;
  language: string | null;
  updatedSince: Date | null;
  staleOnly: boolean;
}

/** The place in "latest begun first". */
export type EditorialKey = readonly [createdAt: number, id: string];

export async function listEditorialEntries(
  db: Database,
  communityId: string,
  { status, topic, language, updatedSince, staleOnly }: EditorialFilter,
  { limit, after, now }: { limit: number; after: EditorialKey | null; now: Date },
): Promise<FaqEntry[]> {
  return db.orm
    .select()
    .from(faqEntries)
    .where(
      and(
        eq(faqEntries.communityId, communityId),
        status === null ? undefined : eq(faqEntries.status, status),
        // Drafts have no topics that could be looked up but their own.
        topic === null
          ? undefined
          : sql`exists (select 1 from json_each(${faqEntries.topics}) where value ->> '$.slug' = ${topic})`,
        language === null ? undefined : eq(faqEntries.language, language),
        updatedSince === null ? undefined : gte(faqEntries.updatedAt, updatedSince),
        // Readers have only what is published; a draft cannot be out of date.
        staleOnly ? and(eq(faqEntries.status, 'PUBLISHED'), staleAt(now)) : undefined,
        after === null
          ? undefined
          : sql`(${faqEntries.createdAt}, ${faqEntries.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(faqEntries.createdAt), desc(faqEntries.id))
    .limit(limit);
}

export function editorialKey({ createdAt, id }: FaqEntry): EditorialKey {
  return [createdAt.getTime(), id];
}
