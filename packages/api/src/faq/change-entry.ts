/** What becomes of an FAQ entry: verified, pinned, obsolete, restored. Its text stays. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { visibleCommunities } from '../communities/library.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { pinSearchDocument, removeSearchDocument } from '../search/save-search-document.ts';
import { reviewDueAt, type EntryRow } from './compose-entry.ts';
import { checkReviewInterval } from './entry-content.ts';
import { claimNames, releaseNames } from './entry-names.ts';
import { readEntry, readLivingEntry, type EntryName } from './read-entry.ts';
import { faqEntries } from './table.ts';
import { leaveEntry, writeEntry, type ChangedEntry } from './write-entry.ts';

/** Somebody has checked the answer against what its section says now. */
export async function verifyEntry(
  db: Database,
  {
    reviewIntervalDays: wanted,
    ...name
  }: EntryName & {
    /** Null: never again; missing: as before. */
    reviewIntervalDays?: number | null | undefined;
  },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  const reviewIntervalDays = wanted === undefined ? entry.reviewIntervalDays : checkReviewInterval(wanted);
  const verified = { verifiedBy: signatureOf(act.actor), verifiedAt: act.now, reviewIntervalDays };
  const change = {
    ...verified,
    reviewDueAt: reviewDueAt(verified),
    verifiedSectionHash: entry.currentSectionHash,
  };
  const before = {
    verifiedBy: entry.verifiedBy,
    verifiedAt: entry.verifiedAt,
    reviewIntervalDays: entry.reviewIntervalDays,
  };
  return writeEntry(db, entry, { action: 'faq_entry.verify', change, before, after: verified }, act);
}

export async function pinEntry(
  db: Database,
  { pinned, ...name }: EntryName & { pinned: boolean },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  const more = pinSearchDocument(db.orm, entry.id, pinned);
  const action = pinned ? 'faq_entry.pin' : 'faq_entry.unpin';
  const change = { pinned };
  return writeEntry(
    db,
    entry,
    { action, change, before: { pinned: entry.pinned }, after: change, more },
    act,
  );
}

/** Readers do not find it any more, and its names are free; what replaces it must be there for them. */
export async function markEntryObsolete(
  db: Database,
  { replacedBy, ...name }: EntryName & { replacedBy: string | null },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readLivingEntry(db, name);
  const replacement = replacedBy === null ? null : await readReplacement(db, entry, replacedBy);
  const replacedById = replacement?.id ?? null;
  const change = { status: 'OBSOLETE' as const, replacedById };
  const more = [...assertReplacement(replacedById), ...hideEntry(db.orm, entry.id)];
  const before = { status: entry.status };
  const after = { status: 'OBSOLETE', replacedBy };
  return writeEntry(db, entry, { action: 'faq_entry.obsolete', change, before, after, more }, act);
}

/** An obsolete entry is a draft again, if nobody has taken its names meanwhile. */
export async function restoreEntry(db: Database, name: EntryName, act: Act): Promise<ChangedEntry> {
  const entry = await readEntry(db, name);
  if (entry.status !== 'OBSOLETE') return leaveEntry(db, entry, act);
  const change = { status: 'DRAFT' as const, replacedById: null };
  const more = claimNames(db.orm, entry, 'conflict');
  const before = { status: entry.status };
  return writeEntry(
    db,
    entry,
    { action: 'faq_entry.restore', change, before, after: { status: 'DRAFT' }, more },
    act,
  );
}

/**
 * What readers of the entry see under that slug, beside itself: their own before the library's. It is published, and what is published is
 * replaced by nothing, so no circle can come of it.
 */
async function readReplacement(db: Database, { id, communityId }: EntryRow, slug: string): Promise<EntryRow> {
  const communities = visibleCommunities(communityId);
  const found = await db.orm
    .select()
    .from(faqEntries)
    .where(and(inArray(faqEntries.communityId, communities), eq(faqEntries.slug, slug)));
  const [other] = found
    .filter((entry) => entry.id !== id && entry.status === 'PUBLISHED')
    .toSorted((a, b) => communities.indexOf(a.communityId) - communities.indexOf(b.communityId));
  if (other !== undefined) return other;
  if (found.some((entry) => entry.id === id)) {
    throw new InvalidInputError('"replacedBy" must be another entry', ['replacedBy']);
  }
  if (found.some((entry) => entry.communityId === communityId)) {
    throw new ConflictError(`The FAQ entry "${slug}" is not published: it answers nobody`, ['replacedBy']);
  }
  throw new NotFoundError(`There is no FAQ entry "${slug.slice(0, 100)}"`, ['replacedBy']);
}

function assertReplacement(id: string | null): WriteStatement[] {
  if (id === null) return [];
  const isThere = sql`exists (select 1 from ${faqEntries} where ${faqEntries.id} = ${id} and ${faqEntries.status} = 'PUBLISHED')`;
  return [assertThat('replacement is published', isThere)];
}

/** Its topics stay: they say from whom the entry is hidden, also when somebody still names it. Lists look at its status. */
function hideEntry(orm: Orm, entryId: string): WriteStatement[] {
  return [...releaseNames(orm, entryId), ...removeSearchDocument(orm, entryId)];
}
