import { UnusableDocumentError } from '../errors.ts';
import type { ReadDocument } from '../read-document.ts';
import { isFeed, readFeed } from '../feed/read-feed.ts';
import { readFeedItem } from '../feed/read-feed-item.ts';

/** What a text holds: one document, or every item of a feed. An item is named by its number in the feed, from 1. */
export function documentsIn(read: ReadDocument): ReadDocument[] {
  if (!isFeed(read.text)) return [read];
  const { path, url, notes } = read;
  const feed = readFeed(read.text, { path, ...(url !== undefined && { url }) });
  if (feed.items.length === 0) throw new UnusableDocumentError(path, 'there are no items in this feed.');
  return feed.items.map((item, index) => ({
    ...readFeedItem(item, feed),
    path: `${path}#${index + 1}`,
    // Once is enough.
    ...(index === 0 && notes !== undefined && { notes }),
  }));
}
