import type { BriefingDocumentInput } from '../../briefings/document.ts';
import type { Attribution } from '../speech/extract-claims.ts';
import type { IdRegistry } from './id-registry.ts';
import type { SourceList } from './draft-sources.ts';
import { mergeCitations } from './read-citations.ts';

export type DraftClaim = NonNullable<BriefingDocumentInput['claims']>[number];

export interface DraftedClaim {
  claim: DraftClaim;
  from: Attribution;
}

interface ClaimContext {
  ids: IdRegistry;
  sources: SourceList;
  now: Date;
}

// A briefing holds at most 1,000.
const MAX_CLAIMS = 1_000;

/** Every claim begins unverified; where the text itself says that nobody verified it, that is kept as the first grading. */
export function draftClaims(
  claims: readonly Attribution[],
  { ids, sources, now }: ClaimContext,
): DraftedClaim[] {
  return claims.slice(0, MAX_CLAIMS).map((from, index) => {
    const { verbatim, text, speaker, office, reportedBy, statedOnText, origin, doubt } = from;
    const claim: DraftClaim = {
      id: ids.unique(`claim-${index + 1}`),
      verbatim,
      text,
      speaker: speaker?.name ?? null,
      speakerRole: speaker === null ? office : speaker.role,
      statedOnText,
      reportedBy,
      citations: mergeCitations(sources.article, sources.citePublishers(reportedBy)),
      gradings:
        doubt === null
          ? []
          : [
              {
                status: 'UNVERIFIED',
                credibility: 6,
                gradedBy: GRADED_BY,
                gradedAt: now.toISOString(),
                reason: doubt,
              },
            ],
      origin,
    };
    return { claim, from };
  });
}

const GRADED_BY = 'The article itself';
