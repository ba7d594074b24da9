import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { communities } from '../communities/table.ts';
import { faqEntries } from '../faq/table.ts';

export const QUESTION_STATUSES = ['MISSED', 'OPEN', 'ANSWERED', 'DISMISSED'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

/** What somebody asked and no entry answered, counted: never who it was, and its words only where they were handed in. */
export const questions = sqliteTable(
  'questions',
  {
    /** A hash of the community and of `normalizeText` of the question: the same words are the same question. */
    id: text('id').primaryKey(),
    communityId: text('community_id')
      .notNull()
      .references(() => communities.id),
    /** As they were handed in, until somebody has decided; null: they were not, or it is decided. */
    words: text('words'),
    status: text('status', { enum: QUESTION_STATUSES }).notNull(),
    /** By how many, each counted once a day. */
    timesAsked: integer('times_asked').notNull(),
    firstAskedAt: integer('first_asked_at', { mode: 'timestamp_ms' }).notNull(),
    lastAskedAt: integer('last_asked_at', { mode: 'timestamp_ms' }).notNull(),
    /** The entry that answers it. */
    entryId: text('entry_id').references(() => faqEntries.id),
    handledBy: text('handled_by'),
    handledAt: integer('handled_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('questions_most').on(table.communityId, table.timesAsked, table.id),
    index('questions_status_most').on(table.communityId, table.status, table.timesAsked, table.id),
    index('questions_latest').on(table.communityId, table.lastAskedAt, table.id),
    index('questions_status_latest').on(table.communityId, table.status, table.lastAskedAt, table.id),
    index('questions_first').on(table.communityId, table.firstAskedAt),
    index('questions_age').on(table.lastAskedAt),
  ],
);

/** Tells who asks again, and who asks too much, from others: hashes, forgotten with the day. */
export const questionActors = sqliteTable(
  'question_actors',
  {
    questionId: text('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    /** A hash of `actorKey`. */
    actor: text('actor').notNull(),
    askedAt: integer('asked_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.questionId, table.actor] }),
    index('question_actors_limit').on(table.actor, table.askedAt),
    index('question_actors_age').on(table.askedAt),
  ],
);

const FORGOTTEN_AFTER_MS = 90 * 24 * 60 * 60 * 1000;

/** Questions that nobody has asked since then are forgotten, whatever became of them. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - FORGOTTEN_AFTER_MS);
}
