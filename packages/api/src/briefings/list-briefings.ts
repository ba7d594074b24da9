/** Lists of published briefings. Every list is read along an index, one arm per community and topic, merged by SQLite. */
import { sql, type SQL } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import { briefingNotHidden } from '../communities/not-hidden.ts';
import type { Database } from '../database/client.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { findTopics } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import { loadPublished, type BriefingPointer, type PublishedBriefing } from './find-briefings.ts';

export const BRIEFING_ORDERS = ['NEWEST', 'UPDATED', 'IMPORTANCE', 'TITLE'] as const;
export type BriefingOrder = (typeof BRIEFING_ORDERS)[number];

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

/** The place of a briefing in an order: what a cursor holds. The id makes it unique. */
export type BriefingKey = readonly (string | number)[];

interface Ordering {
  /** Of `b`, or of `t`, where a topic leads: its index has the same order. */
  columns: readonly string[];
  topicColumns?: readonly string[];
  descending: boolean;
  key(briefing: PublishedBriefing): BriefingKey;
}

const ORDERINGS: Record<BriefingOrder, Ordering> = {
  NEWEST: {
    columns: ['b.published_at', 'b.id'],
    topicColumns: ['t.published_at', 't.briefing_id'],
    descending: true,
    key: ({ publishedAt, id }) => [publishedAt.getTime(), id],
  },
  UPDATED: {
    columns: ['b.updated_at', 'b.id'],
    descending: true,
    key: ({ updatedAt, id }) => [updatedAt.getTime(), id],
  },
  IMPORTANCE: {
    columns: ['b.importance', 'b.published_at', 'b.id'],
    descending: true,
    key: ({ document, publishedAt, id }) => [document.importance ?? 0, publishedAt.getTime(), id],
  },
  TITLE: {
    columns: ['b.title_key', 'b.id'],
    descending: false,
    key: ({ document, id }) => [normalizeText(document.title), id],
  },
};

/** Up to `limit` briefings after a place in the order. A topic that does not exist is a `NotFoundError` at the argument it was named in. */
export async function listBriefings(
  db: Database,
  communityId: string | null,
  filter: BriefingFilter,
  page: { limit: number; after: BriefingKey | null },
): Promise<PublishedBriefing[]> {
  const communities = visibleCommunities(communityId);
  const topics = [...new Set(filter.topics)];
  await findTopics(db, communityId, topics, filter.topicPath);
  const shape: Shape = {
    orderBy: filter.orderBy,
    communities: communities.length,
    topics: topics.length,
    filters: FILTERS.filter((name) => filter[name] !== null),
    after: page.after !== null,
  };
  const rows = await statementOf(
    db,
    shape,
  )({
    ...filterValues(filter),
    ...numbered('community', communities),
    ...numbered(
      'topic',
      communities.flatMap((community) => topics.map((slug) => topicId(community, slug))),
    ),
    ...numbered('key', page.after ?? []),
    // A briefing about several of the topics comes once for each.
    limit: page.limit * Math.max(1, topics.length),
  });
  const pointers = new Map(rows.map((row) => [row[0], pointerOf(row)]));
  return loadPublished(db, [...pointers.values()].slice(0, page.limit));
}

export function briefingKey(orderBy: BriefingOrder, briefing: PublishedBriefing): BriefingKey {
  return ORDERINGS[orderBy].key(briefing);
}

const FILTERS = ['language', 'publishedSince', 'publishedBefore', 'updatedSince', 'minImportance'] as const;

/** What the text of a statement depends on: there are few, so each is prepared once. */
interface Shape {
  orderBy: BriefingOrder;
  communities: number;
  topics: number;
  filters: readonly (typeof FILTERS)[number][];
  after: boolean;
}

type BriefingRow = [publishedRevisionId: string, publishedAt: number];

function pointerOf([publishedRevisionId, publishedAt]: BriefingRow): BriefingPointer {
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

function numbered(name: string, values: readonly (string | number)[]): Record<string, string | number> {
  return Object.fromEntries(values.map((value, at) => [`${name}${at}`, value]));
}

function statementOf(db: Database, shape: Shape) {
  const known = db.once(preparedStatements);
  const name = JSON.stringify(shape);
  const statement = known.get(name) ?? prepare(db, shape);
  known.set(name, statement);
  return statement;
}

function preparedStatements() {
  return new Map<string, ReturnType<typeof prepare>>();
}

function prepare(db: Database, shape: Shape) {
  const arms: SQL[] = [];
  for (let community = 0; community < shape.communities; community += 1) {
    if (shape.topics === 0) arms.push(arm(shape, community, null));
    for (let topic = 0; topic < shape.topics; topic += 1) {
      arms.push(arm(shape, community, community * shape.topics + topic));
    }
  }
  const { columns, descending } = ORDERINGS[shape.orderBy];
  const order = columns.map((_column, at) => sql.raw(`k${at} ${descending ? 'desc' : 'asc'}`));
  return db.tuples<BriefingRow>(sql`select published_revision_id, published_at from (
    ${sql.join(arms, sql` union all `)} order by ${sql.join(order, sql`, `)} limit ${sql.placeholder('limit')})`);
}

/** What one community has, about one topic where there is one. */
function arm(shape: Shape, community: number, topic: number | null): SQL {
  const { columns, topicColumns = columns, descending } = ORDERINGS[shape.orderBy];
  const along = topic === null ? columns : topicColumns;
  const keys = sql.raw(along.map((column, at) => `${column} as k${at}`).join(', '));
  const [source, lead] =
    topic === null
      ? [sql`briefings b`, sql`b.community_id = ${sql.placeholder(`community${community}`)}`]
      : [
          sql`briefing_topics t cross join briefings b on b.id = t.briefing_id`,
          sql`t.topic_id = ${sql.placeholder(`topic${topic}`)}`,
        ];
  const conditions = [
    lead,
    sql`b.status = 'PUBLISHED'`,
    ...(shape.communities > 1 && community > 0 ? [notShadowedByOwn(), notHiddenByOwn()] : []),
    ...shape.filters.map((name) => FILTER_CONDITIONS[name]),
    ...(shape.after ? [beyond(along, descending)] : []),
  ];
  return sql`select b.published_revision_id as published_revision_id, b.published_at as published_at, ${keys} from ${source} where ${sql.join(conditions, sql` and `)}`;
}

const FILTER_CONDITIONS: Record<(typeof FILTERS)[number], SQL> = {
  language: sql`b.language = ${sql.placeholder('language')}`,
  publishedSince: sql`b.published_at >= ${sql.placeholder('publishedSince')}`,
  publishedBefore: sql`b.published_at < ${sql.placeholder('publishedBefore')}`,
  updatedSince: sql`b.updated_at >= ${sql.placeholder('updatedSince')}`,
  minImportance: sql`b.importance >= ${sql.placeholder('minImportance')}`,
};

/** Of the library's, those under a slug that the community has published itself are left out; its own is community 0. */
function notShadowedByOwn(): SQL {
  return sql`not exists (select 1 from briefings own where own.community_id = ${sql.placeholder('community0')}
    and own.slug = b.slug and own.status = 'PUBLISHED')`;
}

function notHiddenByOwn(): SQL {
  const briefing = { id: sql`b.id`, communityId: sql`b.community_id` };
  return briefingNotHidden(briefing, sql.placeholder('community0'));
}

function beyond(columns: readonly string[], descending: boolean): SQL {
  const values = columns.map((_column, at) => sql`${sql.placeholder(`key${at}`)}`);
  return sql`(${sql.raw(columns.join(', '))}) ${sql.raw(descending ? '<' : '>')} (${sql.join(values, sql`, `)})`;
}
