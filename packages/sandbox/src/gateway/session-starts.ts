import type { Clock } from '@communique/shared/clock';

/** How often bots may identify; https://docs.discord.com/developers/events/gateway#session-start-limit-object */
export interface SessionStarts {
  /** Counts one IDENTIFY; `wait` when its place in the five seconds is taken, `exhausted` when the day's are used up. */
  take(shard: number): 'free' | 'wait' | 'exhausted';
  describe(): { total: number; remaining: number; reset_after: number; max_concurrency: number };
}

interface StartLimits {
  maxConcurrency: number;
  /** Discord's five seconds; 0 switches the limit off. */
  windowMs: number;
  /** Discord's 1000. */
  perDay: number;
}

const DAY_MS = 24 * 3_600_000;

export function createSessionStarts(
  clock: Clock,
  { maxConcurrency, windowMs, perDay }: StartLimits,
): SessionStarts {
  /** When each key identified last; the key is shard_id % max_concurrency. */
  const last = new Map<number, number>();
  let day = { used: 0, endsAt: 0 };

  function today(now: number): typeof day {
    if (now >= day.endsAt) day = { used: 0, endsAt: now + DAY_MS };
    return day;
  }

  return {
    take(shard) {
      const now = clock.deadline().getTime();
      const { used } = today(now);
      if (used >= perDay) return 'exhausted';
      const key = shard % maxConcurrency;
      if (now - (last.get(key) ?? -Infinity) < windowMs) return 'wait';
      last.set(key, now);
      day.used += 1;
      return 'free';
    },
    describe() {
      const now = clock.deadline().getTime();
      const { used, endsAt } = today(now);
      return {
        total: perDay,
        remaining: perDay - used,
        reset_after: used === 0 ? 0 : endsAt - now,
        max_concurrency: maxConcurrency,
      };
    },
  };
}
