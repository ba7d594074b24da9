/** A reader says that something is wrong. */
import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm';
import { actorKey, withoutPerson, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { checkReason } from '../briefings/check-reason.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { TooManyReportsError } from './errors.ts';
import { findSubject, type SubjectName } from './find-subject.ts';
import { reports, type ReportKind } from './table.ts';

export interface ReportInput {
  subject: SubjectName;
  kind: ReportKind;
  text: string | null;
}

export interface SentReport {
  reportId: string;
}

/** Of one person or token within the window. */
const MOST_REPORTS = 10;
const WINDOW_MS = 24 * 60 * 60 * 1000;
const LIMIT = 'within the limit';

export async function reportContent(
  db: Database,
  communityId: string | null,
  { subject: name, kind, text: written }: ReportInput,
  act: Act,
): Promise<SentReport> {
  const text = checkText(kind, written);
  const subject = await findSubject(db, communityId, name);
  const { orm } = db;
  const reporter = createHash('sha256').update(actorKey(act.actor)).digest('hex');
  const since = new Date(act.now.getTime() - WINDOW_MS);
  const id = randomUUID();
  try {
    return await commit(db, act, {
      statements: [
        // Who it was is not needed any longer.
        orm
          .update(reports)
          .set({ reporter: null })
          .where(and(isNotNull(reports.reporter), lte(reports.createdAt, since))),
        assertThat(
          LIMIT,
          sql`(select count(*) from ${reports} where ${reports.reporter} = ${reporter}) < ${MOST_REPORTS}`,
        ),
        orm
          .insert(reports)
          .values({ id, ...subject, kind, text, status: 'OPEN', reporter, createdAt: act.now }),
        recordAct(withoutPerson(act), {
          communityId: subject.communityId,
          action: 'report.send',
          subjectId: id,
          after: { status: 'OPEN', kind },
        }),
      ],
      result: { reportId: id },
    });
  } catch (error) {
    if (!(error instanceof WriteConflictError && error.isGuard(LIMIT))) throw error;
    throw new TooManyReportsError(MOST_REPORTS, await retryAt(db, { reporter, since, now: act.now }), {
      cause: error,
    });
  }
}

function checkText(kind: ReportKind, written: string | null): string | null {
  if (written !== null) return checkReason(written, 'text');
  if (kind !== 'OTHER') return null;
  throw new InvalidInputError('"text" must say what is wrong where none of the kinds does', ['text']);
}

/** When the oldest that counts does not any more. */
async function retryAt(
  db: Database,
  { reporter, since, now }: { reporter: string; since: Date; now: Date },
): Promise<Date> {
  const [oldest] = await db.orm
    .select({ createdAt: reports.createdAt })
    .from(reports)
    .where(and(eq(reports.reporter, reporter), gt(reports.createdAt, since)))
    .orderBy(asc(reports.createdAt))
    .limit(1);
  return new Date((oldest?.createdAt ?? now).getTime() + WINDOW_MS);
}
