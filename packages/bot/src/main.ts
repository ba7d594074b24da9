import { createDevelopmentClock, systemClock, type DevelopmentClock } from '@communique/shared/clock';
import { EnvironmentError } from '@communique/shared/environment';
import { createLogger } from '@communique/shared/logger';
import { createApiClient } from './api/client.ts';
import { UnusableApiError } from './api/errors.ts';
import { createBot, type Bot } from './create-bot.ts';
import { DiscordConnectionError } from './discord/watch-connection.ts';
import { readSettings, type BotSettings } from './settings.ts';
import { every } from './time/every.ts';

const DIGEST_INTERVAL_MS = 15_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const stop = stopSignal();
  const clock = settings.developmentClock ? createDevelopmentClock(settings.clockOffsetMs) : null;
  const starting = startBot(settings, clock, stop);
  if (clock !== null) followClock(clock, starting);
  const bot = await starting;
  try {
    const failure = bot.failed.then((error) => Promise.reject(error));
    await Promise.race([bot.ready, failure]);
    process.send?.({ type: 'ready' });
    await Promise.race([aborted(stop), failure]);
  } finally {
    await bot.close();
  }
}

async function startBot(
  settings: BotSettings,
  clock: DevelopmentClock | null,
  signal: AbortSignal,
): Promise<Bot> {
  return createBot({
    discordToken: settings.discordToken,
    discordApiUrl: settings.discordApiUrl,
    api: createApiClient({ url: settings.apiUrl, token: settings.botApiToken }),
    clock: clock ?? systemClock,
    logger: createLogger({ program: 'bot', level: settings.logLevel }),
    signal,
    async tick(pass, stopping) {
      await pass();
      await every(DIGEST_INTERVAL_MS, pass, stopping);
    },
  });
}

/** Ctrl-C, a polite kill, and the parent's word or end. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  process.on('message', (message) => {
    if (messageType(message) === 'stop') stop();
  });
  return controller.signal;
}

/** The parent moves the development clock; what became due is posted at once, and the parent told when that is done. */
function followClock(clock: DevelopmentClock, starting: Promise<Bot>): void {
  async function postAt(milliseconds: number): Promise<void> {
    // A bot that does not start says so itself.
    const bot = await starting.catch(() => null);
    await bot?.runDigests();
    process.send?.({ type: 'digests-ran', milliseconds });
  }
  process.on('message', (message) => {
    const milliseconds = clockOffset(message);
    if (milliseconds === undefined) return;
    clock.setOffset(milliseconds);
    void postAt(milliseconds);
  });
}

function clockOffset(message: unknown): number | undefined {
  if (messageType(message) !== 'clock-offset' || typeof message !== 'object' || message === null) return;
  return 'milliseconds' in message && typeof message.milliseconds === 'number'
    ? message.milliseconds
    : undefined;
}

function messageType(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** What a person can put right, in one sentence; undefined for a bug. */
function sentence(error: unknown): string | undefined {
  const isForPeople =
    error instanceof EnvironmentError ||
    error instanceof DiscordConnectionError ||
    error instanceof UnusableApiError;
  return isForPeople ? error.message : undefined;
}

try {
  await main();
} catch (error) {
  const wasStopped = error instanceof Error && error.name === 'AbortError';
  if (!wasStopped) {
    const words = sentence(error);
    if (words === undefined) throw error;
    process.stderr.write(`${words}\n`);
    process.exitCode = 1;
  }
} finally {
  // An open channel to the parent would keep the process alive.
  if (process.connected) process.disconnect?.();
}
