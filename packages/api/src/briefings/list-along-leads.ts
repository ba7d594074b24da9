/**
 * Lists of pieces of briefings, read along their projections in one statement: an arm per community, or per topic of each, no more than a
 * page of each arm, merged by SQLite. A piece in the lists of several topics comes once.
 */
import { sql, type SQL } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import type { Database } from '../database/client.ts';
import { beyond, keyNames, mergeArms, orderBy } from '../database/merge-arms.ts';
import type { SqlValue } from '../database/prepare-tuples.ts';
import { checkTopics } from '../topics/find-topics.ts';
import { topicId } from '../topics/table.ts';
import { loadPublished, type PublishedBriefing } from './find-briefings.ts';
import { recordSeenByOwn, seenByOwn } from './seen-by-own.ts';

/** What holds for the pieces of every kind. */
export interface PieceFilter {
  /** Slugs: in briefings about at least one of them; empty: about anything. */
  topics: readonly string[];
  /** As the briefings state it. */
  language: string | null;
  /** In briefings whose published revision was published then or later. */
  updatedSince: Date | null;
}

/** Which projection, in which order. */
export interface PieceList<Key> {
  table: string;
  /** They name a piece among all. */
  columns: readonly string[];
  descending: boolean;
  /** It goes on when a briefing is withdrawn. */
  isRecord?: true;
  /** Of their values in a row. */
  readKey: (values: readonly SqlValue[]) => Key;
}

/** More that a row `p` must be, by the name of its placeholder; with null nothing is asked. */
export type PieceConditions = Readonly<Record<string, readonly [condition: SQL, value: SqlValue]>>;

export interface PiecePage<Key> {
  limit: number;
  after: Key | null;
}

export interface FoundPiece<Key> {
  key: Key;
  /** As readers have it, or had it until it was withdrawn. */
  briefing: PublishedBriefing;
  isWithdrawn: boolean;
}

/** A topic that does not exist is a `NotFoundError`. */
export async function listAlongLeads<Key extends readonly SqlValue[]>(
  db: Database,
  communityId: string | null,
  list: PieceList<Key>,
  { filter, conditions, page }: { filter: PieceFilter; conditions: PieceConditions; page: PiecePage<Key> },
): Promise<FoundPiece<Key>[]> {
  const communities = visibleCommunities(communityId);
  const topics = [...new Set(filter.topics)];
  await checkTopics(db, communityId, topics, ['topics']);
  const leads = communities.map((community) =>
    topics.length === 0 ? [community] : topics.map((slug) => topicId(community, slug)),
  );
  const asked = Object.entries({ ...conditionsOf(filter), ...conditions }).filter(
    ([, [, value]]) => value !== null,
  );
  const rows = await statementOf(db, {
    list,
    leads: leads.map(({ length }) => length),
    conditions: asked.map(([name, [condition]]) => ({ name, condition })),
    after: page.after !== null,
  })({
    ...Object.fromEntries(asked.map(([name, [, value]]) => [name, value])),
    ...numbered('lead', leads.flat()),
    ...numbered('key', page.after ?? []),
    community0: communities[0] ?? null,
    limit: page.limit,
  });
  return withBriefings(db, list, rows);
}

function conditionsOf({ language, updatedSince }: PieceFilter): PieceConditions {
  return {
    language: [sql`p.language = ${sql.placeholder('language')}`, language],
    updatedSince: [sql`p.updated_at >= ${sql.placeholder('updatedSince')}`, updatedSince?.getTime() ?? null],
  };
}

function numbered(name: string, values: readonly SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(values.map((value, at) => [`${name}${at}`, value]));
}

type Row = [publishedRevisionId: string, publishedAt: number, isWithdrawn: number, ...key: SqlValue[]];

async function withBriefings<Key>(
  db: Database,
  { readKey }: PieceList<Key>,
  rows: readonly Row[],
): Promise<FoundPiece<Key>[]> {
  const times = new Map(rows.map(([publishedRevisionId, publishedAt]) => [publishedRevisionId, publishedAt]));
  const pointers = [...times].map(([publishedRevisionId, publishedAt]) => ({
    publishedRevisionId,
    publishedAt: new Date(publishedAt),
  }));
  const loaded = new Map(
    (await loadPublished(db, pointers)).map((briefing) => [briefing.revisionId, briefing]),
  );
  return rows.flatMap(([revisionId, , isWithdrawn, ...key]) => {
    const briefing = loaded.get(revisionId);
    return briefing === undefined ? [] : [{ key: readKey(key), briefing, isWithdrawn: isWithdrawn === 1 }];
  });
}

/** What the text of a statement depends on: there are few, so each is prepared once. */
interface Shape {
  list: Pick<PieceList<unknown>, 'table' | 'columns' | 'descending' | 'isRecord'>;
  /** How many there are of each community, the own one before the library. */
  leads: readonly number[];
  conditions: readonly { name: string; condition: SQL }[];
  after: boolean;
}

function statementOf(db: Database, shape: Shape) {
  const { list, leads, conditions, after } = shape;
  const known = db.once(preparedStatements);
  const { table, descending } = list;
  const name = JSON.stringify([table, descending, leads, conditions.map((asked) => asked.name), after]);
  const statement = known.get(name) ?? db.tuples<Row>(statementFor(shape));
  if (known.size >= MAX_STATEMENTS) known.clear();
  known.set(name, statement);
  return statement;
}

/** Far more than anybody's pages ask for; no client can make it grow beyond. */
const MAX_STATEMENTS = 500;

function preparedStatements() {
  return new Map<string, (values: Readonly<Record<string, SqlValue>>) => Promise<Row[]>>();
}

function statementFor(shape: Shape): SQL {
  const { columns, descending } = shape.list;
  const keys = keyNames(columns.length);
  const arms = leadsOf(shape).map((lead) => along(shape, lead));
  const found = mergeArms({ arms, keys: keys.length, descending, limit: sql`${sql.placeholder('limit')}` });
  return sql`select b.published_revision_id, b.published_at, b.status <> 'PUBLISHED', ${sql.raw(keys.join(', '))}
    from (${found}) cross join briefings b on b.id = found
    where ${readable(shape.list)} ${orderBy(keys, descending)}`;
}

interface Lead {
  /** Which of all leads. */
  number: number;
  /** Of a community that looks at the library, beside its own. */
  isOfLibrary: boolean;
}

function leadsOf({ leads }: Shape): Lead[] {
  const communities = leads.flatMap((count, community) => Array.from({ length: count }, () => community));
  return communities.map((community, number) => ({ number, isOfLibrary: community > 0 }));
}

function readable({ isRecord }: Shape['list']): SQL {
  return isRecord ? sql`b.status in ('PUBLISHED', 'RETRACTED', 'ARCHIVED')` : sql`b.status = 'PUBLISHED'`;
}

/** What one arm reads: along its index, no more than a page. */
function along({ list, conditions, after }: Shape, { number, isOfLibrary }: Lead): SQL {
  const columns = list.columns.map((column) => `p.${column}`);
  const named = columns.map((column, at) => `${column} as k${at}`);
  const place = columns.map((_column, at) => sql`${sql.placeholder(`key${at}`)}`);
  const all = [
    sql`p.lead = ${sql.placeholder(`lead${number}`)}`,
    ...conditions.map(({ condition }) => condition),
    ...(after ? [beyond(columns, list.descending, place)] : []),
    readable(list),
    ...(isOfLibrary ? [...seenByOwn(), ...(list.isRecord ? [recordSeenByOwn()] : [])] : []),
  ];
  return sql`select ${sql.raw(named.join(', '))}, p.briefing_id as found
    from ${sql.raw(list.table)} p cross join briefings b on b.id = p.briefing_id
    where ${sql.join(all, sql` and `)} ${orderBy(columns, list.descending)} limit ${sql.placeholder('limit')}`;
}
