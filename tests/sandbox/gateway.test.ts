import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';
import { withWire, type Wire } from '../support/wire.ts';

const { forum, ada } = FIRST_WORLD;

const identity = {
  token: BOT_TOKEN,
  intents: 1,
  properties: { os: 'linux', browser: 'test', device: 'test' },
};

function isReady(wire: Wire): boolean {
  return wire.received.some((payload) => payload.t === 'READY');
}

describe('the gateway', () => {
  test('lets a bot resume after the line was cut, and tells it what it missed', async () => {
    await withSandbox(async (sandbox) => {
      const identified: string[] = [];
      await withBot(sandbox, async (bot) => {
        bot.on(Events.ShardReady, () => identified.push('ready'));
        const resumed = new Promise((resolve) =>
          bot.once(Events.ShardResume, (_shard, count) => resolve(count)),
        );
        const heard = new Promise<string>((resolve) =>
          bot.once(Events.ChannelUpdate, (_before, channel) => resolve(channel.id)),
        );
        sandbox.gateway.cut();
        await expect.poll(() => sandbox.gateway.isOnline()).toBe(false);
        sandbox.people.setOverwrite(forum.general, { id: ada, type: 1, allow: '0', deny: '0' });
        expect(await resumed).toBeGreaterThan(0);
        expect(await heard).toBe(forum.general);
        expect(sandbox.gateway.isOnline()).toBe(true);
        expect(identified).toEqual([]);
      });
    });
  });

  test('makes a bot identify anew when its session is gone', async () => {
    await withSandbox(async (sandbox) => {
      let session: unknown;
      await withWire(sandbox, async (wire) => {
        wire.send({ op: 2, d: identity });
        await expect.poll(() => isReady(wire)).toBe(true);
        session = wire.received.find((payload) => payload.t === 'READY')?.d;
        sandbox.gateway.cut({ forget: true });
        await wire.closed;
      });
      await withWire(sandbox, async (wire) => {
        const { session_id } = session as { session_id: string };
        wire.send({ op: 6, d: { token: BOT_TOKEN, session_id, seq: 1 } });
        await expect.poll(() => wire.received.at(-1)).toMatchObject({ op: 9, d: false });
        wire.send({ op: 2, d: identity });
        await expect.poll(() => isReady(wire)).toBe(true);
      });
    });
  });

  test('tells bots with the intent of what members say, and hides the words without MESSAGE_CONTENT', async () => {
    await withSandbox(async (sandbox) => {
      const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
      await withBot(
        sandbox,
        async (bot) => {
          const heard: string[] = [];
          bot.on(Events.MessageCreate, (message) => heard.push(message.content));
          const say = (content: string) =>
            sandbox.people.say({ memberId: ada, channelId: forum.general, content });
          say('Secret');
          say(`Hello <@${bot.user.id}>`);
          await expect.poll(() => heard).toEqual(['', `Hello <@${bot.user.id}>`]);
        },
        { intents, partials: [Partials.Message] },
      );
    });
  });

  test('refuses a wrong token and intents that were not granted', async () => {
    await withSandbox(async (sandbox) => {
      const wrong = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
      await expect(wrong.login('wrong-token')).rejects.toThrow('invalid token');
      await wrong.destroy();
      await withWire(sandbox, async ({ send, closed }) => {
        send({ op: 2, d: { ...identity, token: 'wrong' } });
        expect(await closed).toBe(4004);
      });
      await withWire(sandbox, async ({ send, closed }) => {
        send({ op: 2, d: { ...identity, intents: GatewayIntentBits.MessageContent } });
        expect(await closed).toBe(4014);
      });
      for (const intents of [2 ** 30, 2 ** 32, -1]) {
        await withWire(sandbox, async ({ send, closed }) => {
          send({ op: 2, d: { ...identity, intents } });
          expect(await closed, String(intents)).toBe(4013);
        });
      }
    });
  });

  test('lets in who says nothing of its system, and notes it', async () => {
    await withSandbox(
      async (sandbox) => {
        await withWire(sandbox, async (wire) => {
          wire.send({ op: 2, d: { ...identity, properties: {} } });
          await expect.poll(() => isReady(wire)).toBe(true);
        });
      },
      { expected: { violations: ['payload-types'] } },
    );
  });

  test('closes with 4001 on what nobody knows, also from who has identified', async () => {
    await withSandbox(async (sandbox) => {
      await withWire(sandbox, async (wire) => {
        wire.send({ op: 2, d: identity });
        await expect.poll(() => isReady(wire)).toBe(true);
        wire.send({ op: 42, d: null });
        expect(await wire.closed).toBe(4001);
      });
    });
  });

  test('divides servers among shards', async () => {
    await withSandbox(async (sandbox) => {
      const seen: unknown[] = [];
      for (const shard of [0, 1]) {
        await withWire(sandbox, async ({ send, received }) => {
          send({ op: 2, d: { ...identity, shard: [shard, 2] } });
          await expect.poll(() => received.some((payload) => payload.t === 'READY')).toBe(true);
          const ready = received.find((payload) => payload.t === 'READY');
          seen.push(...((ready?.d as { guilds: unknown[] } | undefined)?.guilds ?? []));
        });
      }
      expect(seen).toHaveLength(2);
    });
  });

  test.each([
    ['not JSON', '{', 4002],
    ['no payload', '[]', 4002],
    ['too long', JSON.stringify({ op: 1, d: 'x'.repeat(5_000) }), 4002],
    ['before identifying', JSON.stringify({ op: 3, d: {} }), 4003],
    ['an identity without token', JSON.stringify({ op: 2, d: {} }), 4002],
    [
      'an identity without properties',
      JSON.stringify({ op: 2, d: { ...identity, properties: undefined } }),
      4002,
    ],
    ['an identity without intents', JSON.stringify({ op: 2, d: { ...identity, intents: undefined } }), 4013],
  ])('closes when it is sent something wrong: %s', async (_name, payload, code) => {
    await withSandbox(
      async (sandbox) => {
        await withWire(sandbox, async ({ send, closed }) => {
          send(payload);
          expect(await closed).toBe(code);
        });
      },
      { expected: { violations: 'ANY' } },
    );
  });

  test('closes on a resume of who has identified already, unless the session was called invalid', async () => {
    await withSandbox(async (sandbox) => {
      const identified = async (wire: Wire): Promise<string> => {
        wire.send({ op: 2, d: identity });
        await expect.poll(() => isReady(wire)).toBe(true);
        const { d } = wire.received.find((payload) => payload.t === 'READY') ?? {};
        return (d as { session_id: string }).session_id;
      };
      await withWire(sandbox, async (wire) => {
        const session_id = await identified(wire);
        wire.send({ op: 6, d: { token: BOT_TOKEN, session_id, seq: 1 } });
        expect(await wire.closed).toBe(4005);
      });
      await withWire(sandbox, async (wire) => {
        const session_id = await identified(wire);
        sandbox.gateway.invalidate({ resumable: true });
        await expect.poll(() => wire.received.at(-1)).toMatchObject({ op: 9, d: true });
        wire.send({ op: 6, d: { token: BOT_TOKEN, session_id, seq: 1 } });
        await expect.poll(() => wire.received.at(-1)).toMatchObject({ t: 'RESUMED' });
      });
    });
  });

  test('closes on a second identity, an unknown opcode, an old version and too many payloads', async () => {
    await withSandbox(async (sandbox) => {
      await withWire(sandbox, async ({ send, closed }) => {
        send({ op: 2, d: identity });
        send({ op: 2, d: identity });
        expect(await closed).toBe(4005);
      });
      await withWire(sandbox, async ({ send, closed }) => {
        send({ op: 2, d: identity });
        send({ op: 77 });
        expect(await closed).toBe(4001);
      });
      await withWire(sandbox, async ({ closed }) => expect(await closed).toBe(4012), '?v=9');
      await withWire(sandbox, async ({ send, closed }) => {
        for (let count = 0; count < 121; count += 1) send({ op: 1, d: null });
        expect(await closed).toBe(4008);
      });
    });
  });

  test('answers heartbeats and gives up on a bot that sends none', async () => {
    await withSandbox(
      async (sandbox) => {
        await withWire(sandbox, async ({ send, received, closed }) => {
          await expect.poll(() => received).toMatchObject([{ op: 10, d: { heartbeat_interval: 500 } }]);
          send({ op: 1, d: null });
          await expect.poll(() => received).toMatchObject([{ op: 10 }, { op: 11 }]);
          expect(await closed).toBe(4009);
        });
      },
      { heartbeatMs: 500 },
    );
  });
});
