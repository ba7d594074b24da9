/** An article and its briefing as they were when a request was answered: what whoever repeats it is shown. */
import { sql } from 'drizzle-orm';
import { captureBriefing, type BriefingState } from '../briefings/as-then.ts';
import type { Database } from '../database/client.ts';
import type { AsThen } from '../idempotency/answer-once.ts';
import { captureRow, restoreRow, type RowState } from '../idempotency/row-state.ts';
import type { SavedArticle } from './article-draft.ts';
import { findArticles, type Article } from './list-articles.ts';
import { articles } from './table.ts';

interface ArticleState {
  article: RowState | null;
}

export type ArticleThen = AsThen<{ articleId: string }, ArticleState>;
export type SavedArticleThen = AsThen<SavedArticle, ArticleState & BriefingState>;

const NAMES = ['state', 'briefingId', 'revisionNumber'] as const;

export function captureArticle({ articleId }: { articleId: string }) {
  return { article: captureRow(articles, NAMES, sql`${articles.id} = ${articleId}`) };
}

export function captureSavedArticle(saved: SavedArticle) {
  return { ...captureArticle(saved), ...captureBriefing(saved) };
}

/** Without what was redacted since. */
export async function openArticle(db: Database, { articleId, state }: ArticleThen): Promise<Article | null> {
  const article = (await findArticles(db, [articleId])).get(articleId);
  return article === undefined ? null : restoreRow(articles, article, state.article);
}
