import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { operator } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { findNextPlanned, onPlanned } from './planned-changes.ts';
import { runTimedChanges } from './run-timed-changes.ts';

// What another program planned, what was held, and a clock that was moved are seen this much later at most.
const AT_MOST_MS = 5_000;

interface Parts {
  db: Database;
  clock: Clock;
  logger: Logger;
}

export interface TimedChangesPass {
  /** Looks again at once: the clock was moved. */
  wake: () => void;
  /** Resolves when the pass under way is done; there is no further one. */
  stop: () => Promise<void>;
}

/**
 * Carries out what is planned for as long as the API runs: it wakes at the next instant for which something is planned. A pass that fails
 * is logged, and the next one tries again.
 */
export function keepRunningTimedChanges(
  { db, clock, logger }: Parts,
  { atMost = AT_MOST_MS }: { atMost?: number } = {},
): TimedChangesPass {
  let pass: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const wake = () => {
    clearTimeout(timer);
    again = true;
    pass ??= runWhileWoken();
  };
  async function runWhileWoken(): Promise<void> {
    let pause = atMost;
    while (again && !stopped) {
      again = false;
      pause = Math.min(atMost, await run({ db, clock, logger }));
    }
    if (!stopped) timer = setTimeout(wake, pause);
    pass = null;
  }
  const forget = onPlanned(db, wake);
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      forget();
      clearTimeout(timer);
      await pass;
    },
  };
}

/** How many milliseconds there are until the next planned change; infinite where none is known. */
async function run({ db, clock, logger }: Parts): Promise<number> {
  try {
    const changes = await runTimedChanges(db, { now: clock.now(), actor: operator });
    const carriedOut = changes.published + changes.archived;
    if (carriedOut > 0) logger.info(changes, 'Timed changes were carried out');
    // What was held may have waited for one of these, and one pass does not take all.
    if (carriedOut > 0) return 0;
    const now = clock.now();
    const next = await findNextPlanned(db, now);
    return next === null ? Infinity : next.getTime() - now.getTime();
  } catch (error) {
    logger.error({ err: error }, 'Timed changes failed');
    return Infinity;
  }
}
