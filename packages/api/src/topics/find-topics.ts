import { and, asc, eq, gt, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { visibleCommunities } from '../communities/library.ts';
import type { Database, Orm } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import { topics } from './table.ts';

export type Topic = typeof topics.$inferSelect;

/** The topics somebody of this community sees, by slug; of two with the same slug the community's own. Starts after the slug `after`. */
export async function listTopics(
  db: Database,
  communityId: string | null,
  page: { limit: number; after: string | null },
): Promise<Topic[]> {
  const communities = visibleCommunities(communityId);
  const rows = await db.orm
    .select()
    .from(topics)
    .where(
      and(
        inArray(topics.communityId, communities),
        notHidden(communityId),
        page.after === null ? undefined : gt(topics.slug, page.after),
      ),
    )
    .orderBy(asc(topics.slug))
    .limit(page.limit * communities.length);
  return ownFirst(rows, communities).slice(0, page.limit);
}

/** The topics with these slugs, in the order asked for. A slug that names none is a `NotFoundError`. */
export async function findTopics(
  db: Database,
  communityId: string | null,
  slugs: readonly string[],
  path: readonly string[],
): Promise<Topic[]> {
  if (slugs.length === 0) return [];
  const communities = visibleCommunities(communityId);
  const [first = '', second = first] = communities;
  const rows = await db.once(topicsBySlugs)({ first, second, slugs: JSON.stringify(slugs) });
  const found = rows.map(([id, owner, slug, name]) => ({ id, communityId: owner, slug, name }));
  const bySlug = new Map(ownFirst(found, communities).map((topic) => [topic.slug, topic]));
  return slugs.map((slug) => {
    const topic = bySlug.get(slug);
    if (topic === undefined)
      throw new NotFoundError(`There is no topic "${slug}": the query "topics" lists those there are`, path);
    return topic;
  });
}

/** A slug that names no topic is a `NotFoundError`. */
export async function checkTopics(
  db: Database,
  communityId: string | null,
  slugs: readonly string[],
  path: readonly string[],
): Promise<void> {
  const known = db.once(libraryTopics);
  const isOfNone = communityId === null;
  if (isOfNone && slugs.every((slug) => known.has(slug))) return;
  const found = await findTopics(db, communityId, slugs, path);
  if (isOfNone) for (const { slug } of found) known.add(slug);
}

/** Slugs that were found. No topic is ever removed, and only communities hide some: these need not be looked for again. */
function libraryTopics(): Set<string> {
  return new Set();
}

export async function findTopicById(
  db: Database,
  communityId: string | null,
  id: string,
): Promise<Topic | null> {
  const [topic] = await db.orm
    .select()
    .from(topics)
    .where(
      and(
        eq(topics.id, id),
        inArray(topics.communityId, visibleCommunities(communityId)),
        notHidden(communityId),
      ),
    );
  return topic ?? null;
}

type TopicTuple = [id: string, communityId: string, slug: string, name: string];

function topicsBySlugs(_orm: Orm, db: Database) {
  const first = sql.placeholder('first');
  return db.tuples<TopicTuple>(sql`
    select ${topics.id}, ${topics.communityId}, ${topics.slug}, ${topics.name} from ${topics}
    where (${topics.communityId} = ${first} or ${topics.communityId} = ${sql.placeholder('second')})
      and ${topics.slug} in (select value from json_each(${sql.placeholder('slugs')})) and ${notHiddenFrom(first)}`);
}

/** Topics of the library that the community does not show are not there for it. */
function notHidden(communityId: string | null): SQL | undefined {
  return communityId === null ? undefined : notHiddenFrom(communityId);
}

function notHiddenFrom(own: SQLWrapper | string): SQL {
  return sql`not exists (select 1 from hidden_topics hidden where hidden.community_id = ${own} and hidden.topic_id = ${topics.id})`;
}

function ownFirst(rows: readonly Topic[], communities: readonly string[]): Topic[] {
  const chosen = new Map<string, Topic>();
  for (const topic of rows) {
    const rival = chosen.get(topic.slug);
    if (
      rival === undefined ||
      communities.indexOf(topic.communityId) < communities.indexOf(rival.communityId)
    ) {
      chosen.set(topic.slug, topic);
    }
  }
  return [...chosen.values()];
}
