/** What becomes of the judgements on claims when a correction changes what they say. */
import { signatureOf, type Act } from '../audit/actor.ts';
import type { BriefingDocument, Claim, Grading } from '../briefings/document.ts';

/** A quotation whose words are put right is another one: nobody has judged it yet, and its record says so. */
export function regradeChangedQuotes(
  before: BriefingDocument,
  after: BriefingDocument,
  reason: string,
  { now, actor }: Act,
): BriefingDocument {
  const known = new Map(before.claims.map((claim) => [claim.id, claim]));
  const grading: Grading = {
    status: 'UNVERIFIED',
    credibility: 6,
    gradedBy: signatureOf(actor),
    gradedAt: now.toISOString(),
    reason: `The words of the quotation were corrected: ${reason}`,
  };
  const regrade = (claim: Claim): Claim => {
    const earlier = known.get(claim.id);
    if (earlier === undefined || isUngraded(claim) || !isOtherQuote(earlier, claim)) return claim;
    const { status, credibility } = grading;
    return { ...claim, status, credibility, gradings: [...claim.gradings, grading] };
  };
  return { ...after, claims: after.claims.map(regrade) };
}

/** A draft tells the same of its claims as what readers have. */
export function followGradings(draft: BriefingDocument, published: BriefingDocument): BriefingDocument {
  const known = new Map(published.claims.map((claim) => [claim.id, claim]));
  const follow = (claim: Claim): Claim => {
    const { status, credibility, reliability, gradings } = known.get(claim.id) ?? claim;
    return { ...claim, status, credibility, reliability, gradings };
  };
  return { ...draft, claims: draft.claims.map(follow) };
}

function isUngraded({ status, credibility }: Claim): boolean {
  return status === 'UNVERIFIED' && credibility === 6;
}

/** A paraphrase is the editors' own wording: what was judged is what it says, and they answer for that. */
function isOtherQuote(before: Claim, after: Claim): boolean {
  const isQuote = before.verbatim || after.verbatim;
  const isSame =
    before.verbatim === after.verbatim && before.text === after.text && before.speaker === after.speaker;
  return isQuote && !isSame;
}
