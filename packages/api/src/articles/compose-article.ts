/** The statements that keep an article and say what became of it, for write sets that hold more. */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, lt, ne, sql, type SQL } from 'drizzle-orm';
import type { Act } from '../audit/actor.ts';
import type { Orm, WriteStatement } from '../database/client.ts';
import { insertRow } from '../database/insert-row.ts';
import { assertChanged } from '../database/write-set.ts';
import { articles } from './table.ts';

/** An article as it is read, before anything is decided about it. */
export type ArticleInput = Pick<typeof articles.$inferInsert, 'title' | 'text' | 'contentHash'> &
  Partial<
    Pick<
      typeof articles.$inferInsert,
      | 'url'
      | 'urlKey'
      | 'fileName'
      | 'publisher'
      | 'byline'
      | 'publishedOn'
      | 'language'
      | 'draftHash'
      | 'facts'
      | 'feedId'
    >
  >;

export interface ComposedArticle {
  articleId: string;
  statements: WriteStatement[];
}

interface Place {
  communityId: string;
  /** Its row, where it lies in the inbox already. */
  articleId: string | null;
  briefingId: string;
}

/** It made this revision of this briefing. Earlier versions of it that wait in the inbox are done with. */
export function composeDraftedArticle(
  orm: Orm,
  article: ArticleInput,
  { communityId, articleId, briefingId, revisionNumber }: Place & { revisionNumber: number },
  { now: importedAt }: Act,
): ComposedArticle {
  const made = { state: 'DRAFTED' as const, briefingId, revisionNumber };
  const id = articleId ?? randomUUID();
  const own =
    articleId === null
      ? [insertRow(articles, { ...article, ...made, id, communityId, importedAt })]
      : [
          orm
            .update(articles)
            .set({ ...made, draftHash: article.draftHash ?? null })
            .where(and(eq(articles.id, id), isNull(articles.revisionNumber))),
          assertChanged('article is undrafted'),
        ];
  const place = { communityId, articleId, briefingId };
  const earlier = earlierVersions(article, place, importedAt);
  if (earlier === null) return { articleId: id, statements: own };
  const done = orm
    .update(articles)
    .set({ state: 'DRAFTED', briefingId })
    .where(
      and(
        eq(articles.communityId, communityId),
        inArray(articles.state, ['NEW']),
        ne(articles.id, id),
        earlier,
      ),
    );
  return { articleId: id, statements: [...own, done] };
}

/** Known by its address; else, of the files of its name that were held for the same briefing, those that came before it. */
function earlierVersions(
  { urlKey, fileName }: ArticleInput,
  { articleId, briefingId }: Place,
  importedAt: Date,
): SQL | undefined | null {
  if (typeof urlKey === 'string') return eq(articles.urlKey, urlKey);
  if (typeof fileName !== 'string') return null;
  const came =
    articleId === null
      ? importedAt
      : sql`(select came.imported_at from ${articles} came where came.id = ${articleId})`;
  return and(
    isNull(articles.urlKey),
    eq(articles.fileName, fileName),
    eq(articles.briefingId, briefingId),
    lt(articles.importedAt, came),
  );
}

/** It waits in the inbox: a later version of what made this briefing. */
export function composeHeldArticle(
  orm: Orm,
  article: ArticleInput,
  { communityId, articleId, briefingId }: Place,
  { now: importedAt }: Act,
): ComposedArticle {
  const held = { state: 'NEW' as const, briefingId };
  if (articleId !== null) {
    const again = orm
      .update(articles)
      .set({ ...held, draftHash: article.draftHash ?? null })
      .where(and(eq(articles.id, articleId), isNull(articles.revisionNumber)));
    return { articleId, statements: [again, assertChanged('article is undrafted')] };
  }
  const id = randomUUID();
  return {
    articleId: id,
    statements: [insertRow(articles, { ...article, ...held, id, communityId, importedAt })],
  };
}
