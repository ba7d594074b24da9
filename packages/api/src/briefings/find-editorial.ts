/** Briefings as those who write them see them: drafts, every revision, what is planned. Who may is decided by the caller. */
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { NotFoundError } from '../domain-errors.ts';
import type { PublishedBriefing } from './find-briefings.ts';
import { provenanceOf, type BriefingName, type BriefingRow, type RevisionRow } from './read-head.ts';
import { readableDocument } from './readable-document.ts';
import { briefings, revisions } from './table.ts';

export type EditorialBriefing = BriefingRow & {
  /** Its revisions when an act on it was answered; missing: those of now. */
  asThen?: { head: EditorialRevision | null; published: EditorialRevision | null };
};

/** Any revision, published or not. */
export interface EditorialRevision extends Pick<
  PublishedBriefing,
  'communityId' | 'slug' | 'revision' | 'document' | 'wordCount' | 'provenance'
> {
  revisionId: string;
  reason: string;
  createdAt: Date;
  publishedAt: Date | null;
  redactedAt: Date | null;
}

export async function findEditorialBriefing(
  db: Database,
  { communityId, slug }: BriefingName,
): Promise<EditorialBriefing> {
  const [briefing] = await db.orm
    .select()
    .from(briefings)
    .where(and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (briefing === undefined) {
    throw new NotFoundError(`There is no briefing "${slug.slice(0, 100)}"`, ['slug']);
  }
  return briefing;
}

export async function findEditorialBriefings(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, EditorialBriefing>> {
  const rows = await db.orm
    .select()
    .from(briefings)
    .where(inArray(briefings.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** By the id of the original: its translations, drafts included, by language. */
export async function findEditorialTranslations(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, EditorialBriefing[]>> {
  const rows = await db.orm
    .select()
    .from(briefings)
    .where(inArray(briefings.translationOf, [...ids]))
    .orderBy(asc(briefings.language));
  return Map.groupBy(rows, ({ translationOf }) => translationOf ?? '');
}

export async function findRevisionsOf(
  db: Database,
  { id, communityId, slug }: EditorialBriefing,
  page: { limit: number; after: number | null },
): Promise<EditorialRevision[]> {
  const rows = await db.orm
    .select()
    .from(revisions)
    .where(
      and(eq(revisions.briefingId, id), page.after === null ? undefined : lt(revisions.number, page.after)),
    )
    .orderBy(desc(revisions.number))
    .limit(page.limit);
  return rows.map((row) => editorialRevision({ communityId, slug }, row));
}

/** By id, whatever briefings they are of. */
export async function findEditorialRevisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, EditorialRevision>> {
  if (ids.length === 0) return new Map();
  const rows = await db.orm
    .select({ revision: revisions, communityId: briefings.communityId, slug: briefings.slug })
    .from(revisions)
    .innerJoin(briefings, eq(briefings.id, revisions.briefingId))
    .where(inArray(revisions.id, [...ids]));
  return new Map(rows.map(({ revision, ...name }) => [revision.id, editorialRevision(name, revision)]));
}

export function editorialRevision(name: BriefingName, row: RevisionRow): EditorialRevision {
  const provenance = provenanceOf(row);
  return {
    ...name,
    revisionId: row.id,
    revision: row.number,
    document: readableDocument(row.document, provenance),
    wordCount: row.wordCount,
    provenance,
    reason: row.reason,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
    redactedAt: row.redactedAt,
  };
}
