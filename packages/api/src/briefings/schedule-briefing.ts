/** Changes that are to happen at an instant; `run-timed-changes.ts` carries them out. */
import { eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct, type AuditEntry } from '../audit/record-act.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { assertUnmoved } from './compose-revision.ts';
import type { EditedBriefing } from './create-briefing.ts';
import { tellPlanned } from './planned-changes.ts';
import { checkApproved } from './publish-briefing.ts';
import { checkHead, conflictAt, readHead, type BriefingName, type Head } from './read-head.ts';
import { statusAfter } from './status.ts';
import { briefings } from './table.ts';
import { checkWithdrawalReason } from './withdraw-briefing.ts';

// Nobody plans further; a year is mistyped more easily.
const FURTHEST_MS = 5 * 366 * 24 * 60 * 60 * 1000;

/** The approved head becomes what readers see at that instant. Scheduling it again moves it. */
export async function schedulePublication(
  db: Database,
  { publishAt, expectedRevision, ...name }: BriefingName & { publishAt: Date; expectedRevision: number },
  act: Act,
): Promise<EditedBriefing> {
  checkInstant(publishAt, act.now);
  const head = await readHead(db, name);
  checkHead(head, expectedRevision);
  const { briefing, revision } = head;
  if (briefing.headState === 'PUBLISHED') {
    throw new ConflictError(`Revision ${revision.number} of "${name.slug}" is published already`, ['slug']);
  }
  checkApproved(head, act);
  const status = statusAfter(briefing.status, 'SCHEDULED');
  const change = db.orm
    .update(briefings)
    .set({ headState: 'SCHEDULED', status, publishAt })
    .where(eq(briefings.id, briefing.id));
  const before = { publishAt: briefing.publishAt };
  return write(db, head, change, { action: 'briefing.schedule', before, after: { publishAt }, act });
}

interface WithdrawalPlan extends BriefingName {
  /** Null: none any more. */
  unpublishAt: Date | null;
  reason: string | null;
  /** The number of the head revision that was looked at. */
  expectedRevision: number;
}

/** What is published is archived at that instant; null: it stays. */
export async function scheduleWithdrawal(
  db: Database,
  { unpublishAt, reason, expectedRevision, ...name }: WithdrawalPlan,
  act: Act,
): Promise<EditedBriefing> {
  if (unpublishAt !== null) checkInstant(unpublishAt, act.now);
  const unpublishReason = unpublishAt === null ? null : checkWithdrawalReason(reason ?? '');
  const head = await readHead(db, name);
  checkHead(head, expectedRevision);
  const { briefing } = head;
  if (unpublishAt !== null && briefing.publishAt !== null && unpublishAt <= briefing.publishAt) {
    throw new InvalidInputError('"at" must be later than it is published: it would be archived before', [
      'at',
    ]);
  }
  const change = db.orm
    .update(briefings)
    .set({ unpublishAt, unpublishReason })
    .where(eq(briefings.id, briefing.id));
  const before = { unpublishAt: briefing.unpublishAt };
  const after = { unpublishAt, reason: unpublishReason };
  return write(db, head, change, { action: 'briefing.schedule_archive', before, after, act });
}

function checkInstant(at: Date, now: Date): void {
  if (at > now && at.getTime() - now.getTime() <= FURTHEST_MS) return;
  throw new InvalidInputError('"at" must be in the future and within five years', ['at']);
}

async function write(
  db: Database,
  { briefing, revision }: Head,
  change: WriteStatement,
  { act, ...entry }: Pick<AuditEntry, 'action' | 'before' | 'after'> & { act: Act },
): Promise<EditedBriefing> {
  const { id, communityId, slug } = briefing;
  try {
    const result = await commit(db, act, {
      statements: [
        assertUnmoved(briefing),
        change,
        recordAct(act, {
          ...entry,
          communityId,
          subjectId: id,
          details: { slug, revision: revision.number },
        }),
      ],
      result: { briefingId: id, revisionId: revision.id },
    });
    tellPlanned(db);
    return result;
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    throw await conflictAt(db, { communityId, slug }, revision, error);
  }
}
