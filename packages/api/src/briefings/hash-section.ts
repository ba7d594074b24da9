import { createHash } from 'node:crypto';
import type { BriefingDocument } from './document.ts';

/**
 * What a section says, as one number: an answer that was verified against it is stale when this has changed. Null when there is no such
 * section. Ids, origins, render hints and provenance do not count, they say nothing.
 */
export function hashSection(document: BriefingDocument, sectionId: string): string | null {
  const section = document.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return null;
  const claims = new Map(
    document.claims.map(({ id, text, speaker, status }) => [id, { text, speaker, status }]),
  );
  const content = section.blocks.map(
    ({ id: _id, origin: _origin, hints: _hints, provenance: _provenance, ...block }) =>
      block.type === 'QUOTE' ? { ...block, claim: claims.get(block.claimId) } : block,
  );
  return createHash('sha256')
    .update(JSON.stringify([section.heading, content]))
    .digest('hex');
}
