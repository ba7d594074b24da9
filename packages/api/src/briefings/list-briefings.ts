/** Lists of published briefings. */
import { visibleCommunities } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { checkTopics } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import type { BriefingKey, BriefingOrder } from './briefing-order.ts';
import { loadPublished, type BriefingPointer, type PublishedBriefing } from './find-briefings.ts';
import {
  FILTERS,
  leadingValues,
  leadsOf,
  numbered,
  pageStatement,
  type BriefingRow,
  type Leading,
} from './list-statement.ts';
import { findNewestHeads } from './newest-heads.ts';
import { takeNewest } from './take-newest.ts';

export interface BriefingFilter {
  /** Slugs: about at least one of them; empty: about anything. */
  topics: readonly string[];
  /** The argument that names them. */
  topicPath: readonly string[];
  /** As the briefings state it. */
  language: string | null;
  publishedSince: Date | null;
  /** Before this instant: with `publishedSince` a day or month of the archive. */
  publishedBefore: Date | null;
  updatedSince: Date | null;
  /** 1–5. */
  minImportance: number | null;
  orderBy: BriefingOrder;
}

const KEYS: Record<BriefingOrder, (briefing: PublishedBriefing) => BriefingKey> = {
  NEWEST: ({ publishedAt, id }) => [publishedAt.getTime(), id],
  UPDATED: ({ updatedAt, id }) => [updatedAt.getTime(), id],
  IMPORTANCE: ({ document, publishedAt, id }) => [document.importance ?? 0, publishedAt.getTime(), id],
  TITLE: ({ document, id }) => [normalizeText(document.title), id],
};

export function briefingKey(orderBy: BriefingOrder, briefing: PublishedBriefing): BriefingKey {
  return KEYS[orderBy](briefing);
}

export interface BriefingPage {
  limit: number;
  after: BriefingKey | null;
}

/** Up to `limit` briefings after a place in the order. A topic that does not exist is a `NotFoundError` at the argument it was named in. */
export async function listBriefings(
  db: Database,
  communityId: string | null,
  filter: BriefingFilter,
  page: BriefingPage,
): Promise<PublishedBriefing[]> {
  const communities = visibleCommunities(communityId);
  const topics = [...new Set(filter.topics)];
  await checkTopics(db, communityId, topics, filter.topicPath);
  const topicIds = communities.flatMap((community) => topics.map((slug) => topicId(community, slug)));
  const leading = { communities, topicIds };
  const rows =
    (await readFromMemory(db, leading, filter, page)) ?? (await readPage(db, leading, filter, page));
  return loadPublished(db, rows.map(pointerOf));
}

/** Null: it is not there. */
async function readFromMemory(
  db: Database,
  leading: Leading,
  filter: BriefingFilter,
  { limit, after }: BriefingPage,
): Promise<BriefingRow[] | null> {
  const { orderBy, language, updatedSince, minImportance, publishedSince, publishedBefore } = filter;
  const goesByMore = language !== null || updatedSince !== null || minImportance !== null;
  if (orderBy !== 'NEWEST' || goesByMore) return null;
  const heads = await findNewestHeads(db, leading);
  const since = publishedSince?.getTime() ?? null;
  const before = publishedBefore?.getTime() ?? null;
  return heads && takeNewest(heads, { limit, after, since, before });
}

async function readPage(
  db: Database,
  leading: Leading,
  filter: BriefingFilter,
  { limit, after }: BriefingPage,
): Promise<BriefingRow[]> {
  const filters = FILTERS.filter((name) => filter[name] !== null);
  const shape = { orderBy: filter.orderBy, filters, after: after !== null };
  const statement = pageStatement(db, shape, leadsOf(leading));
  return statement({
    ...filterValues(filter),
    ...leadingValues(leading),
    ...numbered('key', after ?? []),
    limit,
  });
}

function pointerOf([, publishedRevisionId, publishedAt]: BriefingRow): BriefingPointer {
  return { publishedRevisionId, publishedAt: new Date(publishedAt) };
}

function filterValues({
  language,
  publishedSince,
  publishedBefore,
  updatedSince,
  minImportance,
}: BriefingFilter) {
  return {
    language,
    publishedSince: publishedSince?.getTime() ?? null,
    publishedBefore: publishedBefore?.getTime() ?? null,
    updatedSince: updatedSince?.getTime() ?? null,
    minImportance,
  };
}
