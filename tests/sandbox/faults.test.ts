import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, RateLimitError, type ClientOptions, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum } = FIRST_WORLD;
const POST = { method: 'POST', path: /\/messages$/ };

async function withGeneral(
  act: (sandbox: Sandbox, general: TextChannel) => Promise<void>,
  options: Partial<ClientOptions> = {},
): Promise<void> {
  await withSandbox(async (sandbox) => {
    await withBot(
      sandbox,
      async (bot) => {
        const general = await bot.channels.fetch(forum.general);
        if (general?.type !== ChannelType.GuildText) throw new Error('No text channel');
        await act(sandbox, general);
      },
      options,
    );
  });
}

describe('faults', () => {
  test('answer with a status instead of writing; discord.js tries again', async () => {
    await withGeneral(async (sandbox, general) => {
      sandbox.faults.add({ ...POST, status: 502, times: 2 });
      await general.send('Third time');
      expect(sandbox.messages(forum.general)).toHaveLength(1);
      sandbox.faults.add({ ...POST, status: 400, body: { code: 20_028, message: 'Slow down' } });
      await expect(general.send('x')).rejects.toMatchObject({ code: 20_028 });
    });
  });

  test('cut the connection before or after the write', async () => {
    await withGeneral(
      async (sandbox, general) => {
        sandbox.faults.add({ ...POST, drop: 'before' });
        await expect(general.send('Never written')).rejects.toThrow();
        expect(sandbox.messages(forum.general)).toHaveLength(0);
        sandbox.faults.add({ ...POST, drop: 'after' });
        const send = () => general.send({ content: 'Written', nonce: 'delivery', enforceNonce: true });
        await expect(send()).rejects.toThrow();
        expect(sandbox.messages(forum.general)).toHaveLength(1);
        await send();
        expect(sandbox.messages(forum.general)).toHaveLength(1);
      },
      { rest: { retries: 0 } },
    );
  });

  test('make a bot wait an hour, which it may refuse', async () => {
    await withGeneral(
      async (sandbox, general) => {
        sandbox.faults.add({
          ...POST,
          status: 429,
          body: { message: 'You are being rate limited.', code: 0, retry_after: 3600, global: false },
          headers: { 'Retry-After': '3600', 'X-RateLimit-Scope': 'shared' },
        });
        await expect(general.send('x')).rejects.toBeInstanceOf(RateLimitError);
      },
      { rest: { rejectOnRateLimit: (limit) => Math.max(limit.retryAfter, limit.timeToReset) > 10_000 } },
    );
  });

  test('end when they are cleared', async () => {
    await withGeneral(async (sandbox, general) => {
      sandbox.faults.add({ status: 500, times: Infinity });
      sandbox.faults.clear();
      sandbox.faults.add({ ...POST, delayMs: 1 });
      await general.send('x');
      expect(sandbox.messages(forum.general)).toHaveLength(1);
    });
  });

  test('come by chance, the same chance for the same seed', async () => {
    await withGeneral(
      async (sandbox, general) => {
        const luck = async (seed: number): Promise<boolean[]> => {
          sandbox.faults.clear();
          sandbox.faults.seed(seed);
          sandbox.faults.add({ ...POST, status: 400, probability: 0.5, times: Infinity });
          const outcomes: boolean[] = [];
          for (let number = 0; number < 12; number += 1) {
            outcomes.push(
              await general.send('x').then(
                () => true,
                () => false,
              ),
            );
          }
          return outcomes;
        };
        const first = await luck(7);
        expect(new Set(first).size).toBe(2);
        expect(await luck(7)).toEqual(first);
        expect(await luck(8)).not.toEqual(first);
      },
      { rest: { retries: 0 } },
    );
  });

  test('slow an answer down or ask for an hour of patience', async () => {
    await withGeneral(
      async (sandbox, general) => {
        sandbox.faults.add({ ...POST, slowBodyMs: 80 });
        const began = performance.now();
        await general.send('Slowly');
        expect(performance.now() - began).toBeGreaterThanOrEqual(70);
        sandbox.faults.add({ ...POST, rateLimitSeconds: 3_600 });
        await expect(general.send('x')).rejects.toBeInstanceOf(RateLimitError);
      },
      { rest: { rejectOnRateLimit: (limit) => Math.max(limit.retryAfter, limit.timeToReset) > 10_000 } },
    );
  });
});
