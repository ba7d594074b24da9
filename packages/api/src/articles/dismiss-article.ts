/** Puts an article of the inbox aside. It is kept, so that it does not come in again. */
import { and, eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Database } from '../database/client.ts';
import { WriteConflictError } from '../database/errors.ts';
import { assertChanged } from '../database/write-set.ts';
import { ConflictError, InvalidInputError } from '../domain-errors.ts';
import { commit } from '../idempotency/commit.ts';
import { readArticle, type ArticleName } from './draft-from-article.ts';
import { articles } from './table.ts';

const MAX_REASON = 500;

export async function dismissArticle(
  db: Database,
  { communityId, articleId, reason }: ArticleName & { reason: string | null },
  act: Act,
): Promise<{ articleId: string }> {
  if (reason !== null && (reason.trim() === '' || reason.length > MAX_REASON)) {
    throw new InvalidInputError(`A reason has 1–${MAX_REASON} characters; leave it out for none`, ['reason']);
  }
  const { state } = await readArticle(db, { communityId, articleId });
  if (state === 'DISMISSED') return commit(db, act, { statements: [], result: { articleId } });
  if (state === 'DRAFTED') throw alreadyDrafted();
  try {
    return await commit(db, act, {
      statements: [
        db.orm
          .update(articles)
          .set({ state: 'DISMISSED' })
          .where(and(eq(articles.id, articleId), eq(articles.state, 'NEW'))),
        assertChanged('article is new'),
        recordAct(act, {
          communityId,
          action: 'article.dismiss',
          subjectId: articleId,
          details: reason === null ? {} : { reason: reason.trim() },
          before: { state },
          after: { state: 'DISMISSED' },
        }),
      ],
      result: { articleId },
    });
  } catch (error) {
    if (error instanceof WriteConflictError && error.isGuard('article is new')) throw alreadyDrafted(error);
    throw error;
  }
}

function alreadyDrafted(cause?: Error): ConflictError {
  return new ConflictError(
    'This article was drafted: archive or edit the briefing instead',
    ['articleId'],
    cause === undefined ? {} : { cause },
  );
}
