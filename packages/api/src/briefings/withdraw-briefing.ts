import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database, Orm, WriteStatement } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { WITHDRAWN_SECTION } from '../faq/staleness.ts';
import { faqEntries } from '../faq/table.ts';
import { commit } from '../idempotency/commit.ts';
import { assertUnmoved } from './compose-revision.ts';
import type { EditedBriefing } from './create-briefing.ts';
import { RevisionConflictError } from './errors.ts';
import { keepRecordOnly } from './project-briefing.ts';
import { checkNotWithdrawn, conflictAt, readHead, type BriefingName, type BriefingRow } from './read-head.ts';
import { briefings } from './table.ts';

export interface Withdrawal {
  /** RETRACTED: it was wrong. ARCHIVED: it has had its day. */
  as: 'RETRACTED' | 'ARCHIVED';
  reason: string;
  /** When readers lost it, where that was planned; missing: now. */
  since?: Date;
}

interface Seen {
  /** The number of the published revision that was looked at; missing: whatever readers have. */
  expectedRevision?: number;
}

/** Takes a published briefing and its translations from readers: they say the same. Whoever asks for one is told the reason. */
export async function withdrawBriefing(
  db: Database,
  { communityId, slug, reason, as, expectedRevision }: BriefingName & Withdrawal & Seen,
  act: Act,
): Promise<EditedBriefing> {
  const checked = checkWithdrawalReason(reason);
  const { briefing, revision, published } = await readHead(db, { communityId, slug });
  const notPublished = new ConflictError(
    `The briefing "${slug}" is not published, so it cannot be ${as.toLowerCase()}`,
    ['slug'],
  );
  checkNotWithdrawn(briefing);
  if (briefing.status !== 'PUBLISHED' || published === null) throw notPublished;
  if (expectedRevision !== undefined && expectedRevision !== published.number) {
    throw new RevisionConflictError(briefing, expectedRevision, published);
  }
  try {
    return await commit(db, act, {
      statements: await composeFamilyWithdrawal(db, briefing, { as, reason: checked }, act),
      result: { briefingId: briefing.id, revisionId: briefing.headRevisionId },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError)) throw error;
    const now = await readHead(db, { communityId, slug });
    throw now.briefing.status === 'PUBLISHED'
      ? await conflictAt(db, { communityId, slug }, revision, error)
      : notPublished;
  }
}

export function checkWithdrawalReason(reason: string): string {
  const trimmed = reason.trim();
  if (trimmed === '' || trimmed.length > 500 || !trimmed.isWellFormed()) {
    throw new InvalidInputError('"reason" must have 1 to 500 characters: readers are shown it', ['reason']);
  }
  return trimmed;
}

/** With its published translations; fails when another one was published meanwhile. */
export async function composeFamilyWithdrawal(
  { orm }: Pick<Database, 'orm'>,
  briefing: BriefingRow,
  withdrawal: Withdrawal,
  act: Act,
): Promise<WriteStatement[]> {
  const published = and(eq(briefings.translationOf, briefing.id), eq(briefings.status, 'PUBLISHED'));
  const translations = await orm.select().from(briefings).where(published);
  return [
    assertThat(
      'no other translation',
      sql`(select count(*) from ${briefings} where ${published}) = ${translations.length}`,
    ),
    ...[briefing, ...translations].flatMap((row) => composeWithdrawal(orm, row, withdrawal, act)),
    ...(await loseSections(orm, [briefing, ...translations], act)),
  ];
}

/** Answers that rest on what was withdrawn are to be looked at again. */
async function loseSections(
  orm: Orm,
  withdrawn: readonly BriefingRow[],
  { now }: Act,
): Promise<WriteStatement[]> {
  const bound = and(
    inArray(
      faqEntries.briefingId,
      withdrawn.map(({ id }) => id),
    ),
    eq(faqEntries.status, 'PUBLISHED'),
  );
  const { id: subjectId, communityId, slug } = faqEntries;
  const entries = await orm.select({ subjectId, communityId, slug }).from(faqEntries).where(bound);
  return [
    orm.update(faqEntries).set({ currentSectionHash: WITHDRAWN_SECTION }).where(bound),
    ...entries.flatMap((entry) => recordChange(orm, { kind: 'FAQ_ENTRY_UPDATED', ...entry }, now)),
  ];
}

function composeWithdrawal(
  orm: Orm,
  briefing: BriefingRow,
  { as, reason, since }: Withdrawal,
  act: Act,
): WriteStatement[] {
  const { id, communityId, slug } = briefing;
  const ended = { publishAt: null, unpublishAt: null, unpublishReason: null };
  // A draft that waited for its hour does not come back by itself.
  const headState = briefing.headState === 'SCHEDULED' ? 'APPROVED' : briefing.headState;
  return [
    assertUnmoved(briefing),
    orm
      .update(briefings)
      .set({ status: as, withdrawnAt: since ?? act.now, withdrawnReason: reason, headState, ...ended })
      .where(eq(briefings.id, id)),
    ...keepRecordOnly(orm, id),
    recordAct(act, {
      communityId,
      action: as === 'RETRACTED' ? 'briefing.retract' : 'briefing.archive',
      subjectId: id,
      details: { slug, reason },
      before: { status: briefing.status },
      after: { status: as },
    }),
    ...recordChange(orm, { kind: 'BRIEFING_WITHDRAWN', communityId, subjectId: id, slug, reason }, act.now),
  ];
}
