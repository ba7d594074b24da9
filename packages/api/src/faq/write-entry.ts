/** The one way an entry that is there is changed: guarded, recorded, and told to readers who have it. */
import { eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import type { EntryAct } from './as-then.ts';
import { assertEntryUnchanged, ENTRY_UNCHANGED, type EntryRow } from './compose-entry.ts';
import { EntryConflictError } from './errors.ts';
import { findDuplicate } from './find-duplicates.ts';
import { keepFormer } from './keep-former.ts';
import { faqEntries, faqTopics } from './table.ts';

export interface ChangedEntry extends EntryAct {
  slug: string;
  revision: number;
}

export interface EntryChange {
  /** "faq_entry.verify", … */
  action: string;
  change: Partial<EntryRow>;
  /** What the audit log keeps. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  more?: readonly WriteStatement[];
  /** The aliases as they were asked for, where repeated ones were left out: errors name their places. */
  askedAliases?: string[];
}

export async function writeEntry(
  db: Database,
  entry: EntryRow,
  { action, change, before, after, more = [], askedAliases }: EntryChange,
  act: Act,
): Promise<ChangedEntry> {
  const { orm } = db;
  const { id, communityId, slug } = entry;
  const revision = entry.revision + 1;
  try {
    return await commit(db, act, {
      statements: [
        assertEntryUnchanged(entry),
        keepFormer(entry),
        orm
          .update(faqEntries)
          .set({ ...change, revision, updatedAt: act.now })
          .where(eq(faqEntries.id, id)),
        orm.update(faqTopics).set({ updatedAt: act.now }).where(eq(faqTopics.entryId, id)),
        ...more,
        recordAct(act, { communityId, action, subjectId: id, details: { slug }, before, after }),
        ...readerChange(orm, entry, change, act),
      ],
      result: { entryId: id, slug, revision, at: act.now.getTime() },
    });
  } catch (error) {
    const asked = { ...entry, ...change, ...(askedAliases && { aliases: askedAliases }) };
    throw await whyNotWritten(db, asked, error);
  }
}

/** The wish was fulfilled before it was made. */
export function leaveEntry(
  db: Database,
  { id, slug, revision }: EntryRow,
  act: Act,
  statements: readonly WriteStatement[] = [],
): Promise<ChangedEntry> {
  const result = { entryId: id, slug, revision, at: act.now.getTime() };
  return commit(db, act, { statements, result });
}

/** What a person can act on, of a write set that failed. `entry` as it was to be, at the revision that was read. */
export async function whyNotWritten(db: Database, entry: EntryRow, cause: unknown): Promise<unknown> {
  if (!(cause instanceof WriteConflictError)) return cause;
  const { id, slug, revision } = entry;
  if (cause.isGuard(ENTRY_UNCHANGED)) {
    const [current] = await db.orm.select().from(faqEntries).where(eq(faqEntries.id, id));
    if (current !== undefined) return new EntryConflictError(current, revision, { cause });
  }
  const duplicate = cause.isUnique(...NAME_COLUMNS) ? await findDuplicate(db, entry, { cause }) : null;
  return (
    duplicate ??
    new ConflictError(
      `What the FAQ entry "${slug}" depends on was changed by somebody else at the same time: look at it again`,
      ['slug'],
      { cause },
    )
  );
}

export const NAME_COLUMNS = ['faq_names.community_id', 'faq_names.name_key'];

/** Nothing where readers never had it. */
function readerChange(
  orm: Orm,
  { id: subjectId, communityId, slug, status }: EntryRow,
  change: Partial<EntryRow>,
  { now }: Act,
): WriteStatement[] {
  if (status !== 'PUBLISHED') return [];
  const kind = change.status === 'OBSOLETE' ? 'FAQ_ENTRY_OBSOLETED' : 'FAQ_ENTRY_UPDATED';
  return recordChange(orm, { kind, communityId, subjectId, slug }, now);
}
