/** Makes everything that is derived from published briefings anew: for a database that was repaired, or after what is derived has changed. */
import { asc, eq, gt, inArray, ne } from 'drizzle-orm';
import { claims } from '../claims/table.ts';
import { corrections } from '../corrections/table.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { raiseContentVersion } from '../database/raise-content-version.ts';
import { removeSearchDocument } from '../search/save-search-document.ts';
import { searchDocuments } from '../search/table.ts';
import { listColumns } from './compose-draft.ts';
import { assertUnmoved } from './compose-revision.ts';
import { projectBriefing, projectRecord } from './project-briefing.ts';
import type { BriefingRow } from './read-head.ts';
import {
  briefingEvents,
  briefingScenarios,
  briefings,
  briefingTopics,
  briefingWarnings,
  revisions,
} from './table.ts';

const AT_ONCE = 100;

/** Each briefing in a write set of its own, so that a running API hardly waits. One that is changed meanwhile is right by that change. */
export async function rebuildProjections(db: Database): Promise<{ briefings: number; skipped: number }> {
  await clearUnpublished(db);
  const counts = { briefings: 0, skipped: 0 };
  let after = '';
  for (;;) {
    const page = await publishedAfter(db, after);
    for (const { briefing, document } of page) {
      const { publishedAt } = briefing;
      if (publishedAt === null) continue;
      const projected = { ...briefing, publishedAt };
      const project = briefing.status === 'PUBLISHED' ? projectBriefing : projectRecord;
      const statements = [
        db.orm.update(briefings).set(listColumns(document)).where(eq(briefings.id, briefing.id)),
        ...project(db.orm, projected, document),
        raiseContentVersion(db.orm, briefing.communityId),
      ];
      counts[(await wrote(db, briefing, statements)) ? 'briefings' : 'skipped'] += 1;
    }
    const last = page.at(-1);
    if (last === undefined) return counts;
    after = last.briefing.id;
  }
}

function publishedAfter(db: Database, after: string) {
  return db.orm
    .select({ briefing: briefings, document: revisions.document })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.publishedRevisionId))
    .where(gt(briefings.id, after))
    .orderBy(asc(briefings.id))
    .limit(AT_ONCE)
    .then((rows) => rows);
}

async function wrote(
  db: Database,
  briefing: BriefingRow,
  statements: Parameters<Database['write']>[0],
): Promise<boolean> {
  try {
    await db.write([assertUnmoved(briefing), ...statements]);
    return true;
  } catch (error) {
    if (error instanceof WriteConflictError && error.constraint === 'GUARD') return false;
    throw error;
  }
}

async function clearUnpublished(db: Database): Promise<void> {
  const { orm } = db;
  const gone = orm.select({ id: briefings.id }).from(briefings).where(ne(briefings.status, 'PUBLISHED'));
  const found = await orm
    .selectDistinct({ id: searchDocuments.ownerId })
    .from(searchDocuments)
    .where(inArray(searchDocuments.ownerId, gone));
  await db.write([
    orm.delete(briefingTopics).where(inArray(briefingTopics.briefingId, gone)),
    orm.delete(briefingWarnings).where(inArray(briefingWarnings.briefingId, gone)),
    orm.delete(claims).where(inArray(claims.briefingId, gone)),
    orm.delete(briefingEvents).where(inArray(briefingEvents.briefingId, gone)),
    orm.delete(briefingScenarios).where(inArray(briefingScenarios.briefingId, gone)),
    orm.delete(corrections).where(inArray(corrections.briefingId, gone)),
    ...found.flatMap(({ id }) => removeSearchDocument(orm, id)),
  ]);
}
