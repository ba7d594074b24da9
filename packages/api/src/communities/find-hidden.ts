import { asc, eq } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { topics } from '../topics/table.ts';
import { hiddenTopics, hiddenWarnings } from './hidden-table.ts';

/** What a community hides of the library. */
export interface Hidden {
  /** Slugs, in their order. */
  topics: string[];
  /** As they were written, in the order of their words. */
  warnings: string[];
}

export async function findHidden(db: Database, communityId: string): Promise<Hidden> {
  const topicRows = await db.orm
    .select({ slug: topics.slug })
    .from(hiddenTopics)
    .innerJoin(topics, eq(topics.id, hiddenTopics.topicId))
    .where(eq(hiddenTopics.communityId, communityId))
    .orderBy(asc(hiddenTopics.topicId));
  const warningRows = await db.orm
    .select({ warning: hiddenWarnings.warning })
    .from(hiddenWarnings)
    .where(eq(hiddenWarnings.communityId, communityId))
    .orderBy(asc(hiddenWarnings.warningKey));
  return {
    topics: topicRows.map(({ slug }) => slug),
    warnings: warningRows.map(({ warning }) => warning),
  };
}
