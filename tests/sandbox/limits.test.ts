import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import type { Sandbox } from '@communique/sandbox/sandbox';
import { createRateLimits } from '@communique/sandbox/rest/rate-limits';
import { ROUTES } from '@communique/sandbox/rest/routes';
import { ChannelType, RateLimitError, type NewsChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../support/settable-clock.ts';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum } = FIRST_WORLD;
const authorization = { authorization: 'Bot test-token' };

function aClock() {
  return { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
}

const GET = {
  method: 'GET',
  path: '/channels/{channel_id}',
  params: { channel_id: '1' },
  globallyLimited: true,
};

describe('rate limits', () => {
  test('divide a route by its channel and tell how much is left', () => {
    const clock = aClock();
    const limits = createRateLimits(clock, { 'GET /channels/{channel_id}': { limit: 2, windowMs: 5_000 } });
    expect(limits.count(GET).headers).toMatchObject({
      'X-RateLimit-Limit': '2',
      'X-RateLimit-Remaining': '1',
      'X-RateLimit-Reset-After': '5.000',
    });
    limits.count(GET);
    expect(limits.count({ ...GET, params: { channel_id: '2' } }).refused).toBeNull();
    clock.pass(1_500);
    expect(limits.count(GET)).toMatchObject({
      refused: { retryAfter: 3.5, scope: 'user' },
      headers: { 'X-RateLimit-Remaining': '0' },
    });
    clock.pass(3_500);
    expect(limits.count(GET).refused).toBeNull();
  });

  test('let fifty requests pass in a second, and interactions always', () => {
    const clock = aClock();
    const limits = createRateLimits(clock, {});
    for (let number = 0; number < 50; number += 1) {
      expect(limits.count({ ...GET, params: { channel_id: String(number) } }).refused).toBeNull();
    }
    const other = { ...GET, params: { channel_id: 'other' } };
    expect(limits.count(other).refused).toMatchObject({ scope: 'global' });
    expect(limits.count({ ...other, globallyLimited: false }).refused).toBeNull();
    clock.pass(1_000);
    expect(limits.count(other).refused).toBeNull();
  });

  test('name a bucket of its own for every method and path', () => {
    const limits = createRateLimits(aClock());
    const ids = ROUTES.map(({ method, path }) => {
      const { headers } = limits.count({ method, path, params: {}, globallyLimited: false });
      return headers['X-RateLimit-Bucket'];
    });
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ROUTES.length);
  });

  test('do not count what follows an interaction among the fifty of a second', async () => {
    await withSandbox(
      async (sandbox) => {
        const ask = (path: string) =>
          fetch(`${sandbox.apiUrl}/v10${path}`, { headers: authorization }).then(({ status }) => status);
        const original = `/webhooks/${FIRST_WORLD.bot}/token/messages/@original`;
        await Promise.all(Array.from({ length: 50 }, () => ask('/users/@me')));
        expect(await ask('/users/@me')).toBe(429);
        expect(await ask(`/channels/${forum.general}`)).toBe(429);
        expect(await ask(original)).toBe(401);
      },
      { clock: aClock() },
    );
  });

  test('are told with every answer, with scope and a retry_after in seconds', async () => {
    await withSandbox(
      async (sandbox) => {
        const ask = () =>
          fetch(`${sandbox.apiUrl}/v10/channels/${forum.general}`, { headers: authorization });
        const first = await ask();
        expect(Number(first.headers.get('x-ratelimit-remaining'))).toBe(49);
        const answers = await Promise.all(Array.from({ length: 50 }, ask));
        const refused = answers.find((answer) => answer.status === 429);
        expect(refused?.headers.get('x-ratelimit-scope')).toBe('global');
        expect(refused?.headers.get('x-ratelimit-global')).toBe('true');
        expect(await refused?.json()).toMatchObject({ global: true, retry_after: 1 });
      },
      // It stands still: how fast the machine is does not matter.
      { clock: aClock() },
    );
  });

  test('end in a ban after ten thousand invalid requests in ten minutes', async () => {
    const clock = aClock();
    const limits = createRateLimits(clock, {});
    for (let number = 0; number < 9_999; number += 1) limits.noteInvalid();
    expect(limits.bannedFor()).toBeNull();
    limits.noteInvalid();
    clock.pass(60_000);
    expect(limits.bannedFor()).toBe(9 * 60);
    clock.pass(9 * 60_000);
    expect(limits.bannedFor()).toBeNull();
  });

  test('ban by wrong tokens: then nothing is answered any more', async () => {
    await withSandbox(
      async (sandbox) => {
        const ask = (token: string) =>
          fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${token}` } });
        for (let count = 0; count < 3; count += 1) expect((await ask('wrong')).status).toBe(401);
        const banned = await ask('test-token');
        expect([banned.status, await banned.text()]).toEqual([429, 'error code: 1015']);
        const unknown = await fetch(`${sandbox.apiUrl}/v10/unknown`, { headers: authorization });
        expect(unknown.status).toBe(429);
      },
      { invalidRequestLimit: 3, expected: { unhandledRoutes: ['GET /unknown'] } },
    );
  });

  test('let ten messages of a channel be published in an hour', async () => {
    const clock = aClock();
    await withSandbox(
      async (sandbox) => {
        const rest = { rejectOnRateLimit: () => true };
        await withBot(
          sandbox,
          async (bot) => {
            const digest = await bot.channels.fetch(forum.digest);
            if (digest?.type !== ChannelType.GuildAnnouncement) throw new Error('No announcement channel');
            const publish = async (channel: NewsChannel) => (await channel.send('News')).crosspost();
            for (let number = 0; number < 10; number += 1) await publish(digest);
            await expect(publish(digest)).rejects.toBeInstanceOf(RateLimitError);
          },
          { rest },
        );
        expect(sandbox.violations()).toEqual([]);
      },
      { clock },
    );
  });

  test('let a published message be edited three times in an hour', async () => {
    const clock = aClock();
    await withSandbox(
      async (sandbox) => {
        await withBot(
          sandbox,
          async (bot) => {
            const digest = await bot.channels.fetch(forum.digest);
            if (digest?.type !== ChannelType.GuildAnnouncement) throw new Error('No announcement channel');
            const message = await digest.send('News');
            for (let number = 0; number < 4; number += 1) await message.edit(`Before ${number}`);
            const published = await message.crosspost();
            for (let number = 0; number < 3; number += 1) await published.edit(`After ${number}`);
            await expect(published.edit('Again')).rejects.toBeInstanceOf(RateLimitError);
            expect(sandbox.messages(forum.digest).at(-1)?.content).toBe('After 2');
            clock.pass(3_600_000);
            const refused = await patch(sandbox, forum.digest, published.id);
            expect([refused.status, await refused.json()]).toMatchObject([200, { content: 'x' }]);
          },
          { rest: { rejectOnRateLimit: () => true } },
        );
      },
      { clock },
    );
  });

  test('let messages older than an hour be edited thirty times in an hour and channel', async () => {
    const clock = aClock();
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => {
          const general = await bot.channels.fetch(forum.general);
          if (general?.isSendable() !== true) throw new Error('No text channel');
          const old = [await general.send('One'), await general.send('Two')];
          clock.pass(3_600_001);
          const young = await general.send('Three');
          for (let number = 0; number < 30; number += 1) {
            expect((await patch(sandbox, forum.general, old[number % 2]?.id ?? '')).status).toBe(200);
          }
          const refused = await patch(sandbox, forum.general, old[0]?.id ?? '');
          expect(refused.status).toBe(429);
          expect(refused.headers.get('x-ratelimit-scope')).toBe('shared');
          expect(await refused.json()).toMatchObject({ code: 30_046, global: false, retry_after: 3_600 });
          expect((await patch(sandbox, forum.general, young.id)).status).toBe(200);
        });
      },
      { clock },
    );
  });
});

async function patch(sandbox: Sandbox, channelId: string, messageId: string): Promise<Response> {
  return fetch(`${sandbox.apiUrl}/v10/channels/${channelId}/messages/${messageId}`, {
    method: 'PATCH',
    headers: { ...authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'x' }),
  });
}
