import type { Logger } from '@communique/shared/logger';
import type { Database } from '../database/client.ts';
import { checkLeasedFeed, type CheckOptions } from './check-feed.ts';
import { leaseDueFeeds } from './lease-feeds.ts';

export interface CheckDueOptions extends CheckOptions {
  logger: Logger;
  stop: AbortSignal;
}

/** Looked at once: reading a feed takes a while, and readers of this server come first. */
const AT_ONCE = 4;

/** One pass: every feed that is due, the longest due first. A feed that fails never keeps another waiting for ever. */
export async function checkDueFeeds(db: Database, options: CheckDueOptions): Promise<void> {
  const { clock, logger, stop } = options;
  while (!stop.aborted) {
    const leased = await leaseDueFeeds(db, clock.deadline(), AT_ONCE);
    if (leased.length === 0) return;
    const checks = await Promise.all(
      leased.map(async (feed) => {
        const check = await checkLeasedFeed(db, feed, options);
        if (check === null) return false;
        const failed = check.outcome === 'DISABLED' || check.outcome === 'FAILED';
        logger[failed ? 'warn' : 'info'](check, 'A feed was looked at');
        return true;
      }),
    );
    // Not recorded, because somebody else has it: no sense in trying again at once.
    if (!checks.includes(true)) return;
  }
}
