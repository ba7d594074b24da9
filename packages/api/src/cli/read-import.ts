import { UnusableDocumentError } from '../import/errors.ts';
import { readDocument, type ReadDocument } from '../import/read-document.ts';
import { isFeed, readFeed } from '../import/read-feed.ts';
import { readFeedItem } from '../import/read-feed-item.ts';
import { isWebAddress, readWebDocument } from '../web/read-web-document.ts';
import type { CommandContext } from './command-context.ts';
import { readInput } from './read-input.ts';

/** What a path means: one document, or every item of a feed. */
export async function readSources(path: string, context: CommandContext): Promise<ReadDocument[]> {
  const read = await readFrom(path, context);
  if (!isFeed(read.text)) return [{ ...read, path }];
  const feed = readFeed(read.text, { path, ...(read.url !== undefined && { url: read.url }) });
  if (feed.items.length === 0) throw new UnusableDocumentError(path, 'there are no items in this feed.');
  return feed.items.map((item, index) => ({ ...readFeedItem(item, feed), path: `${path}#${index + 1}` }));
}

/** "-" is standard input; a file of that name is "./-". */
async function readFrom(path: string, { input, web }: CommandContext): Promise<ReadDocument> {
  if (path === '-') return readInput(input);
  return isWebAddress(path) ? readWebDocument(path, web()) : readDocument(path);
}
