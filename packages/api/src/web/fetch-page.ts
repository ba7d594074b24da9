/** Reads one page from the web, or says why it is none. */
import { isFeed } from '../import/feed/read-feed.ts';
import { UnreachablePageError } from './errors.ts';
import { getResource, type WebOptions } from './get-resource.ts';

export interface FetchedPage {
  /** After redirects. */
  url: string;
  bytes: Uint8Array;
  mediaType: string;
  charset: string | null;
}

const ACCEPT = 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5';

export async function fetchPage(
  address: string,
  { stop, ...options }: WebOptions & { stop?: AbortSignal },
): Promise<FetchedPage> {
  const wish = { accept: ACCEPT, takes: isText, ...(stop !== undefined && { stop }) };
  const { url, status, bytes, mediaType, charset } = await getResource(address, wish, options);
  const { host } = new URL(url);
  if (status !== 200) {
    throw new UnreachablePageError(host, `it answered with status ${status} instead of a page.`);
  }
  // A feed may be written in JSON; whoever reads articles says what to do with one.
  if (bytes === null || (JSON_TYPE.test(mediaType) && !isFeed(new TextDecoder().decode(bytes)))) {
    throw new UnreachablePageError(
      host,
      `it sent "${mediaType.slice(0, 100)}", which is no text. Name the address of the article itself.`,
    );
  }
  return { url, bytes, mediaType, charset };
}

const JSON_TYPE = /^application\/(?:feed\+)?json$/;

/** What a server does not name, or calls mere bytes, is looked at. */
function isText(mediaType: string): boolean {
  return (
    mediaType === '' ||
    mediaType.startsWith('text/') ||
    JSON_TYPE.test(mediaType) ||
    /^application\/(?:octet-stream|xml|[\w.-]+\+xml)$/.test(mediaType)
  );
}
