import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { topics } from '../topics/table.ts';
import { communities } from './table.ts';

/** Topics of the library that a community does not show: what is about nothing else is not there for it. */
export const hiddenTopics = sqliteTable(
  'hidden_topics',
  {
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    topicId: text('topic_id')
      .notNull()
      .references(() => topics.id),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.topicId] })],
);

/** Content warnings that a community does not want to see: a briefing of the library that carries one is not there for it. */
export const hiddenWarnings = sqliteTable(
  'hidden_warnings',
  {
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** `normalizeText(warning)`. */
    warningKey: text('warning_key').notNull(),
    /** As a moderator wrote it. */
    warning: text('warning').notNull(),
  },
  (table) => [primaryKey({ columns: [table.communityId, table.warningKey] })],
);
