/** The API: settings, database, server; stops on a signal or when the program that started it says so. */
import { lookup } from 'node:dns/promises';
import { createServer } from 'node:http';
import { createDevelopmentClock, systemClock, type Clock } from '@communique/shared/clock';
import { EnvironmentError } from '@communique/shared/environment';
import { createLogger, type Logger } from '@communique/shared/logger';
import { operator } from './audit/actor.ts';
import { keepRunningTimedChanges } from './briefings/keep-running-timed-changes.ts';
import { openDatabase, type Database } from './database/client.ts';
import { DatabaseUnavailableError } from './database/errors.ts';
import { migrateDatabase } from './database/migrate.ts';
import { checkDueFeeds } from './feeds/check-due-feeds.ts';
import { findNextRun } from './digests/find-next-run.ts';
import { findRuns } from './digests/find-runs.ts';
import { isLoopback } from './http/front-door.ts';
import { createImportWorker } from './import-work/create-import-worker.ts';
import type { ImportWork } from './import-work/import-work.ts';
import { AddressUnavailableError, close, listen } from './http/listen.ts';
import { loadLibrary } from './library/load-library.ts';
import { prepareSearch } from './search/search-index.ts';
import { OperationsUnreadableError, readOperations } from './graphql/persisted-operations.ts';
import { serveParent, tellParent } from './parent-process.ts';
import { repeat, type Repetition } from './repeat.ts';
import { createApi, type Api } from './server.ts';
import { readSettings, type ApiSettings } from './settings.ts';
import type { WebOptions } from './web/get-resource.ts';
import { allowAddresses } from './web/is-public-address.ts';
import { deliverWebhooks } from './webhooks/deliver-webhooks.ts';
import { createSecretSeal } from './webhooks/seal-secret.ts';
import { createRequestSender } from './webhooks/send-request.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';

// One indexed read; nobody notices half a second.
const CHECK_CHANGES_MS = 500;
const DELIVER_WEBHOOKS_MS = 1_000;
const WEBHOOK_TIMEOUT_MS = 10_000;
/** How often it is looked which feeds are due: one read of an index. */
const CHECK_FEEDS_MS = 10_000;
const MINUTE_MS = 60_000;

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
  const { host, port } = settings;
  const webhooks = createWebhookSender(settings);
  const web = { isAllowed: allowAddresses({ loopback: settings.allowLoopbackAddresses }) };
  const importWork = createImportWorker();
  const feedInterval = settings.feedPollMinutes * MINUTE_MS;
  const api = createApi({
    ...settings,
    db,
    clock,
    logger,
    persistedOperations: await readOperations(settings),
    webhooks,
    web,
    importWork,
    ...(feedInterval > 0 && { feedInterval }),
    loopbackOnly: isLoopback(host),
  });
  const server = createServer(api.listener);
  const url = await listen(server, { host, port });
  const timedChanges = keepRunningTimedChanges({ db, clock, logger });
  const stopped = serveParent(process, {
    setClockOffset(milliseconds) {
      setClockOffset(milliseconds);
      timedChanges.wake();
    },
    findNextRun: () => findNextRun(db),
    findRuns: (since) => findRuns(db, since),
  });
  tellParent(process, { type: 'ready', url });
  logger.info({ url }, 'The API is ready');
  const stopping = new AbortController();
  void prepareSearch(db, stopping.signal).catch((error: unknown) =>
    logger.error({ err: error }, 'The search index was not made'),
  );
  const passes = startPasses(api, { db, clock, logger }, { sender: webhooks, web, importWork, feedInterval });
  await stopped;
  stopping.abort();
  await Promise.all([passes.stop(), timedChanges.stop(), importWork.close()]);
  api.endStreams();
  await close(server);
  await api.dispose();
  logger.info('The API has stopped');
}

function createWebhookSender({ webhookKey, allowPrivateWebhooks }: ApiSettings): WebhookSender | undefined {
  if (webhookKey === undefined) return undefined;
  const send = createRequestSender({
    resolve: async (hostname) => lookup(hostname, { all: true }),
    allowPrivateAddresses: allowPrivateWebhooks,
    timeout: () => AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
  });
  return { seal: createSecretSeal(webhookKey), send, allowPrivateAddresses: allowPrivateWebhooks };
}

/** What is done again and again while the program runs. */
function startPasses(
  api: Api,
  { db, clock, logger }: Parts,
  {
    sender,
    feedInterval,
    ...reading
  }: {
    sender: WebhookSender | undefined;
    web: WebOptions;
    importWork: ImportWork;
    feedInterval: number;
  },
): Repetition {
  const stop = new AbortController();
  const logged = (run: () => Promise<void>, failure: string) => async () => {
    await run().catch((error: unknown) => logger.error({ err: error }, failure));
  };
  const passes = [repeat(logged(api.checkChanges, 'Looking for changes failed'), CHECK_CHANGES_MS)];
  if (sender !== undefined) {
    const options = { sender, clock, logger, random: Math.random, stop: stop.signal };
    const deliver = async () => deliverWebhooks(db, options);
    passes.push(repeat(logged(deliver, 'Delivering webhooks failed'), DELIVER_WEBHOOKS_MS));
  }
  if (feedInterval > 0) {
    const times = { clock, random: Math.random, interval: feedInterval, stop: stop.signal };
    const options = { ...reading, ...times, logger };
    passes.push(
      repeat(
        logged(async () => checkDueFeeds(db, options), 'Looking at feeds failed'),
        CHECK_FEEDS_MS,
      ),
    );
  }
  return {
    async stop() {
      stop.abort();
      await Promise.all(passes.map(async (pass) => pass.stop()));
    },
  };
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
    error instanceof AddressUnavailableError ||
    error instanceof OperationsUnreadableError
  );
}

export async function run(environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    await main(readSettings(environment));
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    // An open channel to the parent would keep this process alive.
    if (process.connected) process.disconnect?.();
  }
}
