import { createHash } from 'node:crypto';
import type { Clock } from '@communique/shared/clock';

export type RateLimitScope = 'user' | 'global' | 'shared';

export interface RateLimits {
  /** Counts one request of a route; every answer of it carries the headers. */
  count(request: CountedRequest): RateLimitState;
  /** The headers of a route whose bucket stays empty for so many seconds. */
  describeEmpty(route: Pick<CountedRequest, 'method' | 'path'>, seconds: number): Record<string, string>;
  /** Counts an answer that Discord calls an invalid request. */
  noteInvalid(): void;
  /** Seconds until requests are answered again at all; null when nobody is banned. */
  bannedFor(): number | null;
}

export interface CountedRequest {
  method: string;
  path: string;
  params: Readonly<Record<string, string>>;
  /** Interactions are not bound by the global limit. */
  globallyLimited: boolean;
}

export interface RateLimitState {
  headers: Record<string, string>;
  /** Null when the request may pass. */
  refused: { retryAfter: number; scope: RateLimitScope } | null;
}

/** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const GLOBAL_LIMIT = 50;
const SECOND_MS = 1_000;

/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const INVALID_LIMIT = 10_000;
const INVALID_WINDOW_MS = 10 * 60_000;

interface BucketSize {
  limit: number;
  windowMs: number;
}

/** By method and path as in Discord's specification, such as `POST /channels/{channel_id}/messages`. */
export type BucketSizes = Readonly<Record<string, BucketSize>>;

/** Discord does not publish the sizes of its buckets and forbids relying on them; these are what its answers showed for the tightest routes. */
const SIZES: BucketSizes = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5_000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5_000 },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { limit: 1, windowMs: 250 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2_000 },
};
/** Wide enough that only a runaway bot meets it. */
const OTHERS: BucketSize = { limit: 50, windowMs: SECOND_MS };

/** The resources that buckets are divided by. */
const MAJOR_PARAMETERS = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token'];

interface Window {
  endsAt: number;
  used: number;
}

/** `sizes` are Discord's when left out; `{}` leaves the global limit and the wide buckets. */
export function createRateLimits(
  clock: Clock,
  sizes: BucketSizes = SIZES,
  invalidLimit: number = INVALID_LIMIT,
): RateLimits {
  const windows = new Map<string, Window>();
  let global: Window = { endsAt: 0, used: 0 };
  let invalid: Window = { endsAt: 0, used: 0 };
  const now = (): number => clock.deadline().getTime();

  function openWindow(key: string, windowMs: number): Window {
    const known = windows.get(key);
    if (known !== undefined && known.endsAt > now()) return known;
    if (windows.size > 1_000) {
      for (const [old, window] of windows) if (window.endsAt <= now()) windows.delete(old);
    }
    const opened = { endsAt: now() + windowMs, used: 0 };
    windows.set(key, opened);
    return opened;
  }

  /** Counts against the global limit; seconds to wait when it is reached. */
  function countGlobally(): number | null {
    if (global.endsAt <= now()) global = { endsAt: now() + SECOND_MS, used: 0 };
    global.used += 1;
    return global.used > GLOBAL_LIMIT ? secondsUntil(global.endsAt) : null;
  }

  function secondsUntil(end: number): number {
    return Math.max(0, end - now()) / 1_000;
  }

  return {
    describeEmpty({ method, path }, seconds) {
      const name = `${method} ${path}`;
      const { limit } = sizes[name] ?? OTHERS;
      return describeBucket(name, { limit, left: 0, resetAfter: seconds, now: now() });
    },
    count({ method, path, params, globallyLimited }) {
      const name = `${method} ${path}`;
      const size = sizes[name] ?? OTHERS;
      const key = [name, ...MAJOR_PARAMETERS.map((parameter) => params[parameter] ?? '')].join('/');
      const window = openWindow(key, size.windowMs);
      const globalWait = globallyLimited ? countGlobally() : null;
      const isOver = window.used >= size.limit;
      if (!isOver && globalWait === null) window.used += 1;
      const resetAfter = secondsUntil(window.endsAt);
      const left = size.limit - window.used;
      const headers = describeBucket(name, { limit: size.limit, left, resetAfter, now: now() });
      // A global refusal says nothing about the bucket.
      if (globalWait !== null) return { headers: {}, refused: { retryAfter: globalWait, scope: 'global' } };
      return { headers, refused: isOver ? { retryAfter: resetAfter, scope: 'user' } : null };
    },
    noteInvalid() {
      if (invalid.endsAt <= now()) invalid = { endsAt: now() + INVALID_WINDOW_MS, used: 0 };
      invalid.used += 1;
    },
    bannedFor: () =>
      invalid.used >= invalidLimit && invalid.endsAt > now() ? secondsUntil(invalid.endsAt) : null,
  };
}

interface Bucket {
  limit: number;
  left: number;
  /** Seconds. */
  resetAfter: number;
  /** Milliseconds of the machine's clock. */
  now: number;
}

/** https://docs.discord.com/developers/topics/rate-limits#header-format */
function describeBucket(name: string, { limit, left, resetAfter, now }: Bucket): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-Reset': (now / 1_000 + resetAfter).toFixed(3),
    'X-RateLimit-Reset-After': resetAfter.toFixed(3),
    'X-RateLimit-Bucket': createHash('sha256').update(name).digest('hex').slice(0, 32),
  };
}
