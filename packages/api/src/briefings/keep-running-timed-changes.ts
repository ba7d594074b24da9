import type { Clock } from '@communique/shared/clock';
import type { Logger } from '@communique/shared/logger';
import { operator } from '../audit/actor.ts';
import type { Database } from '../database/client.ts';
import { runTimedChanges } from './run-timed-changes.ts';

// Nobody minds a publication that comes five seconds late.
const EVERY_MS = 5_000;

/** Carries out what is planned for as long as the API runs. A pass that fails is logged, and the next one tries again. */
export function keepRunningTimedChanges({
  db,
  clock,
  logger,
  every = EVERY_MS,
}: {
  db: Database;
  clock: Clock;
  logger: Logger;
  every?: number;
}): { stop: () => Promise<void> } {
  let pass = Promise.resolve();
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    pass = run({ db, clock, logger }).finally(() => {
      running = false;
    });
  }, every);
  return {
    async stop() {
      clearInterval(timer);
      await pass;
    },
  };
}

async function run({ db, clock, logger }: { db: Database; clock: Clock; logger: Logger }): Promise<void> {
  try {
    const changes = await runTimedChanges(db, { now: clock.now(), actor: operator });
    if (changes.published + changes.archived > 0) logger.info(changes, 'Timed changes were carried out');
  } catch (error) {
    logger.error({ err: error }, 'Timed changes failed');
  }
}
