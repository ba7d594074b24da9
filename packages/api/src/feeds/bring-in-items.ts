/** What is new in a feed → articles in the inbox, and the memory that it was there. */
import { randomUUID } from 'node:crypto';
import { decideImport } from '../articles/decide-import.ts';
import { findKnownArticles, type KnownArticle } from '../articles/find-known-articles.ts';
import { articles } from '../articles/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { chooseItems } from './choose-items.ts';
import type { Feed } from './find-feeds.ts';
import type { ItemArticle } from './read-items.ts';
import { findSeenKeys, rememberItems } from './remember-items.ts';

export interface BroughtIn {
  statements: WriteStatement[];
  newArticles: number;
  /** Not everything was taken: the server is to send it again, even where nothing has changed. */
  isCut: boolean;
}

/** `now` is the time of content. */
export async function bringInItems(
  db: Database,
  feed: Pick<Feed, 'id' | 'communityId'>,
  items: readonly ItemArticle[],
  now: Date,
): Promise<BroughtIn> {
  const { fresh, updated, isCut } = chooseItems(items, await findSeenKeys(db, feed.id, items));
  const chosen = [...fresh, ...updated];
  if (chosen.length === 0) return { statements: [], newArticles: 0, isCut };
  const known = await findKnownArticles(
    db,
    feed.communityId,
    chosen.map(({ article }) => article),
  );
  const rows = [
    ...fresh.filter((item) => !isKnown(item, known)).map(({ article }) => ({ article, briefingId: null })),
    ...updated.flatMap((item) => laterVersion(item, known)),
  ];
  const inserts = rows.map(({ article, briefingId }) =>
    db.orm
      .insert(articles)
      .values({
        ...article,
        id: randomUUID(),
        communityId: feed.communityId,
        feedId: feed.id,
        state: 'NEW',
        briefingId,
        importedAt: now,
      })
      // Somebody imported the same text in this moment.
      .onConflictDoNothing({ target: [articles.communityId, articles.contentHash] }),
  );
  return { statements: [...inserts, ...rememberItems(feed.id, chosen)], newArticles: rows.length, isCut };
}

/** By its text or its address, whoever brought it: a feed often has a shorter text than the page. */
function isKnown({ article }: ItemArticle, known: readonly KnownArticle[]): boolean {
  return known.some(
    ({ contentHash, urlKey }) =>
      contentHash === article.contentHash || (urlKey !== null && urlKey === article.urlKey),
  );
}

/** Of an article that made a briefing: it waits for an editor. Of any other, the address leads to what is true now. */
function laterVersion(
  { article }: ItemArticle,
  known: readonly KnownArticle[],
): { article: ItemArticle['article']; briefingId: string }[] {
  const decision = decideImport(article, known);
  if (decision.kind !== 'UPDATE' || decision.articleId !== null) return [];
  return [{ article, briefingId: decision.previous.briefingId }];
}
