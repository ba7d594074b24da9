/** An entry as it was when a request was answered: what whoever repeats it is shown. */
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import { findEntriesForEditors, type FaqEntry } from './find-entries.ts';
import { faqEntries, faqRevisions } from './table.ts';

export interface EntryAct {
  entryId: string;
  /** Milliseconds since 1970 of the time of content: what is overdue depends on it. */
  at: number;
}

export type EntryThen = AsThen<EntryAct, { entry: RowState | null }>;

/** Words are in the revisions; these change without one. */
const NAMES = ['revision', 'helpfulVotes', 'unhelpfulVotes', 'currentSectionHash'] as const;

export function captureEntry({ entryId }: EntryAct) {
  return { entry: captureRow(faqEntries, NAMES, sql`${faqEntries.id} = ${entryId}`) };
}

/** Without what was redacted since. */
export async function openEntry(db: Database, then: EntryThen): Promise<FaqEntry | null> {
  const { entryId, at, state } = then;
  const current = (await findEntriesForEditors(db, [entryId])).get(entryId);
  if (current === undefined) return null;
  const kept = restoreRow(faqEntries, current, state.entry);
  const former = kept.revision === current.revision ? undefined : await findFormer(db, kept);
  return { ...current, ...former, ...pick(kept), asOf: new Date(at) };
}

function pick({ revision, helpfulVotes, unhelpfulVotes, currentSectionHash }: FaqEntry) {
  return { revision, helpfulVotes, unhelpfulVotes, currentSectionHash };
}

/** A redaction takes the place of what it has changed: the next revision that there is says the same without it. */
async function findFormer(db: Database, { id, revision }: FaqEntry) {
  const [row] = await db.orm
    .select()
    .from(faqRevisions)
    .where(and(eq(faqRevisions.entryId, id), gte(faqRevisions.number, revision)))
    .orderBy(asc(faqRevisions.number))
    .limit(1);
  if (row === undefined) return undefined;
  const { entryId: _entry, number: _number, ...former } = row;
  return former;
}
