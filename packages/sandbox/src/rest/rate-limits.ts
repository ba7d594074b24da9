import type { Clock } from '@communique/shared/clock';

export interface RateLimits {
  /** Counts one request; `retryAfter` in seconds when it is one too many. */
  count(method: string, path: string, params: Readonly<Record<string, string>>): RateLimitState;
}

export interface RateLimitState {
  headers: Record<string, string>;
  retryAfter: number | null;
}

/** Discord does not publish its numbers; these are wider than any route's, so that only a runaway bot meets them. */
const LIMIT = 50;
const WINDOW_MS = 1_000;

/** The resources that buckets are divided by; https://docs.discord.com/developers/topics/rate-limits */
const MAJOR_PARAMETERS = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token', 'interaction_token'];

export function createRateLimits(clock: Clock): RateLimits {
  const windows = new Map<string, { endsAt: number; used: number }>();

  function forgetOld(now: number): void {
    for (const [key, window] of windows) if (window.endsAt <= now) windows.delete(key);
  }

  return {
    count(method, path, params) {
      const now = clock.deadline().getTime();
      const bucket = `${method}:${path}`;
      const key = [bucket, ...MAJOR_PARAMETERS.map((name) => params[name] ?? '')].join('/');
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= now) {
        if (windows.size > 1_000) forgetOld(now);
        window = { endsAt: now + WINDOW_MS, used: 0 };
        windows.set(key, window);
      }
      const resetAfter = (window.endsAt - now) / 1_000;
      const isOver = window.used >= LIMIT;
      if (!isOver) window.used += 1;
      return {
        retryAfter: isOver ? resetAfter : null,
        headers: {
          'X-RateLimit-Limit': String(LIMIT),
          'X-RateLimit-Remaining': String(LIMIT - window.used),
          'X-RateLimit-Reset': (window.endsAt / 1_000).toFixed(3),
          'X-RateLimit-Reset-After': resetAfter.toFixed(3),
          'X-RateLimit-Bucket': Buffer.from(bucket).toString('base64url').slice(0, 32),
          ...(isOver && { 'Retry-After': resetAfter.toFixed(3), 'X-RateLimit-Scope': 'user' }),
        },
      };
    },
  };
}
