/** A draft's way to readers: submitted, approved or sent back. Nothing of its text changes. */
import { eq } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { checkReason } from './check-reason.ts';
import { assertUnmoved, moveHead } from './compose-revision.ts';
import type { EditedBriefing } from './create-briefing.ts';
import { checkHead, checkNotRedacted, conflictAt, readHead, type BriefingName } from './read-head.ts';
import type { HeadState } from './status.ts';
import { revisions } from './table.ts';

export interface DraftMove extends BriefingName {
  /** The number of the head revision that was looked at. */
  expectedRevision: number;
}

/** Asks for a review. */
export function submitForReview(db: Database, draft: DraftMove, act: Act): Promise<EditedBriefing> {
  return moveDraft(db, draft, { action: 'briefing.submit', from: ['DRAFT'], to: 'IN_REVIEW' }, act);
}

/** From now on it may be published; its revision says who reviewed it. */
export function approveBriefing(db: Database, draft: DraftMove, act: Act): Promise<EditedBriefing> {
  return moveDraft(db, draft, { action: 'briefing.approve', from: ['IN_REVIEW'], to: 'APPROVED' }, act);
}

/** Back to whoever writes it. What waited for its hour does not come out any more. */
export async function sendBackBriefing(
  db: Database,
  { reason, ...draft }: DraftMove & { reason: string },
  act: Act,
): Promise<EditedBriefing> {
  const from: HeadState[] = ['IN_REVIEW', 'APPROVED', 'SCHEDULED'];
  const details = { reason: checkReason(reason) };
  return moveDraft(db, draft, { action: 'briefing.send_back', from, to: 'DRAFT', details }, act);
}

interface Move {
  action: string;
  from: readonly HeadState[];
  to: 'DRAFT' | 'IN_REVIEW' | 'APPROVED';
  details?: Record<string, unknown>;
}

async function moveDraft(
  db: Database,
  { communityId, slug, expectedRevision }: DraftMove,
  { action, from, to, details = {} }: Move,
  act: Act,
): Promise<EditedBriefing> {
  const head = await readHead(db, { communityId, slug });
  checkHead(head, expectedRevision);
  if (to !== 'DRAFT') checkNotRedacted(head);
  const { briefing, revision } = head;
  if (!from.includes(briefing.headState)) {
    throw new ConflictError(
      `Revision ${revision.number} of the briefing "${slug}" is ${briefing.headState}: this needs ${from.join(' or ')}`,
      ['slug'],
    );
  }
  const { orm } = db;
  const reviewedBy = to === 'APPROVED' ? signatureOf(act.actor) : null;
  const review: WriteStatement = orm
    .update(revisions)
    .set({ reviewedBy })
    .where(eq(revisions.id, revision.id));
  try {
    return await commit(db, act, {
      statements: [
        assertUnmoved(briefing),
        moveHead(orm, briefing, revision, to),
        review,
        recordAct(act, {
          communityId,
          action,
          subjectId: briefing.id,
          details: { slug, revision: revision.number, ...details },
          before: { state: briefing.headState },
          after: { state: to },
        }),
      ],
      result: { briefingId: briefing.id, revisionId: revision.id },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw await conflictAt(db, { communityId, slug }, revision, error);
  }
}
