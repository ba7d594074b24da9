/** What the audit log keeps of a redaction: which pieces it touched and how many words there were, never which. */
import { countWords } from '@communique/shared/text';
import { diffDocuments } from '../briefings/diff-documents.ts';
import { documentText } from '../briefings/plain-text.ts';
import { provenanceOf } from '../briefings/read-head.ts';
import { readableDocument } from '../briefings/readable-document.ts';
import type { RedactedBriefing, RedactedRevision } from './compose-redaction.ts';

export function describeRedaction(redacted: readonly RedactedBriefing[]) {
  const changed = redacted.flatMap(({ briefing: { slug }, revisions }) =>
    revisions.map((revision) => ({ slug, revision })),
  );
  return {
    before: {
      revisions: changed.map(({ slug, revision: { old } }) => ({
        slug,
        number: old.number,
        words: old.wordCount,
      })),
    },
    after: {
      revisions: changed.map(({ slug, revision }) => ({
        slug,
        number: revision.old.number,
        words: countWords(documentText(revision.document)),
        pieces: touchedPieces(revision),
      })),
    },
  };
}

/** By their ids of afterwards: those of before may be made of the very words. */
function touchedPieces({ old, document }: RedactedRevision): string[] {
  const provenance = provenanceOf(old);
  const before = readableDocument(old.document, provenance);
  const changes = diffDocuments(before, readableDocument(document, provenance));
  return changes.flatMap(({ piece, after }) => (after === null ? [] : [piece.id]));
}
