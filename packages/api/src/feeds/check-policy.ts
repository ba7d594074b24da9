/** What follows a look at a feed: numbers and words, no data. */
import type { FeedAnswer } from './fetch-feed.ts';
import type { Feed } from './find-feeds.ts';
import type { feeds } from './table.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Longer than any look takes; whoever has not recorded by then has died. */
export const LEASE = MINUTE;
/** A server that says "not for a month" is asked every day all the same. */
const LONGEST_PAUSE = DAY;
/** So long nothing has come, over so many looks: nobody is there any more. */
const PATIENCE = 3 * DAY;
const MIN_FAILURES = 5;

export type FeedDecision = Partial<typeof feeds.$inferInsert>;

export interface CheckTime {
  /** The machine's. */
  at: Date;
  random: () => number;
  /** How long after a look the next one comes. */
  interval: number;
}

export function decideAfterCheck(
  { failures, failingSince, freshFor }: Pick<Feed, 'failures' | 'failingSince' | 'freshFor'>,
  answer: FeedAnswer,
  { at, random, interval }: CheckTime,
): FeedDecision {
  const after = (pause: number) => new Date(at.getTime() + Math.round(pause));
  switch (answer.kind) {
    case 'FEED':
    case 'UNCHANGED': {
      const own = answer.kind === 'FEED' ? answer.feed.freshFor : freshFor;
      const wished = Math.max(answer.freshFor ?? 0, own ?? 0);
      const pause = Math.max(interval, Math.min(wished, LONGEST_PAUSE));
      const healthy = { failures: 0, failingSince: null, lastFailure: null, checkedAt: at };
      // Many feeds of one server are not asked in the same second for ever.
      const spread = 1 + random() / 10;
      return { ...healthy, ...validatorsOf(answer), freshFor: own, nextCheckAt: after(pause * spread) };
    }
    case 'GONE':
      return { checkedAt: at, ...disabled('the server answered 410: the feed is gone for good') };
    case 'FAILED': {
      const since = failingSince ?? at;
      const { reason, retryAfter } = answer;
      const pause = Math.max(
        pauseAfter(failures + 1, interval, random),
        Math.min(retryAfter ?? 0, LONGEST_PAUSE),
      );
      const isOver = failures + 1 >= MIN_FAILURES && at.getTime() - since.getTime() >= PATIENCE;
      return {
        failures: failures + 1,
        failingSince: since,
        lastFailure: reason,
        checkedAt: at,
        nextCheckAt: after(pause),
        ...(isOver && disabled(`nothing came for 3 days; at last: ${reason}`)),
      };
    }
  }
}

function validatorsOf(answer: Extract<FeedAnswer, { kind: 'FEED' | 'UNCHANGED' }>): FeedDecision {
  return answer.kind === 'FEED' ? { etag: answer.etag, lastModified: answer.lastModified } : {};
}

function disabled(reason: string): FeedDecision {
  return { state: 'DISABLED', disabledReason: reason.slice(0, 500) };
}

/** Twice as long each time, at most a day; between half of it and all of it. */
function pauseAfter(failures: number, interval: number, random: () => number): number {
  const pause = Math.min(interval * 2 ** (failures - 1), LONGEST_PAUSE);
  return pause * (0.5 + random() / 2);
}
