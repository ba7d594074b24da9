/** An article that waits in the inbox → a draft briefing, or the next revision of the one its earlier version made. */
import { and, eq } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../domain-errors.ts';
import { draftArticle } from '../import/draft-article.ts';
import { DocumentError } from '../import/errors.ts';
import type { SavedArticle } from './article-draft.ts';
import { saveArticle } from './save-article.ts';
import { articles } from './table.ts';

export interface ArticleName {
  communityId: string;
  articleId: string;
}

export type ArticleRow = typeof articles.$inferSelect;

export async function draftFromArticle(
  db: Database,
  { communityId, articleId, expectedRevision }: ArticleName & { expectedRevision: number | null },
  act: Act,
): Promise<SavedArticle> {
  const article = await readArticle(db, { communityId, articleId });
  if (article.state === 'DRAFTED' && article.revisionNumber === null) {
    throw new ConflictError('A later version of this article was drafted: open that one', ['articleId']);
  }
  const { title, text, fileName, url } = article;
  const read = { path: title, fileName: fileName ?? 'article.txt', text, ...(url !== null && { url }) };
  try {
    const { notes: _notes, faqCandidates: _candidates, ...draft } = draftArticle(read, { now: act.now });
    // What the feed said of it, and what it was recognised by, stays.
    const kept = { ...draft.article, contentHash: article.contentHash, urlKey: article.urlKey };
    const overEdits = expectedRevision !== null;
    const wish = { communityId, draft: { ...draft, article: kept }, overEdits, expectedRevision };
    return await saveArticle(db, wish, act);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    throw new InvalidInputError(`"articleId" names no article for a draft: ${error.message}`, ['articleId'], {
      cause: error,
    });
  }
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
