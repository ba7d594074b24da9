/** Somebody has looked at a report: it was right and is mended, or it was not. */
import { and, eq, sql } from 'drizzle-orm';
import { signatureOf, type Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { checkReason } from '../briefings/check-reason.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, NotFoundError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { reports, type ReportStatus } from './table.ts';

export interface Closing {
  communityId: string;
  reportId: string;
  outcome: Exclude<ReportStatus, 'OPEN'>;
  note: string;
}

export interface ClosedReport {
  reportId: string;
}

export async function closeReport(
  db: Database,
  { communityId, reportId: id, outcome, note: written }: Closing,
  act: Act,
): Promise<ClosedReport> {
  const note = checkReason(written, 'note');
  const { orm } = db;
  const [report] = await orm
    .select({ status: reports.status })
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.communityId, communityId)));
  if (report === undefined) throw new NotFoundError('There is no such report', ['reportId']);
  if (report.status !== 'OPEN') throw handledAlready();
  const isOpen = sql`exists (select 1 from ${reports} where ${reports.id} = ${id} and ${reports.status} = 'OPEN')`;
  try {
    return await commit(db, act, {
      statements: [
        assertThat('report is open', isOpen),
        orm
          .update(reports)
          .set({ status: outcome, note, handledBy: signatureOf(act.actor), handledAt: act.now })
          .where(eq(reports.id, id)),
        recordAct(act, {
          communityId,
          action: 'report.close',
          subjectId: id,
          before: { status: 'OPEN' },
          after: { status: outcome, note },
        }),
      ],
      result: { reportId: id },
    });
  } catch (error) {
    if (error instanceof WriteConflictError && error.isGuard('report is open')) throw handledAlready(error);
    throw error;
  }
}

function handledAlready(cause?: Error): ConflictError {
  return new ConflictError('Somebody else has closed this report: look at it again', ['reportId'], { cause });
}
