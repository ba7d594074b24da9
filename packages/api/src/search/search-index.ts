/**
 * The search index: in memory, one shard per community and kind, made of the table `search_documents` when its kind is first asked for and
 * kept up with it from change to change, whichever program made them.
 */
import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, min, sql } from 'drizzle-orm';
import { LIBRARY_ID, visibleCommunities } from '../communities/library.ts';
import type { Database, Orm } from '../database/client.ts';
import { currentMoment, type Moment } from '../database/moment.ts';
import { findHiddenSlugs } from './find-hidden-slugs.ts';
import { createSearchShard, type SearchShard, type SearchText } from './search-shard.ts';
import { searchChanges, searchDocuments, type SearchKind } from './table.ts';

/** By community. */
type Shards = Map<string, SearchShard>;

/** A shard of what somebody sees, the community's own before the library's. */
export interface VisibleShard {
  shard: SearchShard;
  /** The community's own, beside the library's. */
  isOwn: boolean;
  /** What the library has under a slug that the community has itself is not seen, nor is what the community hides. */
  isWanted: (slug: string) => boolean;
}

/** What there is of one kind. */
interface Loaded {
  kind: SearchKind;
  shards: Shards;
  /** The last change it knows of. */
  sequence: number;
  /** How often something was removed since it was made: places that stay empty. */
  removals: number;
  documents: number;
  /** Of the row before: the rows of an owner stand together. */
  ownerId: string;
  slug: string;
}

/** The indexes of a database: each made once, shared by all who ask at the same time. */
type Holders = Map<SearchKind, Promise<Loaded>>;

// Read in pieces, so that a program that just started can answer others in between.
const PIECE = 250;

/** The shards of these kinds that somebody of a community (null: of none) sees. */
export async function visibleShards(
  db: Database,
  communityId: string | null,
  kinds: readonly SearchKind[],
): Promise<VisibleShard[]> {
  const communities = visibleCommunities(communityId);
  const newest = await readNewestChange(db);
  const hidden = communityId === null ? null : await findHiddenSlugs(db, communityId);
  const visible: VisibleShard[] = [];
  for (const kind of new Set(kinds)) {
    const { shards } = await currentIndex(db, kind, newest);
    const left = hidden?.[kind === 'FAQ_ENTRY' ? 'entries' : 'briefings'];
    visible.push(...shardsOf(shards, communities, left));
  }
  return visible;
}

function shardsOf(
  shards: Shards,
  communities: readonly string[],
  hidden: ReadonlySet<string> | undefined,
): VisibleShard[] {
  return communities.flatMap((community, at) => {
    const shard = shards.get(community);
    if (shard === undefined) return [];
    const own = at === 0 ? undefined : shards.get(communities[0] ?? community);
    const left = community === LIBRARY_ID ? hidden : undefined;
    const isWanted = (slug: string) => !(own?.hasSlug(slug) || left?.has(slug));
    return [{ shard, isOwn: community !== LIBRARY_ID, isWanted }];
  });
}

/** What is asked for most. The other kinds are as large, and in many places nobody ever asks for them. */
const PREPARED = ['FAQ_ENTRY', 'BRIEFING'] as const;

/** Makes the indexes that are asked for most before somebody waits for them. */
export async function prepareSearch(db: Database, stop: AbortSignal): Promise<void> {
  try {
    for (const kind of PREPARED) await currentIndex(db, kind, await readNewestChange(db));
  } catch (error) {
    // Whoever stops closes the database, and needs no index any more.
    if (!stop.aborted) throw error;
  }
}

/** At least as new as the change `newest`. */
async function currentIndex(db: Database, kind: SearchKind, newest: number): Promise<Loaded> {
  const holders = db.once(newHolders);
  const make = async () => {
    const making = load(db, kind);
    holders.set(kind, making);
    return making;
  };
  try {
    const loaded = await (holders.get(kind) ?? make());
    if (newest <= loaded.sequence) return loaded;
    if (await isTooOld(db, loaded)) return await make();
    await catchUp(db, loaded);
    return loaded;
  } catch (error) {
    // The next one to ask tries again from the start.
    holders.delete(kind);
    throw error;
  }
}

function newHolders(): Holders {
  return new Map();
}

async function load(db: Database, kind: SearchKind): Promise<Loaded> {
  const sequence = await readNewestChange(db);
  const shards: Shards = new Map();
  const loaded: Loaded = { kind, shards, sequence, removals: 0, documents: 0, ownerId: '', slug: '' };
  for (let after = 0; ;) {
    const rows = await db.once(rowsOfKind)({ kind, after, limit: PIECE });
    for (const row of rows) addRow(loaded, rowOf(kind, row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PIECE) break;
    [after] = last;
    await setImmediate();
  }
  for (const shard of shards.values()) shard.settle();
  return loaded;
}

type RowTuple = [
  id: number,
  subjectId: string,
  ownerId: string,
  communityId: string,
  slug: string,
  title: string,
  aliases: string,
  body: string,
  pinned: number,
  publishedAt: number,
];

function rowsOfKind(_orm: Orm, db: Database) {
  return db.tuples<RowTuple>(sql`select id, subject_id, owner_id, community_id, slug, title, aliases, body, pinned, published_at
    from search_documents where kind = ${sql.placeholder('kind')} and id > ${sql.placeholder('after')}
    order by id limit ${sql.placeholder('limit')}`);
}

function rowOf(kind: SearchKind, tuple: RowTuple): SearchRow {
  const [id, subjectId, ownerId, communityId, slug, title, aliases, body, pinned, publishedAt] = tuple;
  const document = { id, kind, subjectId, ownerId, communityId, slug, title, aliases, body };
  return { ...document, pinned: pinned === 1, publishedAt: new Date(publishedAt) };
}

/** Changes are forgotten after a while, and an index with more empty places than documents is not worth keeping. */
async function isTooOld(db: Database, loaded: Loaded): Promise<boolean> {
  const [oldest] = await db.orm.select({ sequence: min(searchChanges.sequence) }).from(searchChanges);
  return (oldest?.sequence ?? 0) > loaded.sequence + 1 || loaded.removals > Math.max(1_000, loaded.documents);
}

async function catchUp(db: Database, loaded: Loaded): Promise<void> {
  const changes = await db.orm
    .select()
    .from(searchChanges)
    .where(gt(searchChanges.sequence, loaded.sequence))
    .orderBy(asc(searchChanges.sequence));
  const owners = [...new Set(changes.map(({ ownerId }) => ownerId))];
  const rows = await db.orm
    .select()
    .from(searchDocuments)
    .where(and(inArray(searchDocuments.ownerId, owners), eq(searchDocuments.kind, loaded.kind)));
  // Another request may have got here first while this one read.
  const last = changes.at(-1)?.sequence ?? loaded.sequence;
  if (last <= loaded.sequence) return;
  for (const owner of owners) {
    for (const shard of loaded.shards.values()) loaded.removals += shard.removeOwner(owner);
  }
  for (const row of rows) addRow(loaded, row);
  loaded.sequence = last;
}

function addRow(loaded: Loaded, row: SearchRow): void {
  const { communityId, aliases, body, publishedAt, ...document } = shareTexts(loaded, row);
  const shard = loaded.shards.get(communityId) ?? createSearchShard();
  loaded.shards.set(communityId, shard);
  shard.add({ ...document, publishedAt: publishedAt.getTime() }, { aliases: aliasesOf(aliases), body });
  loaded.documents += 1;
}

type SearchRow = typeof searchDocuments.$inferSelect;

/** Every row comes with texts of its own: those that are equal are kept once, or they would be a tenth of the index. */
function shareTexts(loaded: Loaded, row: SearchRow): SearchRow {
  if (row.ownerId !== loaded.ownerId) {
    loaded.ownerId = row.ownerId;
    loaded.slug = row.slug;
  }
  const { ownerId } = loaded;
  return {
    ...row,
    ownerId,
    slug: row.slug === loaded.slug ? loaded.slug : row.slug,
    subjectId: row.subjectId === ownerId ? ownerId : row.subjectId,
    kind: loaded.kind,
  };
}

/** Every search asks for it, and many ask at the same moment. */
async function readNewestChange(db: Database): Promise<number> {
  const { read, memory } = db.once(newestChange);
  const moment = currentMoment();
  if (memory.readAt !== moment) {
    memory.readAt = moment;
    memory.sequence = read({}).then(([row]) => row?.[0] ?? 0);
  }
  return memory.sequence;
}

function newestChange(_orm: Orm, db: Database) {
  const read = db.tuples<[number | null]>(sql`select max(sequence) from search_changes`);
  const memory: { readAt: Moment | null; sequence: Promise<number> } = {
    readAt: null,
    sequence: Promise.resolve(0),
  };
  return { read, memory };
}

/** The texts of documents by id. */
export async function readSearchTexts(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, SearchText>> {
  if (ids.length === 0) return new Map();
  const rows = await db.once(textsByIds).execute({ ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, body, aliases }) => [id, { body, aliases: aliasesOf(aliases) }]));
}

/** As they are stored: one per line. */
function aliasesOf(lines: string): string[] {
  return lines === '' ? [] : lines.split('\n');
}

function textsByIds(orm: Orm) {
  return orm
    .select({ id: searchDocuments.id, body: searchDocuments.body, aliases: searchDocuments.aliases })
    .from(searchDocuments)
    .where(sql`${searchDocuments.id} in (select value from json_each(${sql.placeholder('ids')}))`)
    .prepare();
}
