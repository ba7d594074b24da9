/** What becomes of an FAQ entry: verified, pinned, obsolete. Its text stays. */
import { and, eq, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { pinSearchDocument, removeSearchDocument } from '../search/save-search-document.ts';
import { reviewDueAt, type EntryRow } from './compose-entry.ts';
import { faqAliases, faqEntries, faqTopics } from './table.ts';

export interface EntryName {
  communityId: string;
  slug: string;
}

export interface ChangedEntry {
  entryId: string;
  revision: number;
}

/** Somebody has checked the answer against what its section says now. */
export async function verifyEntry(db: Database, name: EntryName, act: Act): Promise<ChangedEntry> {
  const entry = await readEntry(db, name);
  const verified = { verifiedBy: signatureOf(act.actor), verifiedAt: act.now };
  const change = {
    ...verified,
    reviewDueAt: reviewDueAt({ ...entry, ...verified }),
    verifiedSectionHash: entry.currentSectionHash,
  };
  const before = { verifiedAt: entry.verifiedAt };
  return write(db, entry, { action: 'faq_entry.verify', change, before, after: verified }, act);
}

export async function pinEntry(
  db: Database,
  { pinned, ...name }: EntryName & { pinned: boolean },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readEntry(db, name);
  const more = pinSearchDocument(db.orm, entry.id, pinned);
  const action = pinned ? 'faq_entry.pin' : 'faq_entry.unpin';
  const change = { pinned };
  return write(db, entry, { action, change, before: { pinned: entry.pinned }, after: change, more }, act);
}

/** Readers do not find it any more; what replaces it must be there for them. */
export async function markEntryObsolete(
  db: Database,
  { replacedBy, ...name }: EntryName & { replacedBy: string | null },
  act: Act,
): Promise<ChangedEntry> {
  const entry = await readEntry(db, name);
  const replacement = replacedBy === null ? null : await readReplacement(db, entry, replacedBy);
  const replacedById = replacement?.id ?? null;
  const change = { status: 'OBSOLETE' as const, replacedById };
  const more = [...assertReplacement(replacedById), ...hideEntry(db.orm, entry.id)];
  const before = { status: entry.status };
  const after = { status: 'OBSOLETE', replacedBy };
  return write(db, entry, { action: 'faq_entry.obsolete', change, before, after, more }, act);
}

async function readEntry(db: Database, { communityId, slug }: EntryName): Promise<EntryRow> {
  const [entry] = await db.orm
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.communityId, communityId), eq(faqEntries.slug, slug)));
  if (entry === undefined) {
    throw new NotFoundError(`There is no FAQ entry "${slug.slice(0, 100)}"`, ['slug']);
  }
  if (entry.status === 'OBSOLETE') throw new ConflictError(`The FAQ entry "${slug}" is obsolete`, ['slug']);
  return entry;
}

async function readReplacement(db: Database, { id, communityId }: EntryRow, slug: string): Promise<EntryRow> {
  const [entry] = await db.orm
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.communityId, communityId), eq(faqEntries.slug, slug)));
  if (entry === undefined) {
    throw new NotFoundError(`There is no FAQ entry "${slug.slice(0, 100)}"`, ['replacedBy']);
  }
  if (entry.id === id) throw new InvalidInputError('An entry cannot replace itself', ['replacedBy']);
  if (entry.status !== 'PUBLISHED') {
    throw new ConflictError(`The FAQ entry "${slug}" is not published`, ['replacedBy']);
  }
  return entry;
}

function assertReplacement(id: string | null): WriteStatement[] {
  if (id === null) return [];
  const isThere = sql`exists (select 1 from ${faqEntries} where ${faqEntries.id} = ${id} and ${faqEntries.status} = 'PUBLISHED')`;
  return [assertThat('replacement is published', isThere)];
}

function hideEntry(orm: Orm, entryId: string): WriteStatement[] {
  return [
    orm.delete(faqAliases).where(eq(faqAliases.entryId, entryId)),
    orm.delete(faqTopics).where(eq(faqTopics.entryId, entryId)),
    ...removeSearchDocument(orm, entryId),
  ];
}

interface EntryChange {
  action: string;
  change: Partial<EntryRow>;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  more?: readonly WriteStatement[];
}

async function write(
  db: Database,
  entry: EntryRow,
  { action, change, before, after, more = [] }: EntryChange,
  act: Act,
): Promise<ChangedEntry> {
  const { orm } = db;
  const { id, communityId, slug, revision } = entry;
  const unchanged = sql`exists (select 1 from ${faqEntries} where ${faqEntries.id} = ${id} and ${faqEntries.revision} = ${revision})`;
  try {
    return await commit(db, act, {
      statements: [
        assertThat('entry is unchanged', unchanged),
        orm
          .update(faqEntries)
          .set({ ...change, revision: revision + 1, updatedAt: act.now })
          .where(eq(faqEntries.id, id)),
        ...more,
        recordAct(orm, act, { communityId, action, subjectId: id, details: { slug }, before, after }),
        ...entryChange(orm, entry, change, act),
      ],
      result: { entryId: id, revision: revision + 1 },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw new ConflictError(
      `The FAQ entry "${slug}" was changed by somebody else: look at it again`,
      ['slug'],
      {
        cause: error,
      },
    );
  }
}

/** Nothing where readers never had it. */
function entryChange(
  orm: Orm,
  { id: subjectId, communityId, slug, status }: EntryRow,
  change: Partial<EntryRow>,
  { now }: Act,
): WriteStatement[] {
  if (status !== 'PUBLISHED') return [];
  const kind = change.status === 'OBSOLETE' ? 'FAQ_ENTRY_OBSOLETED' : 'FAQ_ENTRY_UPDATED';
  return recordChange(orm, { kind, communityId, subjectId, slug }, now);
}
