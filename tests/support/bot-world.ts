/** The real bot between the real API and the sandbox, in one process, on a clock the test moves. */
import { expect, onTestFinished, vi } from 'vitest';
import { createBot, type Bot, type BotOptions } from '@communique/bot/create-bot';
import type { Database } from '@communique/api/database/client';
import { createSandbox, type Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { DevelopmentClock } from '@communique/shared/clock';
import { createSilentLogger } from '@communique/shared/logger';
import { createBotApi, openLibraryApi } from './bot-api.ts';

export const { mara, ada, forum } = FIRST_WORLD;
// Three programs in one process take their time on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const SANDBOX_TOKEN = 'sandbox-token';

interface MovableClock extends DevelopmentClock {
  /** Lets time pass, for content and for deadlines alike. */
  pass(milliseconds: number): void;
}

export interface BotWorld {
  bot: Bot;
  sandbox: Sandbox;
  clock: MovableClock;
  db: Database;
  /** From now on the API does not answer; until it is called with `false`. */
  cutApi(isCut: boolean): void;
  /** What happens to each request before the API gets it. */
  beforeApi(act: (body: string) => Promise<void>): void;
  /** What happens after a request was carried out, given its body, before the bot has the answer: throwing loses it. */
  afterApi(act: (body: string) => void): void;
  /** Another bot with the same token and the same API, as after a restart. */
  startBot(wish?: Partial<BotOptions>): Promise<Bot>;
}

/** It is Tuesday, 18 March 2025, 07:30 UTC. Ends with the sandbox's verdict: nothing said that Discord would not take. */
export async function startBotWorld(wish: Partial<BotOptions> & { empty?: boolean } = {}): Promise<BotWorld> {
  const { empty = false, ...botWish } = wish;
  const clock = createMovableClock('2025-03-18T07:30:00Z');
  const logger = createSilentLogger();
  const library = await openLibraryApi(clock, { empty });
  const sandbox = await createSandbox({ port: 0, botToken: SANDBOX_TOKEN, clock, logger });
  onTestFinished(async () => {
    await sandbox.close();
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  });
  let isCut = false;
  let before = async (_body: string): Promise<void> => undefined;
  let after = (_body: string): void => undefined;
  const api = createBotApi(async (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : '';
    await before(body);
    if (isCut) throw new TypeError('fetch failed');
    const response = await library.fetch(input, init);
    after(body);
    return response;
  });

  async function startBot(more: Partial<BotOptions> = {}): Promise<Bot> {
    const bot = await createBot({
      discordToken: SANDBOX_TOKEN,
      discordApiUrl: sandbox.apiUrl,
      api,
      clock,
      logger,
      ...botWish,
      ...more,
    });
    onTestFinished(() => bot.close());
    await bot.ready;
    return bot;
  }
  return {
    bot: await startBot(),
    sandbox,
    clock,
    db: library.db,
    cutApi: (cut) => {
      isCut = cut;
    },
    beforeApi: (act) => {
      before = act;
    },
    afterApi: (act) => {
      after = act;
    },
    startBot,
  };
}

function createMovableClock(start: string): MovableClock {
  let now = new Date(start).getTime();
  let deadline = now;
  return {
    now: () => new Date(now),
    deadline: () => new Date(deadline),
    offset: () => now - deadline,
    setOffset: (milliseconds) => {
      now = Math.max(now, deadline + milliseconds);
    },
    pass(milliseconds) {
      now += milliseconds;
      deadline += milliseconds;
    },
  };
}

/** A daily digest at 09:00 in Berlin (08:00 UTC on the first day), set up by Mara in #digest. */
export async function scheduleDaily(world: BotWorld, channelId: string = forum.digest): Promise<void> {
  await world.sandbox.people.runCommand({
    memberId: mara,
    channelId: forum.mods,
    command: 'digest',
    subcommand: 'create',
    options: { channel: channelId, time: '09:00', timezone: 'Europe/Berlin' },
  });
}
