/** The API as a program: settings, database, server; stops on a signal or when the program that started it says so. */
import { createServer } from 'node:http';
import { createDevelopmentClock, systemClock, type Clock } from '@communique/shared/clock';
import { EnvironmentError } from '@communique/shared/environment';
import { createLogger, type Logger } from '@communique/shared/logger';
import { operator } from './audit/actor.ts';
import { keepRunningTimedChanges } from './briefings/keep-running-timed-changes.ts';
import { openDatabase, type Database } from './database/client.ts';
import { DatabaseUnavailableError } from './database/errors.ts';
import { migrateDatabase } from './database/migrate.ts';
import { findNextRun } from './digests/find-next-run.ts';
import { isLoopback } from './http/front-door.ts';
import { AddressUnavailableError, close, listen } from './http/listen.ts';
import { loadLibrary } from './library/load-library.ts';
import { serveParent, tellParent } from './parent-process.ts';
import { createApi } from './server.ts';
import { readSettings, type ApiSettings } from './settings.ts';

async function main(settings: ApiSettings): Promise<void> {
  const logger = createLogger({ program: 'api', level: settings.logLevel });
  const developmentClock = settings.developmentClock ? createDevelopmentClock(settings.clockOffset) : null;
  const clock = developmentClock ?? systemClock;
  const db = await openDatabase(settings.databaseUrl);
  try {
    await migrateDatabase(db, clock.now());
    if (settings.loadDemoLibrary) await loadDemoLibrary(db, clock, logger);
    await serve(settings, { db, clock, logger }, (offset) => developmentClock?.setOffset(offset));
  } finally {
    db.close();
  }
}

interface Parts {
  db: Database;
  clock: Clock;
  logger: Logger;
}

async function serve(
  settings: ApiSettings,
  { db, clock, logger }: Parts,
  setClockOffset: (milliseconds: number) => void,
): Promise<void> {
  const { host, port, botToken, production, allowedOrigins } = settings;
  const api = createApi({
    db,
    clock,
    logger,
    botToken,
    production,
    allowedOrigins,
    loopbackOnly: isLoopback(host),
  });
  const server = createServer(api.listener);
  const url = await listen(server, { host, port });
  const timedChanges = keepRunningTimedChanges({ db, clock, logger });
  const stopped = serveParent(process, { setClockOffset, findNextRun: () => findNextRun(db) });
  tellParent(process, { type: 'ready', url });
  logger.info({ url }, 'The API is ready');
  await stopped;
  await timedChanges.stop();
  await close(server);
  await api.dispose();
  logger.info('The API has stopped');
}

async function loadDemoLibrary(db: Database, clock: Clock, logger: Logger): Promise<void> {
  const { outcome, ...loaded } = await loadLibrary(db, { now: clock.now(), actor: operator });
  if (outcome === 'loaded') logger.info(loaded, 'The demo library is loaded');
}

/** Failures a person can do something about: the message says what, a stack would only hide it. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof EnvironmentError ||
    error instanceof DatabaseUnavailableError ||
    error instanceof AddressUnavailableError
  );
}

try {
  await main(readSettings(process.env));
} catch (error) {
  if (!isExpected(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  // An open channel to the parent would keep this process alive.
  if (process.connected) process.disconnect?.();
}
