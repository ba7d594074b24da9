import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';

export const topics = sqliteTable(
  'topics',
  {
    /** `topicId(communityId, slug)`. */
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('topics_slug').on(table.communityId, table.slug)],
);

/** Made of what identifies a topic, so that a document that names its topics needs no query to know their ids. */
export function topicId(communityId: string, slug: string): string {
  return `${communityId}/${slug}`;
}
