import process from 'node:process';
import { createDevelopmentClock } from '@communique/shared/clock';
import { EnvironmentError, type EnvironmentRecord } from '@communique/shared/environment';
import { createLogger } from '@communique/shared/logger';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { createPageLoader } from './http/bundle-page.ts';
import { followParent } from './parent-process.ts';
import { createSandbox, type Sandbox } from './sandbox.ts';
import { readSettings, type SandboxSettings } from './settings.ts';
import { createStateFile, StateFileError } from './world/state-file.ts';

/** All three privileged intents; https://docs.discord.com/developers/events/gateway#privileged-intents */
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

/** The program: one sandbox, until it is asked to stop. */
export async function runSandbox(record: EnvironmentRecord): Promise<void> {
  try {
    await run(readSettings(record));
  } catch (error) {
    const expected = explain(error);
    if (expected === null) throw error;
    process.stderr.write(`${expected}\n`);
    process.exitCode = 1;
    // The parent's channel would keep a program alive that has nothing to do.
    if (process.connected) process.disconnect?.();
  }
}

async function run(settings: SandboxSettings): Promise<void> {
  const logger = createLogger({ program: 'sandbox', level: settings.logLevel });
  const clock = createDevelopmentClock(settings.clockOffset);
  let sandbox: Sandbox | undefined;
  let stopping = false;

  /** Releases everything; the process ends when nothing is left to do. */
  async function shutDown(running: Sandbox): Promise<void> {
    try {
      await running.close();
    } catch (error) {
      logger.error({ err: error }, 'The sandbox did not stop cleanly');
      process.exitCode = 1;
    }
    if (process.connected) process.disconnect?.();
  }

  function stop(): void {
    if (stopping) return;
    stopping = true;
    process.off('SIGINT', stop).off('SIGTERM', stop);
    if (sandbox !== undefined) void shutDown(sandbox);
  }

  const requestClock = followParent({
    channel: process,
    now: () => clock.now(),
    onStop: stop,
    onOffset(milliseconds) {
      clock.setOffset(milliseconds);
      sandbox?.announceClock();
    },
  });
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const loadPage = createPageLoader();
  sandbox = await createSandbox({
    host: settings.host,
    port: settings.port,
    botToken: settings.botToken,
    clock,
    logger,
    loadPage,
    privilegedIntents: settings.privilegedIntents ? PRIVILEGED : 0,
    ...(settings.stateFile !== undefined && { state: createStateFile(settings.stateFile) }),
    ...(requestClock !== undefined && { requestClock }),
  });
  logger.info({ url: sandbox.url, api: sandbox.apiUrl }, 'The sandbox is up: open its address in a browser');
  if (!process.connected) process.stdout.write(explainUse(sandbox, settings));
  process.send?.({ type: 'ready', url: sandbox.url });
  // It may have been asked to stop while it was starting.
  if (stopping) return shutDown(sandbox);
  // The bot need not wait for the page, and its first visitor not for the bundler.
  loadPage().catch((error: unknown) => logger.error({ err: error }, 'The chat page cannot be shown'));
}

/** For whoever started it by hand. The token opens nothing but this sandbox, so it may be shown. */
function explainUse({ url, apiUrl }: Sandbox, { botToken }: SandboxSettings): string {
  return [
    '',
    `  The chat page: ${url}`,
    `  Your bot:      new Client({ intents, rest: { api: '${apiUrl}' } }).login('${botToken}')`,
    '',
    '',
  ].join('\n');
}

/** One clear sentence for what a person can put right; null for everything else. */
function explain(error: unknown): string | null {
  if (error instanceof EnvironmentError || error instanceof StateFileError) {
    return error.message;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${String(error.port)}` : '';
    return `Port${port} is in use. Stop the program that uses it or choose another with SANDBOX_PORT.`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL') {
    const address = 'address' in error ? ` ${String(error.address)}` : '';
    return `HOST${address} is no address of this machine. Leave it out: 127.0.0.1 is right nearly always.`;
  }
  return null;
}
