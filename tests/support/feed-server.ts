/** A server on this machine with one feed, and what is looked at it with. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import { addFeed } from '@communique/api/feeds/add-feed';
import { checkDueFeeds } from '@communique/api/feeds/check-due-feeds';
import type { CheckOptions } from '@communique/api/feeds/check-feed';
import { workInPlace } from '@communique/api/import-work/work-in-place';
import { feeds } from '@communique/api/feeds/table';
import { articles } from '@communique/api/articles/table';
import { createSilentLogger } from '@communique/shared/logger';
import type { TestApi } from './api.ts';
import { LOCAL_WEB } from './ask-api.ts';

export const MINUTE = 60_000;
const INTERVAL = 30 * MINUTE;

export interface FeedServer {
  url: string;
  /** Every request so far. */
  requests: IncomingMessage[];
  /** What it answers from now on. */
  answer: (listener: RequestListener) => void;
  /** An RSS feed with these items. */
  show: (...items: Item[]) => void;
}

export interface Item {
  id: string;
  title?: string;
  text?: string;
  link?: string;
  updated?: string;
}

export async function startFeedServer(): Promise<FeedServer> {
  let listener: RequestListener = (_request, response) => void response.writeHead(404).end();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/feed.xml`;
  const answer = (next: RequestListener) => void (listener = next);
  return {
    url,
    requests,
    answer,
    show: (...items) =>
      answer((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(atom(items));
      }),
  };
}

export function atom(items: readonly Item[]): string {
  const entries = items.map(
    ({
      id,
      title = `Item ${id}`,
      text = `The text of ${id}. It has two sentences.`,
      link = `https://strait.example/${id}`,
      updated = '2025-02-18T07:00:00Z',
    }) =>
      `<entry><id>${id}</id><title>${title}</title><link href="${link}"/><updated>${updated}</updated><content type="text">${text}</content></entry>`,
  );
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Strait Weekly</title><link href="https://strait.example/"/><id>urn:strait</id><updated>2025-02-18T07:00:00Z</updated>${entries.join('')}</feed>`;
}

export function checkOptions({ clock }: Pick<TestApi, 'clock'>): CheckOptions {
  return { web: LOCAL_WEB, importWork: workInPlace, clock, random: () => 0, interval: INTERVAL };
}

export async function follow(api: TestApi, url: string, communityId = 'library') {
  return addFeed(api.db, { communityId, url }, checkOptions(api), api.act());
}

/** So much later, one pass. */
export async function pass(api: TestApi, milliseconds = INTERVAL): Promise<void> {
  api.clock.pass(milliseconds);
  await checkDueFeeds(api.db, {
    ...checkOptions(api),
    logger: createSilentLogger(),
    stop: new AbortController().signal,
  });
}

export async function feedOf(api: TestApi) {
  const [feed] = await api.db.orm.select().from(feeds);
  if (feed === undefined) throw new Error('There is no feed');
  return feed;
}

export async function inbox(api: TestApi) {
  return api.db.orm.select().from(articles).orderBy(articles.importedAt, articles.title);
}
