import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { articles } from './table.ts';
import { tellingFileName } from './telling-file-name.ts';

/** What an article is recognised by. */
export interface ArticleKeys {
  contentHash: string;
  draftHash?: string | null | undefined;
  urlKey?: string | null | undefined;
  fileName?: string | null | undefined;
}

const columns = {
  id: articles.id,
  state: articles.state,
  contentHash: articles.contentHash,
  draftHash: articles.draftHash,
  urlKey: articles.urlKey,
  fileName: articles.fileName,
  feedId: articles.feedId,
  briefingId: articles.briefingId,
  revisionNumber: articles.revisionNumber,
};
export type KnownArticle = Pick<typeof articles.$inferSelect, keyof typeof columns>;

/** Every article of the community that shares a key with one of these, the latest first. */
export async function findKnownArticles(
  db: Database,
  communityId: string,
  asked: readonly ArticleKeys[],
): Promise<KnownArticle[]> {
  const some = (keys: readonly (string | null | undefined)[]) =>
    [...new Set(keys)].filter((key) => typeof key === 'string');
  return db.orm
    .select(columns)
    .from(articles)
    .where(
      or(
        and(
          eq(articles.communityId, communityId),
          inArray(articles.contentHash, some(asked.map(({ contentHash }) => contentHash))),
        ),
        and(
          eq(articles.communityId, communityId),
          inArray(articles.draftHash, some(asked.map(({ draftHash }) => draftHash))),
        ),
        and(
          eq(articles.communityId, communityId),
          inArray(articles.urlKey, some(asked.map(({ urlKey }) => urlKey))),
        ),
        and(
          eq(articles.communityId, communityId),
          inArray(articles.fileName, some(asked.map(tellingFileName))),
        ),
      ),
    )
    .orderBy(desc(articles.importedAt), desc(articles.revisionNumber), desc(articles.id));
}
