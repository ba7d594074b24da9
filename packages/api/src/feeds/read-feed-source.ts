import { decodeText } from '../import/reading/decode-text.ts';
import { readFeed } from '../import/feed/read-feed.ts';
import { readItems, type ItemArticle } from './read-items.ts';

/** What a feed's server sent. */
export interface FeedSource {
  /** How an error names it. */
  path: string;
  url: string;
  bytes: Uint8Array;
  charset: string | null;
}

/** What a feed says, each item as an article of the inbox. */
export interface FeedContent {
  title: string | null;
  homePage: string | null;
  /** How long it stays as it is, in milliseconds, as it says itself; null: it does not say. */
  freshFor: number | null;
  items: ItemArticle[];
}

export function readFeedSource({ path, url, bytes, charset }: FeedSource): FeedContent {
  const feed = readFeed(decodeText(bytes, path, charset), { url, path });
  const { title, homePage, freshFor } = feed;
  return { title, homePage, freshFor, items: readItems(feed) };
}
