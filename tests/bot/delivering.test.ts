import { deliveries } from '@communique/api/digests/table';
import { createSilentLogger } from '@communique/shared/logger';
import { describe, expect, test } from 'vitest';
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { ada, forum, mara, scheduleDaily, startBotWorld, type BotWorld } from '../support/bot-world.ts';
import { labelsOf, textOf } from '../support/discord-rules.ts';

const MINUTE = 60_000;
const CREATE = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const READ = { method: 'GET', path: /^\/channels\/\d+\/messages$/ };

function posts({ sandbox }: BotWorld): string[] {
  return sandbox.messages(forum.digest).map(textOf);
}

async function list({ sandbox }: BotWorld): Promise<string> {
  const { message } = await sandbox.people.runCommand({
    memberId: mara,
    channelId: forum.mods,
    command: 'digest',
    subcommand: 'list',
  });
  return textOf(message ?? {});
}

/** A daily digest whose first run is due. */
async function dueWorld(): Promise<BotWorld> {
  const world = await startBotWorld();
  await scheduleDaily(world);
  world.clock.pass(31 * MINUTE);
  return world;
}

describe('a digest', () => {
  test('is not posted before its time', async () => {
    const world = await startBotWorld();
    await scheduleDaily(world);
    world.clock.pass(29 * MINUTE);
    await world.bot.runDigests();
    expect(posts(world)).toEqual([]);
  });

  test('is posted once at its time, however often is looked', async () => {
    const world = await dueWorld();
    await world.bot.runDigests();
    await Promise.all([world.bot.runDigests(), world.bot.runDigests()]);
    expect(posts(world)).toHaveLength(1);
    expect(posts(world)[0]).toContain('## Briefings · Tuesday, 18 March 2025');
    expect(posts(world)[0]).toContain('**To discuss:**');
    expect(await list(world)).toContain('the last one was posted');
  });

  test('survives a restart of the bot before its time', async () => {
    const world = await startBotWorld();
    await scheduleDaily(world);
    await world.bot.close();
    world.clock.pass(31 * MINUTE);
    const second = await world.startBot();
    await second.runDigests();
    expect(posts(world)).toHaveLength(1);
  });

  test('is posted in the same pass, and recorded once, when the answers of the API get lost', async () => {
    const world = await dueWorld();
    const lost = ['"limit":', '"outcome":"SENT"'];
    world.afterApi((body) => {
      const at = lost.findIndex((part) => body.includes(part));
      if (at === -1) return;
      lost.splice(at, 1);
      throw new TypeError('fetch failed');
    });
    await world.bot.runDigests();
    expect(lost).toEqual([]);
    expect(posts(world)).toHaveLength(1);
    expect(await world.db.orm.select().from(deliveries)).toMatchObject([
      { state: 'SENT', attempt: 1, uncertain: false },
    ]);
  });

  test('two bots on the same API post it once', async () => {
    const world = await dueWorld();
    const second = await world.startBot();
    await Promise.all([world.bot.runDigests(), second.runDigests()]);
    expect(posts(world)).toHaveLength(1);
  });

  test('with nothing new is skipped, and the list says so', async () => {
    const world = await dueWorld();
    for (const _ of [1, 2]) {
      await world.bot.runDigests();
      world.clock.pass(24 * 60 * MINUTE);
    }
    await world.bot.runDigests();
    // Five briefings, three at a time: the third day has nothing left.
    expect(posts(world)).toHaveLength(2);
    expect(await list(world)).toContain('was skipped');
  });

  test('leads to more briefings, for the presser alone', async () => {
    const world = await dueWorld();
    await world.bot.runDigests();
    const [post] = world.sandbox.messages(forum.digest);
    expect(labelsOf(post ?? {})).toEqual(['Read', 'Read', 'Read', 'More briefings']);
    const buttons = JSON.stringify(post).match(/digest:[0-9a-f-]{36}:more/);
    const { message, ephemeral } = await world.sandbox.people.press({
      memberId: ada,
      channelId: forum.digest,
      messageId: post?.id ?? '',
      customId: buttons?.[0] ?? '',
    });
    expect(ephemeral).toBe(true);
    expect(textOf(message ?? {})).toContain('## Latest briefings');
  });
});

describe('when Discord does not do as asked', () => {
  test('a connection that breaks after the write makes one post', async () => {
    const world = await dueWorld();
    world.sandbox.faults.add({ ...CREATE, drop: 'after' });
    await world.bot.runDigests();
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
    expect(await list(world)).toContain('the last one was posted');
  });

  test('a connection that breaks after every write of a pass makes one post', async () => {
    const world = await dueWorld();
    world.sandbox.faults.add({ ...CREATE, drop: 'after', times: Infinity });
    await world.bot.runDigests();
    world.sandbox.faults.clear();
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
  });

  test('an error before the write is made good by the next pass', async () => {
    const world = await dueWorld();
    world.sandbox.faults.add({ ...CREATE, status: 500, times: Infinity });
    await world.bot.runDigests();
    expect(posts(world)).toEqual([]);
    world.sandbox.faults.clear();
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
  });

  test('a channel that cannot be read back is not posted to again', async () => {
    const world = await dueWorld();
    world.sandbox.faults.add({ ...CREATE, drop: 'after', times: Infinity });
    await world.bot.runDigests();
    world.sandbox.faults.clear();
    world.sandbox.faults.add({ ...READ, status: 500, times: Infinity });
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
    world.sandbox.faults.clear();
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
    expect(await list(world)).toContain('the last one was posted');
  });

  test('a refusal for lack of permission stops the schedule and says why', async () => {
    const world = await dueWorld();
    world.sandbox.people.setOverwrite(forum.digest, {
      id: forum.botRole,
      type: OverwriteType.Role,
      allow: '0',
      deny: String(PermissionFlagsBits.SendMessages),
    });
    await world.bot.runDigests();
    expect(posts(world)).toEqual([]);
    expect(await list(world)).toMatch(/⛔ stopped: .*may not post/);
  });

  test.each([
    [
      'the message history',
      PermissionFlagsBits.ReadMessageHistory,
      /may not read the message history of this channel.*the digest of Tuesday, 18 March 2025.*Read Message History/,
    ],
    ['the channel', PermissionFlagsBits.ViewChannel, /⛔ stopped: the bot cannot see the channel/],
  ])(
    'a digest that may be there is not posted again while the bot may not see %s',
    async (_, permission, told) => {
      const world = await dueWorld();
      world.sandbox.faults.add({ ...CREATE, drop: 'after', times: Infinity });
      await world.bot.runDigests();
      world.sandbox.faults.clear();
      world.sandbox.people.setOverwrite(forum.digest, {
        id: forum.botRole,
        type: OverwriteType.Role,
        allow: String(PermissionFlagsBits.SendMessages),
        deny: String(permission),
      });
      // Discord remembers a nonce for minutes only, and the lease is over by then.
      world.clock.pass(10 * MINUTE);
      await world.bot.runDigests();
      expect(posts(world)).toHaveLength(1);
      expect(await list(world)).toMatch(told);
    },
  );

  test('a first post is made without the permission to read, and the log says what that means', async () => {
    const lines: string[] = [];
    const logger = createSilentLogger();
    logger.warn = (_: unknown, line?: string) => lines.push(line ?? '');
    const world = await startBotWorld({ logger });
    await scheduleDaily(world);
    world.sandbox.people.setOverwrite(forum.digest, {
      id: forum.botRole,
      type: OverwriteType.Role,
      allow: String(PermissionFlagsBits.SendMessages),
      deny: String(PermissionFlagsBits.ReadMessageHistory),
    });
    // The gateway keeps the order: once a command is answered, the bot knows of the change before it.
    await list(world);
    world.clock.pass(31 * MINUTE);
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
    expect(lines.join()).toContain('"Read Message History"');
  });

  test('a rate limit is waited out, not given up on', async () => {
    const world = await dueWorld();
    world.sandbox.faults.add({
      ...CREATE,
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 600, global: false, code: 0 },
      headers: { 'retry-after': '600', 'x-ratelimit-scope': 'shared' },
    });
    await world.bot.runDigests();
    expect(posts(world)).toEqual([]);
    world.clock.pass(20 * MINUTE);
    const second = await world.startBot();
    await second.runDigests();
    expect(posts(world)).toHaveLength(1);
  });

  test('one channel in trouble does not hold up the next', async () => {
    const world = await startBotWorld();
    await scheduleDaily(world, forum.general);
    await scheduleDaily(world);
    world.clock.pass(31 * MINUTE);
    world.sandbox.faults.add({
      method: 'POST',
      path: new RegExp(`/channels/${forum.general}/messages$`),
      status: 500,
      times: Infinity,
    });
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
  });
});

describe('when the API is away', () => {
  test('while the outcome is recorded: the channel is read back, and there is one post', async () => {
    const world = await dueWorld();
    world.beforeApi(async (body) => {
      if (body.includes('RecordDelivery')) throw new TypeError('fetch failed');
    });
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
    world.beforeApi(async () => undefined);
    world.clock.pass(2 * MINUTE);
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
    expect(await list(world)).toContain('the last one was posted');
  });

  test('while claiming: the pass ends, the next one posts', async () => {
    const world = await dueWorld();
    world.cutApi(true);
    await world.bot.runDigests();
    world.cutApi(false);
    await world.bot.runDigests();
    expect(posts(world)).toHaveLength(1);
  });
});
