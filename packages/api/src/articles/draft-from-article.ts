/** An article that waits in the inbox → a draft briefing, or the next revision of the one its earlier version made. */
import { and, eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import type { ArticleSource } from '../import/drafting/draft-source.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { SameName, SavedArticle } from './article-draft.ts';
import { draftOne } from './draft-one.ts';
import { saveArticle } from './save-article.ts';
import { articles } from './table.ts';

export interface ArticleName {
  communityId: string;
  articleId: string;
}

interface DraftWish extends ArticleName {
  expectedRevision: number | null;
  /** It is no later version of what its file's name says. */
  asNew?: boolean;
}

export type ArticleRow = typeof articles.$inferSelect;

export async function draftFromArticle(
  db: Database,
  importWork: ImportWork,
  { communityId, articleId, expectedRevision, asNew = false }: DraftWish,
  act: Act,
): Promise<SavedArticle> {
  const article = await readArticle(db, { communityId, articleId });
  if (article.state === 'DRAFTED' && article.revisionNumber === null) {
    throw new ConflictError('A later version of this article was drafted: open that one', ['articleId']);
  }
  if (asNew && article.urlKey !== null) {
    throw new InvalidInputError(
      '"asNew" must be false: this article is known by its address, and is a version of that one',
      ['asNew'],
    );
  }
  const draft = await draftOne(importWork, { source: sourceOf(article), path: ['articleId'] }, act);
  // What the feed said of it, and what it was recognised by, stays.
  const kept = { ...draft.article, contentHash: article.contentHash, urlKey: article.urlKey };
  const overEdits = expectedRevision !== null;
  // Held for a briefing, it is a later version of what made that, unless somebody knows better.
  const sameName: SameName = asNew || article.briefingId === null ? 'NEW' : 'UPDATE';
  const wish = { communityId, draft: { ...draft, article: kept }, overEdits, expectedRevision, sameName };
  return saveArticle(db, wish, act);
}

/** It was decoded when it came in. */
export function sourceOf({ title, text, fileName, url, facts }: ArticleRow): ArticleSource {
  return {
    path: title,
    fileName: fileName ?? 'article.txt',
    content: text,
    ...(url !== null && { url }),
    ...(facts !== null && { facts }),
  };
}

export async function readArticle(
  db: Database,
  { communityId, articleId }: ArticleName,
): Promise<ArticleRow> {
  const [article] = await db.orm
    .select()
    .from(articles)
    .where(and(eq(articles.id, articleId), eq(articles.communityId, communityId)));
  if (article === undefined) throw new NotFoundError('There is no such article here', ['articleId']);
  return article;
}
