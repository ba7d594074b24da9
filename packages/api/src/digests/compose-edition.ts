import { and, eq, notInArray, or, sql } from 'drizzle-orm';
import { newestPublished } from '../briefings/find-briefings.ts';
import { briefings } from '../briefings/table.ts';
import type { Database } from '../database/client.ts';
import { chooseEdition, type Edition } from './choose-edition.ts';
import type { DigestSchedule } from './find-schedules.ts';
import { deliveries, editions } from './table.ts';

/** What a run now would post. A preview shows it; a planned delivery freezes it. */
export async function composeEdition(
  db: Database,
  schedule: Pick<DigestSchedule, 'id' | 'communityId' | 'topicSlugs' | 'size'>,
  now: Date,
): Promise<Edition> {
  const { communityId, topicSlugs: topics, size } = schedule;
  const excludeRevisionIds = await findShownRevisions(db, schedule.id);
  const candidates = await newestPublished(db, { communityId, topics, excludeRevisionIds, limit: size });
  return chooseEdition(candidates, { size, cutOffAt: now });
}

/**
 * In editions of this schedule that were posted or may still be; what was skipped or failed may come again. Only revisions that readers
 * still get are asked for, so that the list does not grow with the years.
 */
async function findShownRevisions(db: Database, scheduleId: string): Promise<string[]> {
  const item = sql`json_each(${editions.items}) as item`;
  const rows = await db.orm
    .selectDistinct({ revisionId: briefings.publishedRevisionId })
    .from(editions)
    .innerJoin(deliveries, eq(deliveries.editionId, editions.id))
    .innerJoin(item, sql`true`)
    .innerJoin(briefings, eq(briefings.id, sql`item.value ->> '$.briefingId'`))
    .where(
      and(
        eq(editions.scheduleId, scheduleId),
        eq(briefings.publishedRevisionId, sql`item.value ->> '$.revisionId'`),
        or(deliveries.uncertain, notInArray(deliveries.state, ['SKIPPED', 'FAILED', 'DEAD'])),
      ),
    );
  return rows.flatMap(({ revisionId }) => revisionId ?? []);
}
