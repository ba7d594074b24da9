import { signatureOf, type Act } from '../audit/actor.ts';
import { checkReason } from '../briefings/check-reason.ts';
import type { BriefingDocument, Claim, Grading } from '../briefings/document.ts';
import { writeHead } from '../briefings/edit-briefing.ts';
import {
  checkHead,
  provenanceOf,
  readHead,
  type BriefingName,
  type Head,
  type RevisionRow,
} from '../briefings/read-head.ts';
import { revisePublished, type RevisedBriefing } from '../briefings/revise-published.ts';
import type { Database } from '../database/client.ts';
import { InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { followGradings } from './regrade-claims.ts';

export interface GradeInput
  extends BriefingName, Pick<Grading, 'status' | 'credibility' | 'reason' | 'reliability'> {
  claimId: string;
  /** The number of the revision that was looked at: the published one where readers have the claim, else the head. */
  expectedRevision: number;
}

/**
 * A new judgement on a claim, beside all earlier ones: where readers have the claim for every one of them at once, with a public record;
 * where only a draft has it, in the draft.
 */
export async function gradeClaim(
  db: Database,
  { communityId, slug, claimId, expectedRevision, reliability = null, ...input }: GradeInput,
  act: Act,
): Promise<RevisedBriefing> {
  const reason = checkReason(input.reason);
  const { status, credibility } = input;
  if (credibility < 1 || credibility > 6) {
    throw new InvalidInputError(
      '"credibility" must be from 1 (confirmed) to 5 (improbable), or 6: cannot be judged',
      ['credibility'],
    );
  }
  const grading: Grading = {
    status,
    credibility,
    reliability,
    reason,
    gradedBy: signatureOf(act.actor),
    gradedAt: act.now.toISOString(),
  };
  const wish = { communityId, slug, claimId, expectedRevision, grading };
  const head = await readHead(db, { communityId, slug });
  return hasClaim(head.published, claimId)
    ? gradePublished(db, head.published, wish, act)
    : gradeDraft(db, head, wish, act);
}

interface GradeWish extends BriefingName {
  claimId: string;
  expectedRevision: number;
  grading: Grading;
}

function hasClaim(published: Head['published'], claimId: string): published is RevisionRow {
  return published?.document.claims.some(({ id }) => id === claimId) ?? false;
}

async function gradePublished(
  db: Database,
  { document: seen }: RevisionRow,
  { communityId, slug, claimId, expectedRevision, grading }: GradeWish,
  act: Act,
): Promise<RevisedBriefing> {
  const { reason } = grading;
  const record = (document: BriefingDocument) => {
    const claim = findUnjudged(document, claimId, grading);
    const told = ({ status: given, credibility: from1to6, reliability: carriers }: Judged) =>
      `“${claim.text}”: ${given}, credibility ${from1to6}${carriers ? `, reliability ${carriers}` : ''}`;
    return { kind: 'GRADING' as const, wrong: told(claim), right: told(grading), reason };
  };
  const revising = {
    action: 'claim.grade',
    expectedRevision,
    reason,
    change: (document: BriefingDocument) => withGrading(document, claimId, grading),
    carry: (draft: BriefingDocument, graded: BriefingDocument) =>
      followGradings(draft, graded, WORDED_OTHERWISE, act),
    record,
    also: { statements: [], ...judgedBeforeAndAfter(seen, claimId, grading) },
  };
  return revisePublished(db, { communityId, slug }, revising, act);
}

/** Nobody was told anything else before: there is nothing to put right in public. */
async function gradeDraft(
  db: Database,
  head: Head,
  { claimId, expectedRevision, grading }: GradeWish,
  act: Act,
): Promise<RevisedBriefing> {
  checkHead(head, expectedRevision);
  const { document } = head.revision;
  findUnjudged(document, claimId, grading);
  const provenance = { ...provenanceOf(head.revision), reviewedBy: null };
  const graded = withGrading(document, claimId, grading);
  const also = judgedBeforeAndAfter(document, claimId, grading);
  const next = { action: 'claim.grade', document: graded, provenance, reason: grading.reason, also };
  return { ...(await writeHead(db, head, next, act)), correctionId: null };
}

/** For the audit log: judgements are no words. */
function judgedBeforeAndAfter(document: BriefingDocument, claimId: string, grading: Grading) {
  const judgementIn = ({ claims }: BriefingDocument) => {
    const claim = claims.find(({ id }) => id === claimId);
    if (claim === undefined) return {};
    const { status, credibility, reliability = null } = claim;
    return { claimId, status, credibility, reliability };
  };
  return { before: judgementIn(document), after: judgementIn(withGrading(document, claimId, grading)) };
}

function withGrading(document: BriefingDocument, claimId: string, grading: Grading): BriefingDocument {
  const { status, credibility, reliability } = grading;
  const grade = (claim: Claim): Claim => ({
    ...claim,
    status,
    credibility,
    reliability: reliability ?? claim.reliability ?? null,
    gradings: [...claim.gradings, grading],
  });
  return {
    ...document,
    claims: document.claims.map((claim) => (claim.id === claimId ? grade(claim) : claim)),
  };
}

const WORDED_OTHERWISE = 'The draft words it otherwise than what was judged.';

type Judged = Pick<Claim, 'status' | 'credibility' | 'reliability'>;

/** A reliability that is not given stays as it is. */
function isJudgedSo(claim: Claim, { status, credibility, reliability }: Judged): boolean {
  return (
    claim.gradings.length > 0 &&
    claim.status === status &&
    claim.credibility === credibility &&
    (!reliability || reliability === claim.reliability)
  );
}

/** The claim as it was judged before. */
function findUnjudged({ claims }: BriefingDocument, claimId: string, grading: Grading): Claim {
  const claim = claims.find(({ id }) => id === claimId);
  if (claim === undefined) {
    throw new NotFoundError(`The briefing has no claim "${claimId.slice(0, 80)}"`, ['claimId']);
  }
  if (!isJudgedSo(claim, grading)) return claim;
  throw new InvalidInputError('The claim is judged so already: there is nothing to tell readers', ['status']);
}
