import { Events, REST } from 'discord.js';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApiClient } from '@communique/bot/api/client';
import { waitForApi } from '@communique/bot/api/wait-for-api';
import { createBot } from '@communique/bot/create-bot';
import { createDiscordClient } from '@communique/bot/discord/client';
import { DiscordConnectionError, watchConnection } from '@communique/bot/discord/watch-connection';
import { waitForDiscord } from '@communique/bot/discord/wait-for-discord';
import { createSandbox, type Sandbox } from '@communique/sandbox/sandbox';
import { createDevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger, type Logger } from '@communique/shared/logger';
import { createBotApi, openLibraryApi } from '../support/bot-api.ts';
import { ada, forum, scheduleDaily, startBotWorld } from '../support/bot-world.ts';

test('a token Discord does not know is a clear sentence, not a loop', async () => {
  const clock = createDevelopmentClock();
  const logger = createSilentLogger();
  const { api } = await openLibraryApi(clock, { empty: true });
  const sandbox = await createSandbox({ port: 0, botToken: 'right', clock, logger });
  onTestFinished(() => sandbox.close());
  const bot = await createBot({ discordToken: 'wrong', discordApiUrl: sandbox.apiUrl, api, clock, logger });
  onTestFinished(() => bot.close());
  await expect(bot.ready).rejects.toThrow(DiscordConnectionError);
  await expect(bot.ready).rejects.toThrow(/DISCORD_TOKEN/);
});

test('after a cut connection commands are answered again', async () => {
  const { sandbox, bot } = await startBotWorld();
  const backAgain = nextReconnect(sandbox);
  sandbox.gateway.cut();
  await backAgain;
  const { state } = await sandbox.people.runCommand({
    memberId: ada,
    channelId: forum.general,
    command: 'briefing',
    subcommand: 'latest',
  });
  expect(state).toBe('ANSWERED');
  await expect(bot.ready).resolves.toBeUndefined();
});

test('a token that Discord takes back ends the bot, not only a request', async () => {
  const world = await startBotWorld();
  await scheduleDaily(world);
  world.clock.pass(31 * 60_000);
  world.sandbox.faults.add({
    method: 'POST',
    path: /\/messages$/,
    status: 401,
    body: { message: '401: Unauthorized', code: 0 },
  });
  await world.bot.runDigests();
  expect((await world.bot.failed).message).toContain('DISCORD_TOKEN');
});

test.each([
  [4004, /DISCORD_TOKEN/],
  [4014, /intents/],
  [4011, /sharding/],
])('the gateway closing for good with %i is said in a sentence', async (code, sentence) => {
  const client = createDiscordClient({ apiUrl: undefined });
  const failed = watchConnection(client, createSilentLogger());
  client.emit(Events.ShardDisconnect, { code, reason: '', wasClean: true }, 0);
  expect((await failed).message).toMatch(sentence);
});

async function nextReconnect(sandbox: Sandbox): Promise<void> {
  await vi.waitFor(() => expect(sandbox.gateway.isOnline()).toBe(false), { interval: 1 });
  await vi.waitFor(() => expect(sandbox.gateway.isOnline()).toBe(true), { timeout: 8_000, interval: 10 });
}

test('the bot waits for an API that is not up, and says so', async () => {
  const clock = createDevelopmentClock();
  const { fetch } = await openLibraryApi(clock, { empty: true });
  const lines: string[] = [];
  let tries = 0;
  const api = createBotApi(async (input, init) => {
    tries += 1;
    if (tries < 3) throw new TypeError('fetch failed');
    return fetch(input, init);
  });
  const pauses: number[] = [];
  await waitForApi({
    api,
    logger: listening(lines),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
  });
  const line = 'waiting for the API at http://localhost/graphql. Is it running? API_URL names it';
  expect(lines).toEqual([line, line]);
  expect(pauses).toEqual([250, 500]);
});

test('an API that does not know the bot’s token is not waited for', async () => {
  const clock = createDevelopmentClock();
  const { fetch } = await openLibraryApi(clock, { empty: true });
  const api = createApiClient({ url: 'http://localhost/graphql', token: 'x'.repeat(40), fetch });
  const waiting = waitForApi({ api, logger: createSilentLogger(), pause: async () => undefined });
  await expect(waiting).rejects.toThrow(/http:\/\/localhost\/graphql does not know .*BOT_API_TOKEN must be/);
});

test.each([
  [404, '<html>Not found</html>'],
  [200, '<html>Welcome</html>'],
  [403, 'Forbidden'],
  [400, '{"errors":[{"message":"No such field","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}'],
])('another program at the API’s address (status %i, %j) is not waited for either', async (status, body) => {
  const api = createApiClient({
    url: 'http://bot:hush@localhost/graphql?key=hush',
    token: 'x'.repeat(40),
    fetch: async () => new Response(body, { status }),
  });
  const waiting = waitForApi({ api, logger: createSilentLogger(), pause: async () => undefined });
  await expect(waiting).rejects.toThrow(
    'The program at http://localhost/graphql does not answer like the API',
  );
});

test('a Discord that cannot be reached is said with the reason, and again every half minute', async () => {
  const refuse = async (): Promise<never> => {
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('not found'), { code: 'ENOTFOUND' }),
    });
  };
  const rest = new REST({ makeRequest: refuse, retries: 0 }).setToken('t');
  const lines: string[] = [];
  const stop = new AbortController();
  let waitedMs = 0;
  const waiting = waitForDiscord({
    rest,
    logger: listening(lines),
    pause: async (milliseconds) => {
      waitedMs += milliseconds;
      if (waitedMs > 120_000) stop.abort();
    },
    signal: stop.signal,
  });
  await expect(waiting).rejects.toThrow(/abort/);
  expect(new Set(lines)).toEqual(new Set(['waiting for Discord: it cannot be reached (ENOTFOUND)']));
  expect(lines.length).toBeLessThanOrEqual(5);
  expect(lines.length).toBeGreaterThanOrEqual(3);
});

function listening(lines: string[]): Logger {
  const logger = createSilentLogger();
  logger.warn = (_: unknown, line?: string) => lines.push(line ?? '');
  return logger;
}
