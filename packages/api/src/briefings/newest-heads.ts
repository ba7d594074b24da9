/**
 * The newest briefings of each community and topic, as somebody of a community sees them: what most lists ask for. In memory for as long as
 * the content versions, which every process raises with whatever it changes for readers, say that they are right.
 */
import { sql } from 'drizzle-orm';
import type { Database, Orm } from '../database/client.ts';
import { currentMoment, type Moment } from '../database/moment.ts';
import {
  leadingValues,
  leadsOf,
  pageStatement,
  type BriefingRow,
  type Lead,
  type Leading,
  type Shape,
} from './list-statement.ts';

/** The beginning of one list, newest first. */
export interface Head {
  rows: readonly BriefingRow[];
  /** There are no others. */
  isWhole: boolean;
}

const ALL_NEWEST: Shape = { orderBy: 'NEWEST', filters: [], after: false };

interface Kept {
  versions: string;
  /** Null: it was asked for once; it is read when it is asked for again, because a page alone is read faster. */
  head: Head | null;
}

/** More than the longest page, to be of use for the next one too. */
const HEAD_LENGTH = 150;
/** A row takes about 200 bytes: all heads together take 15 MB at most. */
const MOST_HEADS = 500;

/** One for each community and topic; null: one of them is not in memory yet. */
export async function findNewestHeads(db: Database, leading: Leading): Promise<Head[] | null> {
  const kept = db.once(newMemory);
  // Before the heads: what is read later is as new or newer, and is read again once the versions differ.
  const versions = await findVersions(db, leading.communities);
  const heads: Head[] = [];
  let isComplete = true;
  for (const lead of leadsOf(leading)) {
    const key = keyOf(leading, lead);
    const known = kept.get(key);
    if (known?.versions === versions) {
      known.head ??= await readHead(db, leading, lead);
      heads.push(known.head);
    } else {
      isComplete = false;
      if (kept.size >= MOST_HEADS) kept.clear();
      kept.set(key, { versions, head: null });
    }
  }
  return isComplete ? heads : null;
}

function newMemory(): Map<string, Kept> {
  return new Map();
}

/** What somebody sees of the library depends on their own community, too. */
function keyOf({ communities, topicIds }: Leading, { community, topic }: Lead): string {
  return `${communities[0]} ${community} ${topic === null ? '' : topicIds[topic]}`;
}

async function readHead(db: Database, leading: Leading, lead: Lead): Promise<Head> {
  const statement = pageStatement(db, ALL_NEWEST, [lead]);
  const rows = await statement({ ...leadingValues(leading), limit: HEAD_LENGTH });
  return { rows, isWhole: rows.length < HEAD_LENGTH };
}

/** Every list asks for them, and many ask at the same moment. */
async function findVersions(db: Database, communities: readonly string[]): Promise<string> {
  const memory = db.once(versionMemory);
  const moment = currentMoment();
  if (memory.readAt !== moment) {
    memory.readAt = moment;
    memory.versions.clear();
  }
  const [own = ''] = communities;
  const versions = memory.versions.get(own) ?? readVersions(db, communities);
  memory.versions.set(own, versions);
  return versions;
}

/** By the first community that is asked for: the second one is always the library. */
function versionMemory(): { readAt: Moment | null; versions: Map<string, Promise<string>> } {
  return { readAt: null, versions: new Map() };
}

async function readVersions(db: Database, communities: readonly string[]): Promise<string> {
  const [own = '', library] = communities;
  const rows =
    library === undefined
      ? await db.once(versionOfOne)({ own })
      : await db.once(versionsOfTwo)({ own, library });
  return String(rows);
}

function versionOfOne(_orm: Orm, db: Database) {
  return db.tuples<[version: number]>(
    sql`select version from content_versions where community_id = ${sql.placeholder('own')}`,
  );
}

function versionsOfTwo(_orm: Orm, db: Database) {
  return db.tuples<
    [communityId: string, version: number]
  >(sql`select community_id, version from content_versions
    where community_id in (${sql.placeholder('own')}, ${sql.placeholder('library')}) order by community_id`);
}
