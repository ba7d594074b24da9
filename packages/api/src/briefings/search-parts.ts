import type { SearchablePart } from '../search/save-search-document.ts';
import type { BriefingDocument } from './document.ts';
import { claimText, sectionTexts } from './plain-text.ts';

/** What of a briefing is found by itself: its sections and claims. */
export function searchParts(document: BriefingDocument): SearchablePart[] {
  return [
    ...sectionTexts(document).map(({ id, heading, text }) => ({
      kind: 'SECTION' as const,
      subjectId: id,
      title: heading ?? document.title,
      body: text,
    })),
    ...document.claims.map((claim) => ({
      kind: 'CLAIM' as const,
      subjectId: claim.id,
      title: claim.text,
      body: claimText(claim),
    })),
  ];
}
