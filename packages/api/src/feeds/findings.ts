/** What a look at a feed found, for the editor who misses something in the inbox. */
export const SKIP_REASONS = ['KNOWN', 'WAITING'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** An item that the feed had not brought before, and that did not come in. */
export interface SkippedItem {
  title: string;
  url: string | null;
  reason: SkipReason;
}

export interface FeedFindings {
  /** The instant of the look, in milliseconds. */
  at: number;
  /** All that was in the feed: what follows adds up to it, but for `withoutText`. */
  items: number;
  newArticles: number;
  /** Of the new ones: no draft can be made of a title. */
  withoutText: number;
  seen: number;
  known: number;
  waiting: number;
  /** The first of those that are known or wait. */
  skipped: SkippedItem[];
}

/** Of the items that were there when the feed was added none comes in. */
export function baseline(items: number, at: Date): FeedFindings {
  return {
    at: at.getTime(),
    items,
    newArticles: 0,
    withoutText: 0,
    seen: items,
    known: 0,
    waiting: 0,
    skipped: [],
  };
}
