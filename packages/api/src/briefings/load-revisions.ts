import { sql } from 'drizzle-orm';
import type { Database, Orm } from '../database/client.ts';
import { createDocumentCache, type ReadableRevision } from './document-cache.ts';
import type { BriefingDocument } from './document.ts';
import { readableDocument } from './readable-document.ts';
import type { GENERATORS } from './document.ts';

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
    };
    cache.set(revision, json.length);
    loaded.set(row.revisionId, revision);
  }
  return loaded;
}

function documentCache() {
  return createDocumentCache();
}

type Tuple = [
  revisionId: string,
  briefingId: string,
  communityId: string,
  slug: string,
  number: number,
  wordCount: number,
  createdBy: string,
  reviewedBy: string | null,
  importedFrom: string | null,
  generatedBy: (typeof GENERATORS)[number],
  publishedAt: number,
  json: string,
];

async function readRevisions(db: Database, ids: string[]) {
  if (ids.length === 0) return [];
  const tuples = await db.once(revisionsByIds)({ ids: JSON.stringify(ids) });
  return tuples.map((tuple) => {
    const [revisionId, briefingId, communityId, slug, number, wordCount, ...rest] = tuple;
    const [createdBy, reviewedBy, importedFrom, generatedBy, publishedAt, json] = rest;
    const provenance = { createdBy, reviewedBy, importedFrom, generatedBy };
    const publication = new Date(publishedAt);
    return {
      revisionId,
      briefingId,
      communityId,
      slug,
      number,
      wordCount,
      provenance,
      publishedAt: publication,
      json,
    };
  });
}

function revisionsByIds(_orm: Orm, db: Database) {
  return db.tuples<Tuple>(sql`select r.id, r.briefing_id, b.community_id, b.slug, r.number, r.word_count, r.created_by, r.reviewed_by,
      r.imported_from, r.generated_by, r.published_at, r.document
    from revisions r cross join briefings b on b.id = r.briefing_id
    where r.id in (select value from json_each(${sql.placeholder('ids')})) and r.published_at is not null and r.redacted_at is null`);
}
