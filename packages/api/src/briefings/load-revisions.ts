import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { createDocumentCache, type ReadableRevision } from './document-cache.ts';
import type { BriefingDocument } from './document.ts';
import { readableDocument } from './readable-document.ts';
import { briefings, revisions } from './table.ts';

/** Revisions by id, out of memory where they are known, the others in one query. Never one that readers were not given. */
export async function loadRevisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, ReadableRevision>> {
  const cache = db.once(documentCache);
  const loaded = new Map<string, ReadableRevision>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const known = cache.get(id);
    if (known === undefined) missing.push(id);
    else loaded.set(id, known);
  }
  for (const { json, ...row } of await readRevisions(db, missing)) {
    // The JSON was checked against the schema before it was stored (`checkDocument`).
    const document: BriefingDocument = JSON.parse(json);
    const revision = {
      ...row,
      document: readableDocument(document, row.provenance),
      publishedAt: row.publishedAt ?? new Date(0),
    };
    cache.set(revision, json.length);
    loaded.set(row.revisionId, revision);
  }
  return loaded;
}

function documentCache() {
  return createDocumentCache();
}

async function readRevisions(db: Database, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db.orm
    .select({
      revisionId: revisions.id,
      briefingId: revisions.briefingId,
      communityId: briefings.communityId,
      slug: briefings.slug,
      number: revisions.number,
      wordCount: revisions.wordCount,
      createdBy: revisions.createdBy,
      reviewedBy: revisions.reviewedBy,
      importedFrom: revisions.importedFrom,
      generatedBy: revisions.generatedBy,
      publishedAt: revisions.publishedAt,
      json: sql<string>`${revisions.document}`,
    })
    .from(revisions)
    .innerJoin(briefings, eq(briefings.id, revisions.briefingId))
    .where(and(inArray(revisions.id, ids), isNotNull(revisions.publishedAt), isNull(revisions.redactedAt)));
  return rows.map(({ createdBy, reviewedBy, importedFrom, generatedBy, ...row }) => ({
    ...row,
    provenance: { createdBy, reviewedBy, importedFrom, generatedBy },
  }));
}
