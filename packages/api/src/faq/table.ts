import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { articles } from '../articles/table.ts';
import { GENERATORS } from '../briefings/document.ts';
import { briefings } from '../briefings/table.ts';
import { communities } from '../communities/table.ts';
import { topics } from '../topics/table.ts';

export const FAQ_STATUSES = ['DRAFT', 'PUBLISHED', 'OBSOLETE'] as const;
export type FaqStatus = (typeof FAQ_STATUSES)[number];

/** What an entry says and what became of it: every change gives these columns new values. */
const changing = () => ({
  question: text('question').notNull(),
  /** Markdown. */
  answer: text('answer').notNull(),
  language: text('language').notNull(),
  aliases: text('aliases', { mode: 'json' }).$type<string[]>().notNull(),
  topics: text('topics', { mode: 'json' }).$type<{ slug: string; name: string }[]>().notNull(),
  status: text('status', { enum: FAQ_STATUSES }).notNull(),
  briefingId: text('briefing_id').references(() => briefings.id),
  /** The section of that briefing it is bound to; null: to the whole of it. */
  sectionId: text('section_id'),
  pinned: integer('pinned', { mode: 'boolean' }).notNull(),
  /** Whether a person or a language model wrote the answer. */
  generatedBy: text('generated_by', { enum: GENERATORS }).notNull().default('HUMAN'),
  verifiedBy: text('verified_by'),
  verifiedAt: integer('verified_at', { mode: 'timestamp_ms' }),
  reviewIntervalDays: integer('review_interval_days'),
  /** `verifiedAt` plus the interval; null where either is. */
  reviewDueAt: integer('review_due_at', { mode: 'timestamp_ms' }),
  /** Hash of the bound section when the answer was verified, and as it is published now: unequal means stale (`staleness.ts`). */
  verifiedSectionHash: text('verified_section_hash'),
  currentSectionHash: text('current_section_hash'),
  /** The entry that answers instead, once this one is obsolete. */
  replacedById: text('replaced_by_id').references((): AnySQLiteColumn => faqEntries.id),
  publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
});

export const faqEntries = sqliteTable(
  'faq_entries',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    slug: text('slug').notNull(),
    ...changing(),
    /** Raised by every change: whoever changes an older one is told. */
    revision: integer('revision').notNull().default(1),
    /** Who wrote or imported it. */
    createdBy: text('created_by').notNull().default('Operator'),
    /** File name or address of what it was imported from; null: it was written here. */
    importedFrom: text('imported_from'),
    /** The article it was found in, and where in its text, in UTF-16 units; null: in none. */
    articleId: text('article_id').references(() => articles.id),
    originStart: integer('origin_start'),
    originEnd: integer('origin_end'),
    /** Counts of `faq_votes`, and what they come to: helpful ones less the others. */
    helpfulVotes: integer('helpful_votes').notNull().default(0),
    unhelpfulVotes: integer('unhelpful_votes').notNull().default(0),
    popularity: integer('popularity').notNull().default(0),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    uniqueIndex('faq_entries_slug').on(table.communityId, table.slug),
    index('faq_entries_newest').on(table.communityId, table.status, table.publishedAt, table.id),
    index('faq_entries_popular').on(
      table.communityId,
      table.status,
      table.pinned,
      table.popularity,
      table.publishedAt,
      table.id,
    ),
    index('faq_entries_updated').on(table.communityId, table.status, table.updatedAt, table.id),
    index('faq_entries_language').on(
      table.communityId,
      table.status,
      table.language,
      table.publishedAt,
      table.id,
    ),
    index('faq_entries_saved').on(table.communityId, table.updatedAt, table.id),
    index('faq_entries_begun').on(table.communityId, table.createdAt, table.id),
    index('faq_entries_status_begun').on(table.communityId, table.status, table.createdAt, table.id),
    index('faq_entries_review').on(table.communityId, table.status, table.reviewDueAt),
    index('faq_entries_article').on(table.articleId),
    index('faq_entries_briefing').on(table.briefingId, table.status, table.publishedAt, table.id),
    check('faq_entry_published', sql`${table.status} <> 'PUBLISHED' or ${table.publishedAt} is not null`),
  ],
);

/** What entries were before their changes: whoever asks again what came of one is shown that. The latest is in `faq_entries`. */
export const faqRevisions = sqliteTable(
  'faq_revisions',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => faqEntries.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    ...changing(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.number] })],
);

/** The wordings that are taken: questions and aliases of drafts and of published entries, whose a community never has two of. */
export const faqNames = sqliteTable(
  'faq_names',
  {
    communityId: text('community_id').notNull(),
    /** `normalizeText` of the question or the alias. */
    nameKey: text('name_key').notNull(),
    entryId: text('entry_id')
      .notNull()
      .references(() => faqEntries.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.communityId, table.nameKey] }),
    index('faq_names_entry').on(table.entryId),
  ],
);

/** Who found an answer helpful and who did not: one vote each. */
export const faqVotes = sqliteTable(
  'faq_votes',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => faqEntries.id, { onDelete: 'cascade' }),
    /** `actorKey`. */
    voter: text('voter').notNull(),
    helpful: integer('helpful', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.voter] }),
    index('faq_votes_count').on(table.entryId, table.helpful),
  ],
);

/** The topics of published entries. */
export const faqTopics = sqliteTable(
  'faq_topics',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => faqEntries.id, { onDelete: 'cascade' }),
    topicId: text('topic_id')
      .notNull()
      .references(() => topics.id),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
    /** As the entry's. */
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' })
      .notNull()
      .default(sql`0`),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.topicId] }),
    index('faq_topics_newest').on(table.topicId, table.publishedAt, table.entryId),
    index('faq_topics_updated').on(table.topicId, table.updatedAt, table.entryId),
  ],
);
