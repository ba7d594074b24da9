/** A briefing and its revisions as they were when a request was answered: what whoever repeats it is shown. */
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import { editorialRevision, type EditorialBriefing, type EditorialRevision } from './find-editorial.ts';
import { availabilityOf } from './status.ts';
import { briefings, revisions } from './table.ts';

/** A revision by its number, which outlives a redaction, and what is written into it later. */
interface RevisionState {
  number: number;
  /** SQLite's true and false. */
  reviewed: 0 | 1;
  published: 0 | 1;
}

export interface BriefingState {
  briefing: RowState | null;
  head: RevisionState | null;
  published: RevisionState | null;
}

export interface EditState extends BriefingState {
  revision: RevisionState | null;
}

type Captured<State> = { [Name in keyof State]: SQL<State[Name]> };

const NAMES = ['status', 'headState', 'publishAt', 'unpublishAt', 'translationOf'] as const;

export function captureBriefing({ briefingId }: { briefingId: string }): Captured<BriefingState> {
  const pointer = (name: SQL) =>
    sql`${revisions.id} = (select ${name} from ${briefings} where ${briefings.id} = ${briefingId})`;
  return {
    briefing: captureRow(briefings, NAMES, sql`${briefings.id} = ${briefingId}`),
    head: captureRevision(pointer(sql`${briefings.headRevisionId}`)),
    published: captureRevision(pointer(sql`${briefings.publishedRevisionId}`)),
  };
}

export function captureEdit(edited: { briefingId: string; revisionId: string }): Captured<EditState> {
  return {
    ...captureBriefing(edited),
    revision: captureRevision(sql`${revisions.id} = ${edited.revisionId}`),
  };
}

function captureRevision(condition: SQL): SQL<RevisionState | null> {
  return sql`(select json_object('number', ${revisions.number}, 'reviewed', ${revisions.reviewedBy} is not null,
    'published', ${revisions.publishedAt} is not null) from ${revisions} where ${condition})`;
}

/** Without what was redacted since. */
export async function openBriefing(
  db: Database,
  { briefingId, state }: AsThen<{ briefingId: string }, BriefingState>,
): Promise<EditorialBriefing | null> {
  const [row] = await db.orm.select().from(briefings).where(eq(briefings.id, briefingId));
  if (row === undefined) return null;
  const then = restoreRow(briefings, row, state.briefing);
  const isWithdrawn = availabilityOf(then.status) === 'WITHDRAWN';
  return {
    ...then,
    // A withdrawal is for ever: there is one reason, or there was none yet.
    withdrawnReason: isWithdrawn ? then.withdrawnReason : null,
    asThen: {
      head: await openRevision(db, { briefingId, state: state.head }),
      published: await openRevision(db, { briefingId, state: state.published }),
    },
  };
}

export async function openRevision(
  db: Database,
  { briefingId, state }: { briefingId: string; state: RevisionState | null },
): Promise<EditorialRevision | null> {
  if (state === null) return null;
  const { communityId, slug } = briefings;
  const [found] = await db.orm
    .select({ row: revisions, communityId, slug })
    .from(revisions)
    .innerJoin(briefings, eq(briefings.id, revisions.briefingId))
    .where(and(eq(revisions.briefingId, briefingId), eq(revisions.number, state.number)));
  if (found === undefined) return null;
  const { row, ...name } = found;
  return editorialRevision(name, {
    ...row,
    reviewedBy: state.reviewed === 1 ? row.reviewedBy : null,
    publishedAt: state.published === 1 ? row.publishedAt : null,
  });
}
