import { once } from 'node:events';
import type { Sandbox } from '@communique/sandbox/sandbox';
import { isOnShard } from '@communique/sandbox/gateway/shards';
import { createSessionStarts } from '@communique/sandbox/gateway/session-starts';
import { createFirstWorld, FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../support/settable-clock.ts';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';
import { withWire } from '../support/wire.ts';

const { forum, second, jun } = FIRST_WORLD;
const identity = {
  token: BOT_TOKEN,
  intents: 1,
  properties: { os: 'linux', browser: 'test', device: 'test' },
};

/** A client that is told to begin anew or to resume; what it did of both. */
async function afterwards(act: (sandbox: Sandbox) => void): Promise<string> {
  return withSandbox((sandbox) =>
    withBot(sandbox, async (bot) => {
      const outcome = new Promise<string>((resolve) => {
        bot.once(Events.ShardResume, () => resolve('resumed'));
        bot.once(Events.ShardReady, () => resolve('identified'));
      });
      act(sandbox);
      return outcome;
    }),
  );
}

describe('the gateway', () => {
  test('asks a bot to connect again, which resumes', async () => {
    expect(await afterwards((sandbox) => sandbox.gateway.reconnect())).toBe('resumed');
  });

  test('takes a session away, for now or for good', async () => {
    expect(await afterwards((sandbox) => sandbox.gateway.invalidate({ resumable: true }))).toBe('resumed');
    expect(await afterwards((sandbox) => sandbox.gateway.invalidate({ resumable: false }))).toBe(
      'identified',
    );
  });

  test.each([4000, 4001, 4002])('closes with code %i on demand, after which a bot resumes', async (code) => {
    expect(await afterwards((sandbox) => sandbox.gateway.cut({ code }))).toBe('resumed');
  });

  test.each([4004, 4010, 4011, 4012, 4013, 4014])('closes with code %i for good', async (code) => {
    await withSandbox((sandbox) =>
      withBot(sandbox, async (bot) => {
        const closed = new Promise<number>((resolve) => {
          bot.once(Events.ShardDisconnect, (event) => resolve(event.code));
        });
        bot.on(Events.ShardError, () => {});
        sandbox.gateway.cut({ code });
        expect(await closed).toBe(code);
      }),
    );
  });

  test('goes silent on demand: a bot notices its zombie by itself', async () => {
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => {
          const resumed = new Promise<void>((resolve) => bot.once(Events.ShardResume, () => resolve()));
          sandbox.gateway.answerHeartbeats(false);
          await expect.poll(() => sandbox.gateway.isOnline(), { interval: 5, timeout: 5_000 }).toBe(false);
          sandbox.gateway.answerHeartbeats(true);
          await resumed;
        });
      },
      { heartbeatMs: 100 },
    );
  });

  test('lets one shard identify in five seconds, or as many as max_concurrency says', async () => {
    const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
    await withSandbox(
      async (sandbox) => {
        const identify = async (shard: number): Promise<string | null | number> => {
          let answer: string | null | number = null;
          await withWire(sandbox, async ({ send, received }) => {
            send({ op: 2, d: { ...identity, shard: [shard, 4] } });
            await expect.poll(() => received.length).toBeGreaterThan(1);
            answer = received[1]?.t ?? received[1]?.op ?? null;
          });
          return answer;
        };
        expect([await identify(0), await identify(1), await identify(2)]).toEqual(['READY', 'READY', 9]);
        clock.pass(5_000);
        expect(await identify(2)).toBe('READY');
        const answer = await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, {
          headers: { authorization: `Bot ${BOT_TOKEN}` },
        });
        expect(await answer.json()).toMatchObject({
          session_start_limit: { total: 1000, remaining: 997, max_concurrency: 2 },
        });
      },
      { clock, maxConcurrency: 2, identifyWindowMs: 5_000 },
    );
  });

  test('lets bots identify a thousand times a day', async () => {
    const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
    const starts = createSessionStarts(clock, { maxConcurrency: 1, windowMs: 0, perDay: 1_000 });
    for (let count = 0; count < 1_000; count += 1) expect(starts.take(0)).toBe('free');
    expect(starts.take(0)).toBe('exhausted');
    clock.pass(23 * 3_600_000);
    expect(starts.describe()).toMatchObject({ total: 1_000, remaining: 0, reset_after: 3_600_000 });
    clock.pass(3_600_000);
    expect(starts.take(0)).toBe('free');
  });

  test('refuses whoever identifies after the last time of the day, which a client sees coming', async () => {
    const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => expect(bot.isReady()).toBe(true));
        const late = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
        await expect(late.login(BOT_TOKEN)).rejects.toThrow('Not enough sessions remaining');
        await late.destroy();
        await withWire(sandbox, async ({ send, closed }) => {
          send({ op: 2, d: identity });
          expect(await closed).toBe(4004);
        });
        clock.pass(24 * 3_600_000);
        await withBot(sandbox, async (bot) => expect(bot.isReady()).toBe(true));
      },
      { clock, identifiesPerDay: 1 },
    );
  });

  test('asks for shards when one would have more than 2,500 servers', async () => {
    const world = createFirstWorld();
    const [guild] = world.guilds;
    if (guild === undefined) throw new Error('The first world has no server');
    const members = guild.members.filter(({ userId }) => userId === FIRST_WORLD.bot);
    for (let number = world.guilds.length; number < 2_501; number += 1) {
      const id = String(BigInt(guild.id) + (BigInt(number) << 22n));
      world.guilds.push({ ...guild, id, roles: [], members });
    }
    await withSandbox(
      async (sandbox) => {
        await withWire(sandbox, async ({ send, closed }) => {
          send({ op: 2, d: identity });
          expect(await closed).toBe(4011);
        });
        await withWire(sandbox, async ({ send, received }) => {
          send({ op: 2, d: { ...identity, intents: 0, shard: [1, 2] } });
          await expect.poll(() => received.some(({ t }) => t === 'READY')).toBe(true);
        });
      },
      { state: { load: async () => world, save: async () => {} } },
    );
  });

  test('reads nothing more from whoever it sends away', async () => {
    await withSandbox(async (sandbox) => {
      await withWire(sandbox, async ({ send, received, closed }) => {
        send({ op: 2, d: { ...identity, token: 'wrong' } });
        send({ op: 2, d: identity });
        send('nonsense');
        expect(await closed).toBe(4004);
        expect(received.map(({ op }) => op)).toEqual([10]);
      });
      expect(sandbox.gateway.isOnline()).toBe(false);
    });
  });

  test.each(['encoding=etf', 'encoding=json&compress=zlib-stream'])(
    'refuses bots that ask for %s, which they alone would understand',
    async (query) => {
      const what = query.includes('etf') ? 'encoding etf' : 'compression zlib-stream';
      await withSandbox(
        async (sandbox) => {
          const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway?v=10&${query}`);
          const [outcome] = await Promise.race([once(socket, 'open'), once(socket, 'error')]);
          expect((outcome as Event).type).toBe('error');
        },
        { expected: { unhandledRoutes: [`GET /gateway with ${what}`] } },
      );
    },
  );

  test('refuses impossible shards and sequences', async () => {
    await withSandbox(async (sandbox) => {
      await withWire(sandbox, async ({ send, closed }) => {
        send({ op: 2, d: { ...identity, shard: [2, 2] } });
        expect(await closed).toBe(4010);
      });
      let sessionId: unknown;
      await withWire(sandbox, async ({ send, received }) => {
        send({ op: 2, d: identity });
        await expect.poll(() => received.some(({ t }) => t === 'READY')).toBe(true);
        const ready = received.find(({ t }) => t === 'READY');
        sessionId = (ready?.d as { session_id: string } | undefined)?.session_id;
        sandbox.gateway.cut();
      });
      await withWire(sandbox, async ({ send, closed }) => {
        send({ op: 6, d: { token: BOT_TOKEN, session_id: sessionId, seq: 1_000_000 } });
        expect(await closed).toBe(4007);
      });
    });
  });

  test('divides servers by the time part of their ids', () => {
    expect([1n << 22n, 1n << 21n, 3n << 22n].map((id) => isOnShard(id.toString(), [1, 2]))).toEqual([
      true,
      false,
      true,
    ]);
    expect(isOnShard(null, [0, 2])).toBe(true);
  });

  test('serves a bot of two shards, each with its own servers', async () => {
    await withSandbox(async (sandbox) => {
      const bot = new Client({
        intents: [GatewayIntentBits.Guilds],
        shards: [0, 1],
        shardCount: 2,
        rest: { api: sandbox.apiUrl },
      });
      const ready = new Promise((resolve) => bot.once(Events.ClientReady, resolve));
      try {
        await bot.login(BOT_TOKEN);
        await ready;
        expect([forum.id, second.id].map((id) => bot.guilds.cache.get(id)?.shardId)).toEqual(
          [forum.id, second.id].map((id) => Number((BigInt(id) >> 22n) % 2n)),
        );
      } finally {
        await bot.destroy();
      }
    });
  });

  test('lists members to those who may ask', async () => {
    await withSandbox(
      async (sandbox) => {
        const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers];
        await withBot(
          sandbox,
          async (bot) => {
            const guild = bot.guilds.cache.get(forum.id);
            expect((await guild?.members.fetch())?.size).toBe(5);
            expect((await guild?.members.fetch({ query: 'ju', limit: 5 }))?.has(jun)).toBe(true);
          },
          { intents },
        );
        await withWire(sandbox, async ({ send, closed }) => {
          send({ op: 2, d: identity });
          send({ op: 8, d: { guild_id: forum.id, query: '', limit: 0 } });
          expect(await closed).toBe(4014);
        });
      },
      { privilegedIntents: GatewayIntentBits.GuildMembers },
    );
  });

  test('tells of roles and of what happens to the bot itself', async () => {
    await withSandbox((sandbox) =>
      withBot(sandbox, async (bot) => {
        sandbox.people.grant(forum.id, forum.botRole, 1n << 28n);
        await expect
          .poll(() => bot.guilds.cache.get(forum.id)?.members.me?.permissions.has(1n << 28n))
          .toBe(true);
        sandbox.people.setRoles(forum.id, bot.user.id, []);
        await expect.poll(() => bot.guilds.cache.get(forum.id)?.members.me?.roles.cache.size).toBe(1);
      }),
    );
  });
});
