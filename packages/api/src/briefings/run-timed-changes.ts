/** Publishes and archives what was planned for an instant that has come. Running it again, or twice at once, changes nothing more. */
import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { findPlanner } from '../audit/find-planner.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { composePublication } from './compose-publication.ts';
import { readBoundEntries, readHead, type BriefingRow, type RevisionRow } from './read-head.ts';
import { briefings } from './table.ts';
import { composeFamilyWithdrawal } from './withdraw-briefing.ts';

export interface TimedChanges {
  published: number;
  archived: number;
  /** Due, and refused: somebody else was faster, or what it translates is not published. They are tried again. */
  held: number;
}

// One pass never keeps the writer for long; what is left is due at the next one.
const AT_ONCE = 100;

export async function runTimedChanges(db: Database, act: Act): Promise<TimedChanges> {
  const changes: TimedChanges = { published: 0, archived: 0, held: 0 };
  for (const { briefing } of await dueToPublish(db, act.now)) {
    changes[(await publishDue(db, briefing, act)) ? 'published' : 'held'] += 1;
  }
  for (const briefing of await dueToArchive(db, act.now)) {
    changes[(await archiveDue(db, briefing, act)) ? 'archived' : 'held'] += 1;
  }
  return changes;
}

function dueToPublish(db: Database, now: Date): Promise<{ briefing: BriefingRow }[]> {
  return db.orm
    .select({ briefing: briefings })
    .from(briefings)
    .where(and(isNotNull(briefings.publishAt), lte(briefings.publishAt, now)))
    .orderBy(asc(briefings.publishAt))
    .limit(AT_ONCE)
    .then((rows) => rows);
}

function dueToArchive(db: Database, now: Date): Promise<BriefingRow[]> {
  return db.orm
    .select()
    .from(briefings)
    .where(
      and(
        isNotNull(briefings.unpublishAt),
        lte(briefings.unpublishAt, now),
        eq(briefings.status, 'PUBLISHED'),
      ),
    )
    .orderBy(asc(briefings.unpublishAt))
    .limit(AT_ONCE)
    .then((rows) => rows);
}

async function publishDue(db: Database, due: BriefingRow, pass: Act): Promise<boolean> {
  const act = await asPlanned(db, due, 'briefing.schedule', pass);
  const { briefing, revision } = await readHead(db, due);
  const entries = await readBoundEntries(db, briefing.id);
  const original = await readOriginalRow(db, briefing);
  const since = latest(briefing.publishAt, briefing.updatedAt, original?.updatedAt);
  return wrote(db, [
    stillDue(briefing, revision, act.now),
    ...composePublication(db.orm, { briefing, revision, entries }, act, since),
  ]);
}

async function readOriginalRow(db: Database, { translationOf }: BriefingRow) {
  if (translationOf === null) return undefined;
  const [original] = await db.orm.select().from(briefings).where(eq(briefings.id, translationOf));
  return original;
}

/** The planned instant, whenever the pass comes; later only where readers were given something after it that this follows. */
function latest(planned: Date | null, ...given: (Date | null | undefined)[]): Date | undefined {
  if (planned === null) return undefined;
  return new Date(Math.max(planned.getTime(), ...given.map((at) => at?.getTime() ?? 0)));
}

/** The pass publishes exactly the revision that was approved for this instant. */
function stillDue({ id }: BriefingRow, revision: RevisionRow, now: Date) {
  return assertThat(
    'still due',
    sql`exists (select 1 from ${briefings} where ${briefings.id} = ${id} and ${briefings.headState} = 'SCHEDULED'
      and ${briefings.headRevisionId} = ${revision.id} and ${briefings.publishAt} <= ${now.getTime()})`,
  );
}

async function archiveDue(db: Database, briefing: BriefingRow, pass: Act): Promise<boolean> {
  const act = await asPlanned(db, briefing, 'briefing.schedule_archive', pass);
  const reason = briefing.unpublishReason ?? '';
  const since = latest(briefing.unpublishAt, briefing.updatedAt);
  return wrote(db, [
    assertThat(
      'still due',
      sql`exists (select 1 from ${briefings} where ${briefings.id} = ${briefing.id}
        and ${briefings.unpublishAt} <= ${act.now.getTime()})`,
    ),
    ...(await composeFamilyWithdrawal(
      db,
      briefing,
      { as: 'ARCHIVED', reason, ...(since && { since }) },
      act,
    )),
  ]);
}

/** The act of whoever planned it. */
async function asPlanned(
  db: Database,
  { id }: BriefingRow,
  action: string,
  { now, actor }: Act,
): Promise<Act> {
  return { now, actor: (await findPlanner(db, id, action)) ?? actor };
}

async function wrote(db: Database, statements: Parameters<Database['write']>[0]): Promise<boolean> {
  try {
    await db.write(statements);
    return true;
  } catch (error) {
    if (error instanceof WriteConflictError) return false;
    throw error;
  }
}
