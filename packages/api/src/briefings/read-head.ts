import { and, eq, ne, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../database/client.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import type { EntryRow } from '../faq/compose-entry.ts';
import { withoutDuplicates } from '../faq/find-duplicates.ts';
import { faqEntries } from '../faq/table.ts';
import type { Provenance } from './compose-draft.ts';
import { RevisionConflictError } from './errors.ts';
import { availabilityOf } from './status.ts';
import { briefings, revisions } from './table.ts';

export type BriefingRow = typeof briefings.$inferSelect;
export type RevisionRow = typeof revisions.$inferSelect;

/** A briefing as editors work on it. */
export interface Head {
  briefing: BriefingRow;
  /** What editors see. */
  revision: RevisionRow;
  /** What readers get, or got until it was withdrawn; null: never anything. */
  published: RevisionRow | null;
}

export interface BriefingName {
  communityId: string;
  slug: string;
}

const publishedRevision = alias(revisions, 'published_revision');

export async function readHead(db: Database, { communityId, slug }: BriefingName): Promise<Head> {
  const [head] = await selectHead(db, and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (!head) throw new NotFoundError(`There is no briefing "${slug.slice(0, 100)}"`, ['slug']);
  return head;
}

/** For those who come from something the briefing was made of. */
export async function readHeadOf(db: Database, briefingId: string): Promise<Head | null> {
  const [head] = await selectHead(db, eq(briefings.id, briefingId));
  return head ?? null;
}

function selectHead(db: Database, which: SQL | undefined): Promise<Head[]> {
  return db.orm
    .select({ briefing: briefings, revision: revisions, published: publishedRevision })
    .from(briefings)
    .innerJoin(revisions, eq(revisions.id, briefings.headRevisionId))
    .leftJoin(publishedRevision, eq(publishedRevision.id, briefings.publishedRevisionId))
    .where(which)
    .then((rows) => rows);
}

/** For acts on the head that one has seen: refuses when it is another by now, or was withdrawn. */
export function checkHead({ briefing, revision }: Head, expectedRevision: number | undefined): void {
  checkNotWithdrawn(briefing);
  if (expectedRevision !== undefined && expectedRevision !== revision.number) {
    throw new RevisionConflictError(briefing, expectedRevision, revision);
  }
}

export function checkNotWithdrawn({ slug, status }: BriefingRow): void {
  if (availabilityOf(status) !== 'WITHDRAWN') return;
  throw new ConflictError(
    `The briefing "${slug}" was withdrawn, which is for ever: write another one under a slug of its own`,
    ['slug'],
  );
}

/** Nothing is left of a revision that was redacted as a whole: readers are given another one. */
export function checkNotRedacted({ briefing: { slug }, revision: { number, redactedAt } }: Head): void {
  if (redactedAt === null) return;
  throw new ConflictError(
    `Revision ${number} of the briefing "${slug}" was redacted, and nothing is left of it: edit it first`,
    ['slug'],
  );
}

/** The FAQ entries bound to it that readers see or will see with it: a draft that another entry answers already stays one. */
export async function readBoundEntries(db: Database, briefingId: string): Promise<EntryRow[]> {
  const entries = await db.orm
    .select()
    .from(faqEntries)
    .where(and(eq(faqEntries.briefingId, briefingId), ne(faqEntries.status, 'OBSOLETE')));
  return withoutDuplicates(db, entries);
}

/** What the write set found instead of what had been read: the typed conflict of whoever was too late. */
export async function conflictAt(
  db: Database,
  name: BriefingName,
  seen: RevisionRow,
  cause: Error,
): Promise<Error> {
  const { briefing, revision } = await readHead(db, name);
  return revision.id === seen.id
    ? new ConflictError(
        `The briefing "${name.slug}" was changed by somebody else: look at it again`,
        ['slug'],
        { cause },
      )
    : new RevisionConflictError(briefing, seen.number, revision, { cause });
}

export function provenanceOf({ createdBy, reviewedBy, importedFrom, generatedBy }: RevisionRow): Provenance {
  return { createdBy, reviewedBy, importedFrom, generatedBy };
}
