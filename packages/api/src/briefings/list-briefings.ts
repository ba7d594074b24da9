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

/** A topic's own index knows when its briefings were published. */
function columnsOf({ orderBy }: Shape, { topic }: Lead): readonly string[] {
  const { columns, topicColumns = columns } = ORDERINGS[orderBy];
  return topic === null ? columns : topicColumns;
}

function orderOf({ orderBy }: Shape, columns: readonly string[]): SQL {
  const direction = ORDERINGS[orderBy].descending ? 'desc' : 'asc';
  return sql.raw(`order by ${columns.map((column) => `${column} ${direction}`).join(', ')}`);
}

/** From where one arm reads, what of it, in which order and how much. */
function along(shape: Shape, lead: Lead, isWhole: boolean): SQL {
  const { community, topic } = lead;
  const columns = columnsOf(shape, lead);
  const others = [
    ...(community > 0 ? [notShadowedByOwn(), notHiddenByOwn()] : []),
    ...shape.filters.flatMap((name) => (isOfPublication(name) ? [] : FILTER_CONDITIONS[name])),
  ];
  const needsBriefing =
    topic === null || isWhole || others.length > 0 || columns.some((column) => column.startsWith('b.'));
  const conditions = [
    topic === null
      ? sql`b.community_id = ${sql.placeholder(`community${community}`)}`
      : sql`t.topic_id = ${sql.placeholder(`topic${topic}`)}`,
    ...(needsBriefing ? [sql`b.status = 'PUBLISHED'`] : []),
    ...shape.filters.filter(isOfPublication).map((name) => publishedWithin(name, topic === null ? 'b' : 't')),
    ...others,
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

type PublicationFilter = 'publishedSince' | 'publishedBefore';

function isOfPublication(name: (typeof FILTERS)[number]): name is PublicationFilter {
  return name === 'publishedSince' || name === 'publishedBefore';
}

/** A topic's index holds the time itself: what is too old is not even looked at. */
function publishedWithin(name: PublicationFilter, table: 'b' | 't'): SQL {
  const operator = name === 'publishedSince' ? '>=' : '<';
  return sql`${sql.raw(`${table}.published_at ${operator}`)} ${sql.placeholder(name)}`;
}

const FILTER_CONDITIONS: Record<Exclude<(typeof FILTERS)[number], PublicationFilter>, SQL> = {
  language: sql`b.language = ${sql.placeholder('language')}`,
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
