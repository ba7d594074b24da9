import { and, eq, sql } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import { recordChange } from '../changes/record-change.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertThat } from '../database/write-set.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { removeSearchDocument } from '../search/save-search-document.ts';
import { briefings, briefingTopics } from './table.ts';

/** Takes a published briefing from readers. Whoever asks for it is told the reason. */
export async function retractBriefing(
  db: Database,
  { communityId, slug, reason }: { communityId: string; slug: string; reason: string },
  act: Act,
): Promise<{ briefingId: string; slug: string }> {
  const withdrawnReason = reason.trim();
  if (withdrawnReason === '' || withdrawnReason.length > 500) {
    throw new InvalidInputError('Say why in 1 to 500 characters: readers are shown the reason', ['reason']);
  }
  const [briefing] = await db.orm
    .select({ id: briefings.id, status: briefings.status })
    .from(briefings)
    .where(and(eq(briefings.communityId, communityId), eq(briefings.slug, slug)));
  if (!briefing) throw new NotFoundError(`There is no briefing "${slug}"`, ['slug']);
  const subjectId = briefing.id;
  const notPublished = new ConflictError(
    `The briefing "${slug}" is not published, so it cannot be retracted`,
    ['slug'],
  );
  if (briefing.status !== 'PUBLISHED') throw notPublished;
  try {
    await db.write([
      assertThat(
        'is published',
        sql`exists (select 1 from ${briefings} where ${briefings.id} = ${subjectId} and ${briefings.status} = 'PUBLISHED')`,
      ),
      db.orm
        .update(briefings)
        .set({ status: 'RETRACTED', withdrawnAt: act.now, withdrawnReason })
        .where(eq(briefings.id, subjectId)),
      db.orm.delete(briefingTopics).where(eq(briefingTopics.briefingId, subjectId)),
      ...removeSearchDocument(db.orm, subjectId),
      recordAct(db.orm, act, {
        communityId,
        action: 'briefing.retract',
        subjectId,
        details: { slug, reason: withdrawnReason },
      }),
      ...recordChange(
        db.orm,
        { kind: 'BRIEFING_WITHDRAWN', communityId, subjectId, slug, reason: withdrawnReason },
        act.now,
      ),
    ]);
  } catch (error) {
    throw error instanceof WriteConflictError ? notPublished : error;
  }
  return { briefingId: subjectId, slug };
}
