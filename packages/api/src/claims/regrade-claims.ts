/** What becomes of the judgements on claims when a revision words them otherwise. */
import { signatureOf, type Act } from '../audit/actor.ts';
import type { BriefingDocument, Claim, Grading } from '../briefings/document.ts';

/** A quotation whose words are changed is another one: nobody has judged it yet, and its record says so. */
export function regradeChangedQuotes(
  before: BriefingDocument,
  after: BriefingDocument,
  reason: string,
  act: Act,
): BriefingDocument {
  const known = new Map(before.claims.map((claim) => [claim.id, claim]));
  const ungraded = ungradedNow(reason, act);
  const regrade = (claim: Claim): Claim => {
    const earlier = known.get(claim.id);
    return earlier === undefined || !isOtherQuote(earlier, claim) ? claim : withoutJudgement(claim, ungraded);
  };
  return { ...after, claims: after.claims.map(regrade) };
}

/** A draft tells the same of its claims as what readers have; a quotation that it words otherwise is judged by nobody there either. */
export function followGradings(
  draft: BriefingDocument,
  published: BriefingDocument,
  reason: string,
  act: Act,
): BriefingDocument {
  const known = new Map(published.claims.map((claim) => [claim.id, claim]));
  const ungraded = ungradedNow(reason, act);
  const follow = (claim: Claim): Claim => {
    const judged = known.get(claim.id);
    if (judged === undefined) return claim;
    const { status, credibility, reliability, gradings } = judged;
    const followed = { ...claim, status, credibility, reliability, gradings };
    if (!isOtherQuote(judged, claim)) return followed;
    const earlier = claim.gradings.at(-1);
    return withoutJudgement(followed, earlier !== undefined && isUngraded(earlier) ? earlier : ungraded);
  };
  return { ...draft, claims: draft.claims.map(follow) };
}

function ungradedNow(reason: string, { now, actor }: Act): Grading {
  return {
    status: 'UNVERIFIED',
    credibility: 6,
    gradedBy: signatureOf(actor),
    gradedAt: now.toISOString(),
    reason: `The words of the quotation were changed: ${reason}`,
  };
}

function withoutJudgement(claim: Claim, ungraded: Grading): Claim {
  if (isUngraded(claim)) return claim;
  const { status, credibility } = ungraded;
  return { ...claim, status, credibility, gradings: [...claim.gradings, ungraded] };
}

function isUngraded({ status, credibility }: Pick<Grading, 'status' | 'credibility'>): boolean {
  return status === 'UNVERIFIED' && credibility === 6;
}

/** A paraphrase is the editors' own wording: what was judged is what it says, and they answer for that. */
function isOtherQuote(before: Claim, after: Claim): boolean {
  const isQuote = before.verbatim || after.verbatim;
  const isSame =
    before.verbatim === after.verbatim && before.text === after.text && before.speaker === after.speaker;
  return isQuote && !isSame;
}
