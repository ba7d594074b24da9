import { slugify } from '@communique/shared/text';
import type { Feed, FeedItem } from './feed.ts';
import type { ReadDocument } from '../read-document.ts';

/** An item of a feed as a document to draft: its content is the text, the rest are facts about it. */
export function readFeedItem(item: FeedItem, feed: Feed): ReadDocument {
  // Without a title its text proposes one: a name of ours would be taken for it.
  const name = slugify(item.title ?? '') || 'article';
  return {
    path: item.url ?? item.id,
    fileName: `${name}${item.html === null ? '.txt' : '.html'}`,
    text: item.html ?? item.text,
    ...(item.url !== null && { url: item.url }),
    facts: {
      title: item.title,
      author: item.author,
      date: item.published?.toISOString().slice(0, 10),
      language: feed.language?.replace(/^[A-Za-z]{2,3}(?![A-Za-z])/, (tag) => tag.toLowerCase()),
      summary: item.summary,
      url: item.url,
      publisher: feed.title,
      topics: item.topics,
    },
  };
}
