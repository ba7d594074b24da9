/**
 * Parsed documents in memory. A revision never changes, so an entry is never out of date, on any number of machines; what is bounded
 * is the memory. The size of a document is counted as that of its JSON.
 */
import type { ReadableDocument } from './readable-document.ts';
import type { Provenance } from './compose-draft.ts';

/** What never changes once a revision is published. */
export interface ReadableRevision {
  revisionId: string;
  /** Whose revision it is. A briefing never changes its slug or its community. */
  briefingId: string;
  communityId: string;
  slug: string;
  number: number;
  document: ReadableDocument;
  wordCount: number;
  provenance: Provenance;
  publishedAt: Date;
}

export interface DocumentCache {
  get(revisionId: string): ReadableRevision | undefined;
  set(revision: ReadableRevision, bytes: number): void;
}

// An object graph takes about three times the bytes of its JSON: 16 MB of JSON are about 50 MB of memory.
const MAX_BYTES = 16 * 1024 * 1024;

/** Forgets what was not asked for longest. */
export function createDocumentCache(maxBytes = MAX_BYTES): DocumentCache {
  const entries = new Map<string, { revision: ReadableRevision; bytes: number }>();
  let total = 0;
  return {
    get(revisionId) {
      const entry = entries.get(revisionId);
      if (entry === undefined) return undefined;
      // A map keeps the order of insertion: putting it in again makes it the newest.
      entries.delete(revisionId);
      entries.set(revisionId, entry);
      return entry.revision;
    },
    set(revision, bytes) {
      if (bytes > maxBytes || entries.has(revision.revisionId)) return;
      entries.set(revision.revisionId, { revision, bytes });
      total += bytes;
      for (const [oldest, entry] of entries) {
        if (total <= maxBytes) break;
        entries.delete(oldest);
        total -= entry.bytes;
      }
    },
  };
}
