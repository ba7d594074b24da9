import { and, asc, desc, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { visibleCommunities } from '../communities/library.ts';
import { notShadowed } from '../communities/not-shadowed.ts';
import type { Database } from '../database/client.ts';
import { findTopics } from '../topics/find-topics.ts';
import { loadPublished, pointerColumns, withTopic, type PublishedBriefing } from './find-briefings.ts';
import { briefings } from './table.ts';
import { normalizeText } from '../search/normalize-text.ts';

export const BRIEFING_ORDERS = ['NEWEST', 'IMPORTANCE', 'TITLE'] as const;
export type BriefingOrder = (typeof BRIEFING_ORDERS)[number];

export interface BriefingFilter {
  topic: string | null;
  /** As the briefings state it. */
  language: string | null;
  orderBy: BriefingOrder;
}

/** The place of a briefing in an order: what a cursor holds. The id makes it unique. */
export type BriefingKey = readonly (string | number)[];

interface Ordering {
  columns: readonly AnySQLiteColumn[];
  descending: boolean;
  key(briefing: PublishedBriefing): BriefingKey;
}

const ORDERINGS: Record<BriefingOrder, Ordering> = {
  NEWEST: {
    columns: [briefings.publishedAt, briefings.id],
    descending: true,
    key: ({ publishedAt, id }) => [publishedAt.getTime(), id],
  },
  IMPORTANCE: {
    columns: [briefings.importance, briefings.publishedAt, briefings.id],
    descending: true,
    key: ({ document, publishedAt, id }) => [document.importance ?? 0, publishedAt.getTime(), id],
  },
  TITLE: {
    columns: [briefings.titleKey, briefings.id],
    descending: false,
    key: ({ document, id }) => [normalizeText(document.title), id],
  },
};

/** Up to `limit` briefings after a place in the order. A topic that does not exist is a `NotFoundError`. */
export async function listBriefings(
  db: Database,
  communityId: string | null,
  { topic, language, orderBy }: BriefingFilter,
  page: { limit: number; after: BriefingKey | null },
): Promise<PublishedBriefing[]> {
  const communities = visibleCommunities(communityId);
  if (topic !== null) await findTopics(db, communityId, [topic], ['topic']);
  const { columns, descending } = ORDERINGS[orderBy];
  const rows = await db.orm
    .select(pointerColumns)
    .from(briefings)
    .where(
      and(
        inArray(briefings.communityId, communities),
        eq(briefings.status, 'PUBLISHED'),
        notShadowed(briefings, communities),
        topic === null ? undefined : exists(withTopic(db.orm, communities, [topic])),
        language === null ? undefined : eq(briefings.language, language),
        page.after === null ? undefined : beyond(columns, descending, page.after),
      ),
    )
    .orderBy(...columns.map(descending ? desc : asc))
    .limit(page.limit);
  return loadPublished(db, rows);
}

export function briefingKey(orderBy: BriefingOrder, briefing: PublishedBriefing): BriefingKey {
  return ORDERINGS[orderBy].key(briefing);
}

function beyond(columns: readonly AnySQLiteColumn[], descending: boolean, key: BriefingKey): SQL {
  const place = sql.join(
    columns.map((column) => sql`${column}`),
    sql`, `,
  );
  const values = sql.join(
    key.map((value) => sql`${value}`),
    sql`, `,
  );
  return descending ? sql`(${place}) < (${values})` : sql`(${place}) > (${values})`;
}
