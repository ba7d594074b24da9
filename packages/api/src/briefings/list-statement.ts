/** The statements behind lists of published briefings: each reads along an index, one arm per community and topic, merged by SQLite. */
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { SqlValue } from '../database/prepare-tuples.ts';
import type { BriefingOrder } from './briefing-order.ts';
import { seenByOwn } from './seen-by-own.ts';

interface Ordering {
  columns: readonly string[];
  descending: boolean;
}

const ORDERINGS: Record<BriefingOrder, Ordering> = {
  NEWEST: { columns: ['published_at', 'id'], descending: true },
  UPDATED: { columns: ['updated_at', 'id'], descending: true },
  IMPORTANCE: { columns: ['importance', 'published_at', 'id'], descending: true },
  TITLE: { columns: ['title_key', 'id'], descending: false },
};

export const FILTERS = [
  'language',
  'publishedSince',
  'publishedBefore',
  'updatedSince',
  'minImportance',
] as const;

/** What the text of a statement depends on: there are few, so each is prepared once. */
export interface Shape {
  orderBy: BriefingOrder;
  filters: readonly (typeof FILTERS)[number][];
  after: boolean;
}

/** Whose lists are read: of one or two communities, in the order somebody sees them; about topics (those of the first community come first), or all. */
export interface Leading {
  communities: readonly string[];
  topicIds: readonly string[];
}

export type BriefingRow = [id: string, publishedRevisionId: string, publishedAt: number];

/** What an arm goes along: one community, and one topic where there is one. */
export interface Lead {
  community: number;
  topic: number | null;
}

export function leadsOf({ communities, topicIds }: Leading): Lead[] {
  const perCommunity = topicIds.length / communities.length;
  if (perCommunity === 0) return communities.map((_id, community) => ({ community, topic: null }));
  return topicIds.map((_id, topic) => ({ community: Math.floor(topic / perCommunity), topic }));
}

/** Takes what `leadingValues` gives, the filters, `key0` … and `limit`. */
export function pageStatement(db: Database, shape: Shape, leads: readonly Lead[]) {
  const known = db.once(preparedStatements);
  const name = JSON.stringify([shape, leads]);
  const statement = known.get(name) ?? db.tuples<BriefingRow>(pageOf(shape, leads));
  known.set(name, statement);
  return statement;
}

function preparedStatements() {
  return new Map<string, (values: Readonly<Record<string, SqlValue>>) => Promise<BriefingRow[]>>();
}

export function leadingValues({ communities, topicIds }: Leading): Record<string, string | number> {
  return { ...numbered('community', communities), ...numbered('topic', topicIds) };
}

export function numbered(
  name: string,
  values: readonly (string | number)[],
): Record<string, string | number> {
  return Object.fromEntries(values.map((value, at) => [`${name}${at}`, value]));
}

const COLUMNS = sql`b.id, b.published_revision_id, b.published_at`;

function pageOf(shape: Shape, leads: readonly Lead[]): SQL {
  const [only] = leads;
  return only !== undefined && leads.length === 1 && only.topic === null
    ? sql`select ${COLUMNS} ${along(shape, only)} ${page(shape, columnsOf(shape, only))}`
    : merged(shape, leads);
}

/**
 * SQLite steps through all arms at once, each along its index, and takes of them what comes first until the page is full. A briefing
 * about several of the topics comes once for each: `union` drops the others.
 */
function merged(shape: Shape, leads: readonly Lead[]): SQL {
  const { columns } = ORDERINGS[shape.orderBy];
  const names = columns.map((_column, at) => `k${at}`);
  const arms = leads.map((lead) => {
    const named = columnsOf(shape, lead).map((column, at) => `${column} as ${names[at]}`);
    return sql`select ${sql.raw(named.join(', '))} ${along(shape, lead)}`;
  });
  return sql`select ${COLUMNS}
    from (${sql.join(arms, sql` union `)} ${page(shape, names)})
    cross join briefings b on b.id = ${sql.raw(names.at(-1) ?? '')} where b.status = 'PUBLISHED' ${orderOf(shape, names)}`;
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

function page(shape: Shape, columns: readonly string[]): SQL {
  return sql`${orderOf(shape, columns)} limit ${sql.placeholder('limit')}`;
}

/** From where one arm reads, and what of it. */
function along(shape: Shape, lead: Lead): SQL {
  const { community, topic } = lead;
  const columns = columnsOf(shape, lead);
  const ofLibrary = community > 0 ? seenByOwn() : [];
  const needsBriefing = topic === null || ofLibrary.length > 0;
  const conditions = [
    topic === null
      ? sql`b.community_id = ${sql.placeholder(`community${community}`)}`
      : sql`t.topic_id = ${sql.placeholder(`topic${topic}`)}`,
    ...(needsBriefing ? [sql`b.status = 'PUBLISHED'`] : []),
    ...shape.filters.map((name) => conditionOf(shape, name, topic === null ? 'b' : 't')),
    ...ofLibrary,
    ...(shape.after ? [beyond(columns, ORDERINGS[shape.orderBy].descending)] : []),
  ];
  return sql`from ${sourceOf(topic, needsBriefing)} where ${sql.join(conditions, sql` and `)}`;
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
