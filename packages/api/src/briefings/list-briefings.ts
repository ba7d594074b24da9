/** Lists of published briefings. Every list is read along an index, one arm per community and topic, merged by SQLite. */
import { sql, type SQL } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { normalizeText } from '../search/normalize-text.ts';
import { findTopics } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import { loadPublished, type BriefingPointer, type PublishedBriefing } from './find-briefings.ts';
import { seenByOwn } from './seen-by-own.ts';

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
  columns: readonly string[];
  descending: boolean;
  key(briefing: PublishedBriefing): BriefingKey;
}

const ORDERINGS: Record<BriefingOrder, Ordering> = {
  NEWEST: {
    columns: ['published_at', 'id'],
    descending: true,
    key: ({ publishedAt, id }) => [publishedAt.getTime(), id],
  },
  UPDATED: {
    columns: ['updated_at', 'id'],
    descending: true,
    key: ({ updatedAt, id }) => [updatedAt.getTime(), id],
  },
  IMPORTANCE: {
    columns: ['importance', 'published_at', 'id'],
    descending: true,
    key: ({ document, publishedAt, id }) => [document.importance ?? 0, publishedAt.getTime(), id],
  },
  TITLE: {
    columns: ['title_key', 'id'],
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
    limit: page.limit,
  });
  return loadPublished(db, rows.map(pointerOf));
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
  const leads = leadsOf(shape);
  const [only] = leads;
  return db.tuples<BriefingRow>(
    only !== undefined && leads.length === 1
      ? sql`select b.published_revision_id, b.published_at ${along(shape, only, true)}`
      : merged(shape, leads),
  );
}

/** What an arm goes along: one community, and one topic where there is one. */
interface Lead {
  community: number;
  topic: number | null;
}

function leadsOf({ communities, topics }: Shape): Lead[] {
  return Array.from({ length: communities }, (_, community) =>
    topics === 0
      ? [{ community, topic: null }]
      : Array.from({ length: topics }, (__, topic) => ({ community, topic: community * topics + topic })),
  ).flat();
}

/**
 * Each arm reads no more than a page along its index: SQLite would sort all that the arms could give before it takes a page of them. A
 * briefing about several of the topics comes once for each.
 */
function merged(shape: Shape, leads: readonly Lead[]): SQL {
  const { columns } = ORDERINGS[shape.orderBy];
  const keys = sql.raw(columns.map((_column, at) => `k${at}`).join(', '));
  const arms = leads.map((lead) => {
    const named = columnsOf(shape, lead).map((column, at) => `${column} as k${at}`);
    return sql`select ${keys} from (select ${sql.raw(named.join(', '))} ${along(shape, lead, false)})`;
  });
  const order = orderOf(
    shape,
    columns.map((_column, at) => `k${at}`),
  );
  return sql`select b.published_revision_id, b.published_at
    from (select ${keys} from (${sql.join(arms, sql` union all `)}) group by ${keys} ${order} limit ${sql.placeholder('limit')})
    cross join briefings b on b.id = ${sql.raw(`k${columns.length - 1}`)}
    where b.status = 'PUBLISHED' ${order}`;
}

/** A topic's own indexes have the columns of its briefings: nothing else is looked at. */
function columnsOf({ orderBy }: Shape, { topic }: Lead): readonly string[] {
  return ORDERINGS[orderBy].columns.map((column) => {
    if (topic === null) return `b.${column}`;
    return column === 'id' ? 't.briefing_id' : `t.${column}`;
  });
}

function orderOf({ orderBy }: Shape, columns: readonly string[]): SQL {
  const direction = ORDERINGS[orderBy].descending ? 'desc' : 'asc';
  return sql.raw(`order by ${columns.map((column) => `${column} ${direction}`).join(', ')}`);
}

/** From where one arm reads, what of it, in which order and how much. */
function along(shape: Shape, lead: Lead, isWhole: boolean): SQL {
  const { community, topic } = lead;
  const columns = columnsOf(shape, lead);
  const ofLibrary = community > 0 ? seenByOwn() : [];
  const needsBriefing = topic === null || isWhole || ofLibrary.length > 0;
  const conditions = [
    topic === null
      ? sql`b.community_id = ${sql.placeholder(`community${community}`)}`
      : sql`t.topic_id = ${sql.placeholder(`topic${topic}`)}`,
    ...(needsBriefing ? [sql`b.status = 'PUBLISHED'`] : []),
    ...shape.filters.map((name) => conditionOf(shape, name, topic === null ? 'b' : 't')),
    ...ofLibrary,
    ...(shape.after ? [beyond(columns, ORDERINGS[shape.orderBy].descending)] : []),
  ];
  return sql`from ${sourceOf(topic, needsBriefing)} where ${sql.join(conditions, sql` and `)}
    ${orderOf(shape, columns)} limit ${sql.placeholder('limit')}`;
}

function sourceOf(topic: number | null, needsBriefing: boolean): SQL {
  if (topic === null) return sql`briefings b`;
  return needsBriefing
    ? sql`briefing_topics t cross join briefings b on b.id = t.briefing_id`
    : sql`briefing_topics t`;
}

const CONDITIONS: Record<(typeof FILTERS)[number], [column: string, operator: string]> = {
  language: ['language', '='],
  publishedSince: ['published_at', '>='],
  publishedBefore: ['published_at', '<'],
  updatedSince: ['updated_at', '>='],
  minImportance: ['importance', '>='],
};

/**
 * A list is always read in its order: where the order begins with another column, "+" keeps SQLite from going along a range of this one and
 * sorting all of it for every page.
 */
function conditionOf({ orderBy }: Shape, name: (typeof FILTERS)[number], table: 'b' | 't'): SQL {
  const [column, operator] = CONDITIONS[name];
  const leads = operator === '=' || ORDERINGS[orderBy].columns[0] === column;
  return sql`${sql.raw(`${leads ? '' : '+'}${table}.${column} ${operator}`)} ${sql.placeholder(name)}`;
}

function beyond(columns: readonly string[], descending: boolean): SQL {
  const values = columns.map((_column, at) => sql`${sql.placeholder(`key${at}`)}`);
  return sql`(${sql.raw(columns.join(', '))}) ${sql.raw(descending ? '<' : '>')} (${sql.join(values, sql`, `)})`;
}
