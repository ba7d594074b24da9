/** The statements that keep an article and say what became of it, for write sets that hold more. */
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
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
  const { urlKey } = article;
  if (urlKey === null || urlKey === undefined) return { articleId: id, statements: own };
  const earlier = orm
    .update(articles)
    .set({ state: 'DRAFTED', briefingId })
    .where(
      and(
        eq(articles.communityId, communityId),
        eq(articles.urlKey, urlKey),
        inArray(articles.state, ['NEW']),
        ne(articles.id, id),
      ),
    );
  return { articleId: id, statements: [...own, earlier] };
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
