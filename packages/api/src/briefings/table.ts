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
import { communities } from '../communities/table.ts';
import { topics } from '../topics/table.ts';
import { EVENT_STATES, GENERATORS, OUTCOME_VERDICTS, type BriefingDocument } from './document.ts';
import { BRIEFING_STATUSES, HEAD_STATES } from './status.ts';

/** Two pointers and the list columns: everything a reader sees of a briefing is in its published revision. */
export const briefings = sqliteTable(
  'briefings',
  {
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    slug: text('slug').notNull(),
    status: text('status', { enum: BRIEFING_STATUSES }).notNull(),
    articleId: text('article_id').references(() => articles.id),
    /** What editors work on. No foreign key: a briefing and its first revision point at each other. */
    headRevisionId: text('head_revision_id').notNull(),
    headState: text('head_state', { enum: HEAD_STATES }).notNull().default('DRAFT'),
    /** What readers get; null until the first publication. It stays after a withdrawal, where `status` hides it. */
    publishedRevisionId: text('published_revision_id'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** First publication: the place in "newest first", which later revisions do not move. */
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
    /** When the head was saved. */
    savedAt: integer('saved_at', { mode: 'timestamp_ms' })
      .notNull()
      .default(sql`0`),
    /** Publication of the published revision. */
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }),
    withdrawnAt: integer('withdrawn_at', { mode: 'timestamp_ms' }),
    withdrawnReason: text('withdrawn_reason'),
    /** When the head is to be published; set exactly while it is SCHEDULED. */
    publishAt: integer('publish_at', { mode: 'timestamp_ms' }),
    /** When what is published is to be archived, and the reason readers are then told. */
    unpublishAt: integer('unpublish_at', { mode: 'timestamp_ms' }),
    unpublishReason: text('unpublish_reason'),
    /** The briefing it translates; null: it is an original. */
    translationOf: text('translation_of').references((): AnySQLiteColumn => briefings.id),
    // The list columns: of the published revision, never null in one that is published.
    title: text('title').notNull(),
    /** Lower-cased, without accents: what lists are sorted and prefixes searched by. */
    titleKey: text('title_key').notNull(),
    language: text('language').notNull(),
    /** 1–5; 0 where the document does not say, because a list cannot be paged over nulls. */
    importance: integer('importance').notNull(),
    /** What it is about: readers' lists go by `briefing_topics`, which drafts have no rows in. */
    topicSlugs: text('topic_slugs', { mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [
    uniqueIndex('briefings_slug').on(table.communityId, table.slug),
    // With what the list of the newest reads, which is asked for most: it need not look at the rows.
    index('briefings_newest').on(
      table.communityId,
      table.status,
      table.publishedAt,
      table.id,
      table.publishedRevisionId,
    ),
    index('briefings_updated').on(table.communityId, table.status, table.updatedAt, table.id),
    index('briefings_title').on(table.communityId, table.status, table.titleKey, table.id),
    index('briefings_importance').on(
      table.communityId,
      table.status,
      table.importance,
      table.publishedAt,
      table.id,
    ),
    index('briefings_language').on(
      table.communityId,
      table.status,
      table.language,
      table.publishedAt,
      table.id,
    ),
    index('briefings_language_updated').on(
      table.communityId,
      table.status,
      table.language,
      table.updatedAt,
      table.id,
    ),
    index('briefings_head').on(table.communityId, table.headState, table.createdAt, table.id),
    index('briefings_created').on(table.communityId, table.createdAt, table.id),
    index('briefings_status_created').on(table.communityId, table.status, table.createdAt, table.id),
    index('briefings_saved').on(table.communityId, table.savedAt, table.id),
    index('briefings_status_saved').on(table.communityId, table.status, table.savedAt, table.id),
    index('briefings_publish_at').on(table.publishAt),
    index('briefings_unpublish_at').on(table.unpublishAt),
    index('briefings_translations').on(table.translationOf, table.language),
    uniqueIndex('briefings_translation')
      .on(table.translationOf, table.language)
      .where(sql`${table.status} not in ('RETRACTED', 'ARCHIVED')`),
    check('briefing_importance', sql`${table.importance} between 0 and 5`),
    check(
      'briefing_published',
      sql`${table.status} <> 'PUBLISHED' or (${table.publishedRevisionId} is not null and ${table.publishedAt} is not null)`,
    ),
    check('briefing_scheduled', sql`(${table.headState} = 'SCHEDULED') = (${table.publishAt} is not null)`),
    check(
      'briefing_withdrawn',
      sql`${table.status} not in ('RETRACTED', 'ARCHIVED') or (${table.withdrawnAt} is not null and ${table.withdrawnReason} is not null)`,
    ),
  ],
);

/**
 * The whole document at one moment. Rows are only ever added; what is written later is who reviewed it, before readers get it, and when they
 * first got it. The one exception is a redaction, which gives the row another id.
 */
export const revisions = sqliteTable(
  'revisions',
  {
    id: text('id').primaryKey(),
    briefingId: text('briefing_id')
      .notNull()
      .references(() => briefings.id),
    /** 1, 2, 3, … within the briefing. */
    number: integer('number').notNull(),
    document: text('document', { mode: 'json' }).$type<BriefingDocument>().notNull(),
    wordCount: integer('word_count').notNull(),
    createdBy: text('created_by').notNull(),
    reviewedBy: text('reviewed_by'),
    importedFrom: text('imported_from'),
    generatedBy: text('generated_by', { enum: GENERATORS }).notNull().default('HUMAN'),
    reason: text('reason').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** When readers first got it; null: they never did, and never may through an old link. */
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }),
    /** When the whole of it was redacted: nothing is left to read. */
    redactedAt: integer('redacted_at', { mode: 'timestamp_ms' }),
  },
  (table) => [uniqueIndex('revisions_number').on(table.briefingId, table.number)],
);

/** Derived from the published revision: what it warns of, for communities that do not want to see it. */
export const briefingWarnings = sqliteTable(
  'briefing_warnings',
  {
    briefingId: text('briefing_id')
      .notNull()
      .references(() => briefings.id, { onDelete: 'cascade' }),
    /** `normalizeText(warning)`. */
    warningKey: text('warning_key').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.warningKey] }),
    index('briefing_warnings_key').on(table.warningKey),
  ],
);

/** Derived from the published revision. */
export const briefingTopics = sqliteTable(
  'briefing_topics',
  {
    briefingId: text('briefing_id')
      .notNull()
      .references(() => briefings.id, { onDelete: 'cascade' }),
    topicId: text('topic_id')
      .notNull()
      .references(() => topics.id),
    // The list columns of the briefing: a topic's list is read along an index in every order.
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    titleKey: text('title_key').notNull(),
    language: text('language').notNull(),
    importance: integer('importance').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.topicId] }),
    index('briefing_topics_newest').on(table.topicId, table.publishedAt, table.briefingId),
    index('briefing_topics_updated').on(table.topicId, table.updatedAt, table.briefingId),
    index('briefing_topics_title').on(table.topicId, table.titleKey, table.briefingId),
    index('briefing_topics_importance').on(
      table.topicId,
      table.importance,
      table.publishedAt,
      table.briefingId,
    ),
  ],
);

/**
 * What the rows of claims, events, scenarios and corrections have in common. A piece has a row for each list it stands in: one for its
 * community, and one for each topic of its briefing, so that every list is read along an index in its order. What lists are narrowed by is in
 * the indexes too.
 */
export function pieceColumns() {
  return {
    briefingId: text('briefing_id')
      .notNull()
      .references((): AnySQLiteColumn => briefings.id),
    /** A community's id, or a topic's. */
    lead: text('lead').notNull(),
    /** Of its briefing, and when the published revision of that was published. */
    language: text('language').notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  };
}

/** Derived from the published revisions: the dated events of all timelines. Their words are in the documents. */
export const briefingEvents = sqliteTable(
  'briefing_events',
  {
    ...pieceColumns(),
    eventId: text('event_id').notNull(),
    /** As precise as it is known: "2025", "2025-02" and "2025-02-18" sort as they should. */
    date: text('date').notNull(),
    state: text('state', { enum: EVENT_STATES }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.eventId, table.lead] }),
    index('briefing_events_date').on(
      table.lead,
      table.date,
      table.briefingId,
      table.eventId,
      table.language,
      table.updatedAt,
    ),
    index('briefing_events_state').on(
      table.lead,
      table.state,
      table.date,
      table.briefingId,
      table.eventId,
      table.language,
      table.updatedAt,
    ),
  ],
);

/** Derived from the published revisions: what could happen, by when, and what it came to. Their words are in the documents. */
export const briefingScenarios = sqliteTable(
  'briefing_scenarios',
  {
    ...pieceColumns(),
    scenarioId: text('scenario_id').notNull(),
    /** As precise as it is stated; "~", which sorts behind every date, where none is: a list cannot be paged over nulls. */
    horizon: text('horizon').notNull(),
    /** Whether an outcome is recorded, and what it was judged to be. */
    decided: integer('decided', { mode: 'boolean' }).notNull(),
    verdict: text('verdict', { enum: OUTCOME_VERDICTS }),
  },
  (table) => [
    primaryKey({ columns: [table.briefingId, table.scenarioId, table.lead] }),
    index('briefing_scenarios_horizon').on(
      table.lead,
      table.horizon,
      table.briefingId,
      table.scenarioId,
      table.verdict,
      table.language,
      table.updatedAt,
    ),
    index('briefing_scenarios_decided').on(
      table.lead,
      table.decided,
      table.horizon,
      table.briefingId,
      table.scenarioId,
      table.verdict,
      table.language,
      table.updatedAt,
    ),
  ],
);
