/** What is new in a feed → articles in the inbox, and the memory that it was there. */
import { randomUUID } from 'node:crypto';
import { decideImport } from '../articles/decide-import.ts';
import { findKnownArticles, type KnownArticle } from '../articles/find-known-articles.ts';
import { articles } from '../articles/table.ts';
import type { Database, WriteStatement } from '../database/client.ts';
import { chooseItems } from './choose-items.ts';
import type { Feed } from './find-feeds.ts';
import type { FeedFindings, SkippedItem, SkipReason } from './findings.ts';
import type { ItemArticle } from './read-items.ts';
import { findSeenKeys, rememberItems } from './remember-items.ts';

export interface BroughtIn {
  statements: WriteStatement[];
  found: Omit<FeedFindings, 'at'>;
}

/** `now` is the time of content. */
export async function bringInItems(
  db: Database,
  feed: Pick<Feed, 'id' | 'communityId'>,
  items: readonly ItemArticle[],
  now: Date,
): Promise<BroughtIn> {
  const { fresh, updated, waiting } = chooseItems(items, await findSeenKeys(db, feed.id, items));
  const chosen = [...fresh, ...updated];
  if (chosen.length === 0) return { statements: [], found: tell(items, { brought: [], there: [], waiting }) };
  const known = await findKnownArticles(
    db,
    feed.communityId,
    chosen.map(({ article }) => article),
  );
  const there = fresh.filter((item) => isKnown(item, known));
  const rows = [
    ...fresh.filter((item) => !there.includes(item)).map(({ article }) => ({ article, briefingId: null })),
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
  const found = tell(items, { brought: rows.map(({ article }) => article), there, waiting });
  return { statements: [...inserts, ...rememberItems(feed.id, chosen)], found };
}

const MAX_SKIPPED = 20;

function tell(
  items: readonly ItemArticle[],
  {
    brought,
    there,
    waiting,
  }: Record<'there' | 'waiting', readonly ItemArticle[]> & { brought: readonly ItemArticle['article'][] },
): BroughtIn['found'] {
  return {
    items: items.length,
    newArticles: brought.length,
    withoutText: brought.filter(({ text }) => text.trim() === '').length,
    seen: items.length - brought.length - there.length - waiting.length,
    known: there.length,
    waiting: waiting.length,
    skipped: [
      ...there.map((item) => skip(item, 'KNOWN')),
      ...waiting.map((item) => skip(item, 'WAITING')),
    ].slice(0, MAX_SKIPPED),
  };
}

function skip({ article: { title, url = null } }: ItemArticle, reason: SkipReason): SkippedItem {
  return { title, url, reason };
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
