import { sql } from 'drizzle-orm';
import type { Orm, WriteStatement } from '../database/client.ts';
import { topicId, topics } from './table.ts';

/** Part of a publication: the topics it names exist afterwards, each under the name it was given last. */
export function saveTopics(
  orm: Orm,
  communityId: string,
  named: readonly { slug: string; name: string }[],
): WriteStatement[] {
  if (named.length === 0) return [];
  const rows = named.map(({ slug, name }) => ({ id: topicId(communityId, slug), communityId, slug, name }));
  return [
    orm
      .insert(topics)
      .values(rows)
      .onConflictDoUpdate({ target: topics.id, set: { name: sql`excluded.name` } }),
  ];
}
