/** Asks a feed's server once, and only for what has changed since. */
import type { IncomingHttpHeaders } from 'node:http';
import { DocumentError } from '../import/errors.ts';
import type { ImportWork } from '../import-work/import-work.ts';
import type { FeedContent } from './read-feed-source.ts';
import { getResource, type Resource, type WebOptions } from '../web/get-resource.ts';

export interface FeedPlace {
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export type FeedAnswer =
  | {
      kind: 'FEED';
      feed: FeedContent;
      etag: string | null;
      lastModified: string | null;
      /** Where it has moved for good; null: nowhere. */
      movedTo: string | null;
      /** How long the server says that it stays as it is, in milliseconds; null: it does not say. */
      freshFor: number | null;
    }
  | { kind: 'UNCHANGED'; movedTo: string | null; freshFor: number | null }
  /** For ever, as the server says. */
  | { kind: 'GONE' }
  /** `retryAfter` in milliseconds; null: the server does not say. */
  | { kind: 'FAILED'; reason: string; retryAfter: number | null };

export interface FetchFeedOptions {
  web: WebOptions;
  importWork: ImportWork;
  /** The machine's time: what dates in headers are relative to. */
  now: Date;
  stop?: AbortSignal | undefined;
}

const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/rdf+xml,application/json;q=0.9,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5';
const GONE = 410;

export async function fetchFeed(
  { url, etag, lastModified }: FeedPlace,
  { web, importWork, now, stop }: FetchFeedOptions,
): Promise<FeedAnswer> {
  const headers = {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
  try {
    const wish = { accept: ACCEPT, takes: mayBeFeed, headers, ...(stop !== undefined && { stop }) };
    return await answerOf(await getResource(url, wish, web), importWork, now);
  } catch (error) {
    if (error instanceof DocumentError) return { kind: 'FAILED', reason: error.message, retryAfter: null };
    throw error;
  }
}

async function answerOf(resource: Resource, importWork: ImportWork, now: Date): Promise<FeedAnswer> {
  const { url, status, headers, movedTo, bytes, charset, mediaType } = resource;
  const { host } = new URL(url);
  const freshFor = readMaxAge(headers);
  if (status === GONE) return { kind: 'GONE' };
  if (status === 304) return { kind: 'UNCHANGED', movedTo, freshFor };
  if (status !== 200) {
    const retryAfter = readRetryAfter(headers, now);
    return { kind: 'FAILED', reason: `${host}: it answered with status ${status}.`, retryAfter };
  }
  if (bytes === null) {
    const reason = `${host}: it sent "${mediaType.slice(0, 100)}", which is no feed.`;
    return { kind: 'FAILED', reason, retryAfter: null };
  }
  const feed = await importWork.readFeedSource({ source: { path: host, url, bytes, charset } });
  if ('refusal' in feed) return { kind: 'FAILED', reason: feed.refusal, retryAfter: null };
  const { etag = null, 'last-modified': lastModified = null } = headers;
  return { kind: 'FEED', feed, etag, lastModified, movedTo, freshFor };
}

function mayBeFeed(mediaType: string): boolean {
  return (
    mediaType === '' ||
    mediaType.startsWith('text/') ||
    /^application\/(?:json|xml|octet-stream|[\w.-]+\+(?:xml|json))$/.test(mediaType)
  );
}

function readMaxAge(headers: IncomingHttpHeaders): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}

/** Seconds, or the instant itself. */
function readRetryAfter(headers: IncomingHttpHeaders, now: Date): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : Math.max(0, at.getTime() - now.getTime());
}
