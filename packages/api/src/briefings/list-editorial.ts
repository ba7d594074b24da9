/** The briefings of a community as those who write them see them. Who may is decided by the caller. */
import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { EditorialBriefing } from './find-editorial.ts';
import type { BriefingStatus, HeadState } from './status.ts';
import { briefings } from './table.ts';

export const EDITORIAL_ORDERS = ['BEGUN', 'SAVED'] as const;
export type EditorialOrder = (typeof EDITORIAL_ORDERS)[number];

export interface EditorialFilter {
  status: BriefingStatus | null;
  headState: HeadState | null;
  /** Slugs: about at least one of them; empty: about anything. */
  topics: readonly string[];
  language: string | null;
  /** 1–5. */
  minImportance: number | null;
  savedSince: Date | null;
  orderBy: EditorialOrder;
}

/** A place in either order. */
export type EditorialKey = readonly [at: number, id: string];

const COLUMNS = { BEGUN: briefings.createdAt, SAVED: briefings.savedAt } as const;

export async function listEditorialBriefings(
  db: Database,
  communityId: string,
  { orderBy, ...filter }: EditorialFilter,
  { limit, after }: { limit: number; after: EditorialKey | null },
): Promise<EditorialBriefing[]> {
  const at = COLUMNS[orderBy];
  const { status, headState, topics, language, minImportance, savedSince } = filter;
  return db.orm
    .select()
    .from(briefings)
    .where(
      and(
        eq(briefings.communityId, communityId),
        status === null ? undefined : eq(briefings.status, status),
        headState === null ? undefined : eq(briefings.headState, headState),
        language === null ? undefined : eq(briefings.language, language),
        minImportance === null ? undefined : gte(briefings.importance, minImportance),
        savedSince === null ? undefined : gte(briefings.savedAt, savedSince),
        topics.length === 0
          ? undefined
          : sql`exists (select 1 from json_each(${briefings.topicSlugs}) where value in ${topics})`,
        after === null ? undefined : sql`(${at}, ${briefings.id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(at), desc(briefings.id))
    .limit(limit);
}

export function editorialKey(
  orderBy: EditorialOrder,
  { id, createdAt, savedAt }: EditorialBriefing,
): EditorialKey {
  return [(orderBy === 'BEGUN' ? createdAt : savedAt).getTime(), id];
}
