import type { BriefingDocument } from '../briefings/document.ts';
import { keepOutcomes } from '../briefings/keep-outcomes.ts';

/** What an article never says is kept as editors wrote it; the public record of what it still says, too. */
export function keepEditorsWords(current: BriefingDocument, written: BriefingDocument): BriefingDocument {
  const known = new Map(current.claims.map((claim) => [claim.id, claim]));
  return {
    ...written,
    importance: current.importance,
    contentWarnings: current.contentWarnings,
    corrections: current.corrections,
    scenarios: keepOutcomes(current, written),
    topics: current.topics.length > 0 ? current.topics : written.topics,
    claims: written.claims.map((claim) => {
      const before = known.get(claim.id);
      if (before === undefined) return claim;
      const { status, credibility, reliability, gradings } = before;
      return { ...claim, status, credibility, reliability, gradings };
    }),
  };
}
