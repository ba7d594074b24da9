import { signatureOf, type Act } from '../audit/actor.ts';
import { checkReason } from '../briefings/check-reason.ts';
import type { BriefingDocument, Claim, Grading } from '../briefings/document.ts';
import type { BriefingName } from '../briefings/read-head.ts';
import { revisePublished, type RevisedBriefing } from '../briefings/revise-published.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { followGradings } from './regrade-claims.ts';

export interface GradeInput
  extends BriefingName, Pick<Grading, 'status' | 'credibility' | 'reason' | 'reliability'> {
  claimId: string;
  /** The number of the published revision that was looked at. */
  expectedRevision: number;
}

/** A new judgement on a claim: for every reader at once, beside all earlier ones, and in the public record. */
export async function gradeClaim(
  db: Database,
  {
    communityId,
    slug,
    claimId,
    expectedRevision,
    status,
    credibility,
    reliability = null,
    ...input
  }: GradeInput,
  act: Act,
): Promise<RevisedBriefing> {
  const reason = checkReason(input.reason);
  if (credibility < 1 || credibility > 6) {
    throw new InvalidInputError(
      '"credibility" must be from 1 (confirmed) to 5 (improbable), or 6: cannot be judged',
      ['credibility'],
    );
  }
  const gradedAt = act.now.toISOString();
  const grading: Grading = {
    status,
    credibility,
    reliability,
    reason,
    gradedBy: signatureOf(act.actor),
    gradedAt,
  };
  const grade = (document: BriefingDocument): BriefingDocument => ({
    ...document,
    claims: document.claims.map((claim) =>
      claim.id === claimId
        ? {
            ...claim,
            status,
            credibility,
            reliability: reliability ?? claim.reliability ?? null,
            gradings: [...claim.gradings, grading],
          }
        : claim,
    ),
  });
  const record = (document: BriefingDocument) => {
    const claim = findClaim(document, claimId);
    if (isJudgedSo(claim, { status, credibility, reliability })) {
      throw new InvalidInputError('The claim is judged so already: there is nothing to tell readers', [
        'status',
      ]);
    }
    const told = ({ status: given, credibility: from1to6, reliability: carriers }: Judged) =>
      `“${claim.text}”: ${given}, credibility ${from1to6}${carriers ? `, reliability ${carriers}` : ''}`;
    return { kind: 'GRADING' as const, wrong: told(claim), right: told(grading), reason };
  };
  const carry = (draft: BriefingDocument, graded: BriefingDocument) =>
    followGradings(draft, graded, WORDED_OTHERWISE, act);
  const revising = { action: 'claim.grade', expectedRevision, reason, change: grade, carry, record };
  return revisePublished(db, { communityId, slug }, revising, act);
}

const WORDED_OTHERWISE = 'The draft words it otherwise than what was judged.';

type Judged = Pick<Claim, 'status' | 'credibility' | 'reliability'>;

/** A reliability that is not given stays as it is. */
function isJudgedSo(claim: Claim, { status, credibility, reliability }: Judged): boolean {
  return (
    claim.gradings.length > 0 &&
    claim.status === status &&
    claim.credibility === credibility &&
    (reliability === null || reliability === claim.reliability)
  );
}

function findClaim({ claims }: BriefingDocument, claimId: string): Claim {
  const claim = claims.find(({ id }) => id === claimId);
  if (claim === undefined) {
    throw new NotFoundError(`The briefing has no claim "${claimId.slice(0, 80)}"`, ['claimId']);
  }
  return claim;
}
