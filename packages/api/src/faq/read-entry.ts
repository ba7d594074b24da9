/** An FAQ entry as those who edit it work on it. */
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import type { EntryRow } from './compose-entry.ts';
import { EntryConflictError } from './errors.ts';
import { faqEntries } from './table.ts';

export interface EntryName {
  communityId: string;
  slug: string;
  /** The revision that was looked at; missing: whatever is there. */
  expectedRevision?: number | undefined;
}

export async function readEntry(
  db: Database,
  { communityId, slug, expectedRevision }: EntryName,
): Promise<EntryRow> {
  const [entry] = await db.orm
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.communityId, communityId), eq(faqEntries.slug, slug)));
  if (entry === undefined) {
    throw new NotFoundError(`There is no FAQ entry "${slug.slice(0, 100)}"`, ['slug']);
  }
  if (expectedRevision !== undefined && expectedRevision !== entry.revision) {
    throw new EntryConflictError(entry, expectedRevision);
  }
  return entry;
}

/** One that can be changed: an obsolete one stays as it is, unless it is restored. */
export async function readLivingEntry(db: Database, name: EntryName): Promise<EntryRow> {
  const entry = await readEntry(db, name);
  if (entry.status !== 'OBSOLETE') return entry;
  throw new ConflictError(`The FAQ entry "${name.slug}" is obsolete: restore it first`, ['slug']);
}
