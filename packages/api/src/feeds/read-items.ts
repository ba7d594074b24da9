/** The items of a feed as articles, each with the names under which it is known again. */
import { createHash } from 'node:crypto';
import { articleKey } from '../articles/article-key.ts';
import type { ArticleInput } from '../articles/compose-article.ts';
import { hashContent } from '../articles/hash-article.ts';
import type { Feed, FeedItem } from '../import/feed/feed.ts';
import { readFeedItem } from '../import/feed/read-feed-item.ts';

export interface ItemArticle {
  article: ArticleInput;
  /** Its id, its address and its text: whoever has one of them has seen it. */
  keys: string[];
  updated: Date | null;
}

export function readItems(feed: Feed): ItemArticle[] {
  const shared = sharedAddresses(feed);
  return feed.items.map((item) => {
    const read = readFeedItem(item, feed);
    const key = item.url === null ? null : articleKey(item.url);
    const urlKey = key === null || shared.has(key) ? null : key;
    const contentHash = hashContent(read.text, read.facts);
    const language = read.facts?.['language'];
    return {
      article: {
        title: titleOf(item),
        url: item.url,
        urlKey,
        fileName: read.fileName,
        publisher: feed.title,
        byline: item.author,
        publishedOn: item.published?.toISOString().slice(0, 10) ?? null,
        language: typeof language === 'string' ? language : null,
        text: read.text,
        facts: read.facts ?? null,
        contentHash,
      },
      keys: [
        hash(`id ${item.id}`),
        ...(urlKey === null ? [] : [hash(`url ${urlKey}`)]),
        hash(`text ${contentHash}`),
      ],
      updated: item.updated,
    };
  });
}

/** Some feeds lead to the same page from every item: that names none of them. */
function sharedAddresses({ items, homePage }: Feed): Set<string | null> {
  const keys = items.map(({ url }) => (url === null ? null : articleKey(url)));
  const counts = Map.groupBy(keys, (key) => key);
  const shared = [...counts].filter(([, same]) => same.length > 1).map(([key]) => key);
  return new Set([...shared, homePage === null ? null : articleKey(homePage)]);
}

function titleOf({ title, text, summary, url, id }: FeedItem): string {
  const words = title ?? summary ?? text.trim().split('\n')[0] ?? '';
  return (words === '' ? (url ?? id) : words).slice(0, 500).toWellFormed();
}

function hash(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
