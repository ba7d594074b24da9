/** What of the library a community hides, for the index in memory: it knows no topics. */
import { and, eq, exists, inArray, not, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { briefings, briefingTopics, briefingWarnings } from '../briefings/table.ts';
import { hiddenTopics, hiddenWarnings } from '../communities/hidden-table.ts';
import { LIBRARY_ID } from '../communities/library.ts';
import { briefingNotHidden, entryNotHidden } from '../communities/not-hidden.ts';
import { communities } from '../communities/table.ts';
import type { Database, Orm } from '../database/client.ts';
import { contentVersions } from '../database/content-versions-table.ts';
import { faqEntries, faqTopics } from '../faq/table.ts';

export interface HiddenSlugs {
  briefings: ReadonlySet<string>;
  entries: ReadonlySet<string>;
}

interface Known extends HiddenSlugs {
  /** The content versions it was read at: whatever changes it raises one of them. */
  versions: string;
}

/** Communities that hide something and were asked for last. */
const MOST_KNOWN = 200;

/** Null: the community hides nothing. */
export async function findHiddenSlugs(db: Database, communityId: string): Promise<HiddenSlugs | null> {
  const [state] = await db.once(hidingState).execute({ own: communityId, library: LIBRARY_ID });
  if (state === undefined || state.hides === 0) return null;
  const known = db.once(newMemory);
  const versions = `${state.library} ${state.own}`;
  const earlier = known.get(communityId);
  known.delete(communityId);
  const hidden = earlier?.versions === versions ? earlier : await read(db, communityId, versions);
  known.set(communityId, hidden);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return hidden;
}

function newMemory(): Map<string, Known> {
  return new Map();
}

/** Only what has a hidden topic or warning is looked at. */
async function read(db: Database, own: string, versions: string): Promise<Known> {
  const { orm } = db;
  const hiddenOnes = orm
    .select({ topicId: hiddenTopics.topicId })
    .from(hiddenTopics)
    .where(eq(hiddenTopics.communityId, own));
  const warnings = orm
    .select({ warningKey: hiddenWarnings.warningKey })
    .from(hiddenWarnings)
    .where(eq(hiddenWarnings.communityId, own));
  const aboutHidden = orm
    .select({ id: briefingTopics.briefingId })
    .from(briefingTopics)
    .where(inArray(briefingTopics.topicId, hiddenOnes));
  const warned = orm
    .select({ id: briefingWarnings.briefingId })
    .from(briefingWarnings)
    .where(inArray(briefingWarnings.warningKey, warnings));
  const entriesAboutHidden = orm
    .select({ id: faqTopics.entryId })
    .from(faqTopics)
    .where(inArray(faqTopics.topicId, hiddenOnes));
  const briefingRows = await orm
    .select({ slug: briefings.slug })
    .from(briefings)
    .where(
      and(
        or(inArray(briefings.id, aboutHidden), inArray(briefings.id, warned)),
        isHidden(briefings.communityId, briefingNotHidden(briefings, own)),
      ),
    );
  const entryRows = await orm
    .select({ slug: faqEntries.slug })
    .from(faqEntries)
    .where(
      and(
        inArray(faqEntries.id, entriesAboutHidden),
        isHidden(faqEntries.communityId, entryNotHidden(faqEntries, own)),
      ),
    );
  return {
    versions,
    briefings: new Set(briefingRows.map(({ slug }) => slug)),
    entries: new Set(entryRows.map(({ slug }) => slug)),
  };
}

function isHidden(
  communityId: typeof briefings.communityId | typeof faqEntries.communityId,
  shown: SQL,
): SQL | undefined {
  return and(eq(communityId, LIBRARY_ID), not(shown));
}

function hidingState(orm: Orm) {
  const own = sql.placeholder('own');
  const versionOf = (community: Placeholder) =>
    sql<
      number | null
    >`(select ${contentVersions.version} from ${contentVersions} where ${contentVersions.communityId} = ${community})`;
  const topics = orm
    .select({ one: sql`1` })
    .from(hiddenTopics)
    .where(eq(hiddenTopics.communityId, own));
  const warnings = orm
    .select({ one: sql`1` })
    .from(hiddenWarnings)
    .where(eq(hiddenWarnings.communityId, own));
  return orm
    .select({
      hides: sql<number>`(${or(exists(topics), exists(warnings))})`,
      own: versionOf(own),
      library: versionOf(sql.placeholder('library')),
    })
    .from(communities)
    .where(eq(communities.id, own))
    .prepare();
}
