import type { Sandbox } from '@communique/sandbox/sandbox';
import { fitsPattern } from '@communique/sandbox/rest/path-pattern';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, Events, RateLimitError, type ClientOptions, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';

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

  test('write and then fail: what discord.js sends again without a nonce is there twice', async () => {
    await withGeneral(async (sandbox, general) => {
      sandbox.faults.add({ ...POST, status: 502, afterWrite: true });
      await general.send('Twice');
      expect(sandbox.messages(forum.general).map(({ content }) => content)).toEqual(['Twice', 'Twice']);
      sandbox.faults.add({ ...POST, status: 502, afterWrite: true });
      await general.send({ content: 'Once', nonce: 'delivery', enforceNonce: true });
      expect(sandbox.messages(forum.general).map(({ content }) => content)).toEqual([
        'Twice',
        'Twice',
        'Once',
      ]);
    });
  });

  test('happen to unknown routes and answer without a body where a status has none', async () => {
    await withSandbox(
      async (sandbox) => {
        sandbox.faults.add({ path: /^\/nothing$/, status: 503 });
        expect((await fetch(`${sandbox.apiUrl}/v10/nothing`)).status).toBe(503);
        sandbox.faults.add({ status: 204 });
        expect((await fetch(`${sandbox.apiUrl}/v10/gateway`)).status).toBe(204);
      },
      { expected: { unhandledRoutes: ['GET /nothing'] } },
    );
  });

  test('are refused when their parts exclude each other', async () => {
    await withSandbox(async ({ faults }) => {
      for (const fault of [
        { status: 500, drop: 'after' as const },
        { status: 42 },
        { status: 429, rateLimitSeconds: 1 },
        { afterWrite: true },
      ]) {
        expect(() => faults.add(fault), JSON.stringify(fault)).toThrow(RangeError);
      }
    });
  });

  test.each([
    { probability: 2 },
    { probability: Number.NaN },
    { times: 0 },
    { times: -1 },
    { times: 1.5 },
    { delayMs: -5 },
    { delayMs: Number.NaN },
    { slowBodyMs: Infinity },
    { rateLimitSeconds: -1 },
    { status: 200.5 },
    { drop: 'x' },
    { path: '/messages$' },
    { path: '(a+)+b' },
    { method: 'FETCH' },
    { headers: { 'x-number': 5 } },
    { headers: { 'no name': 'x' } },
    { headers: { 'x-lines': 'one\r\ntwo' } },
    { headers: { 'Content-Length': '5' } },
    {},
    { staus: 500 },
  ])('are refused, by the same rules as over HTTP, when they are nonsense: %j', async (fault) => {
    await withSandbox(async ({ faults }) => {
      const [field = 'status'] = Object.keys(fault);
      // What only a caller without types could say.
      const add = (nonsense: object) =>
        faults.add({ ...(field !== 'status' && { delayMs: 1 }), ...nonsense });
      expect(() => add(fault)).toThrow(new RegExp(`\\b${field}\\b`));
    });
  });

  test('that limit the rate have the headers of a limit', async () => {
    await withSandbox(async (sandbox) => {
      const ask = () =>
        fetch(`${sandbox.apiUrl}/v10/channels/${forum.general}/messages`, {
          headers: { authorization: `Bot ${BOT_TOKEN}` },
        });
      const bucket = (await ask()).headers.get('x-ratelimit-bucket');
      sandbox.faults.add({ rateLimitSeconds: 30.5 });
      const { status, headers } = await ask();
      const seen = (name: string) => headers.get(`x-ratelimit-${name}`);
      expect({ status, retryAfter: headers.get('retry-after') }).toEqual({ status: 429, retryAfter: '31' });
      expect([seen('limit'), seen('remaining'), seen('reset-after'), seen('scope')]).toEqual([
        '50',
        '0',
        '30.500',
        'user',
      ]);
      expect(seen('bucket')).toBe(bucket);
      expect(Math.abs(Number(seen('reset')) - Date.now() / 1_000 - 30.5)).toBeLessThan(10);
    });
  });

  test('that are a bare 429 ask for a second of patience in its body and headers', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.faults.add({ status: 429 });
      const answer = await fetch(`${sandbox.apiUrl}/v10/gateway`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
      expect(await answer.json()).toEqual({
        message: 'You are being rate limited.',
        code: 0,
        retry_after: 1,
        global: false,
      });
    });
  });

  test.each([
    ['/gateway', '/gateway', true],
    ['/gateway', '/gateway/bot', false],
    ['*/messages', '/channels/1/messages', true],
    ['*/messages', '/channels/1/messages/2', false],
    ['/channels/*/messages/*', '/channels/1/messages/2', true],
    ['/channels/*', '/webhooks/1', false],
    ['/a*a', '/a', false],
    ['*', '/anything', true],
    [`${'*a'.repeat(99)}*b`, `/${'a'.repeat(2_000)}`, false],
  ])('happen where the pattern of a path fits: %s', (pattern, path, fits) => {
    expect(fitsPattern(pattern, path)).toBe(fits);
  });

  test('are set and cleared by HTTP, for bots that run beside the sandbox', async () => {
    await withGeneral(
      async (sandbox, general) => {
        const say = async (method: string, body?: unknown) => {
          const answer = await fetch(`${sandbox.url}/sandbox/faults`, {
            method,
            ...(body !== undefined && {
              body: JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            }),
          });
          return { status: answer.status, body: (await answer.json()) as unknown };
        };
        const post = { method: 'POST', path: '/channels/*/messages' };
        expect(await say('POST', { ...post, status: 500, afterWrite: true, seed: 7 })).toEqual({
          status: 200,
          body: {},
        });
        await expect(general.send('Written')).rejects.toMatchObject({ status: 500 });
        expect(sandbox.messages(forum.general)).toHaveLength(1);
        await say('POST', { ...post, drop: 'before', times: 'ALWAYS' });
        for (let number = 0; number < 3; number += 1) await expect(general.send('x')).rejects.toThrow();
        expect(await say('DELETE')).toEqual({ status: 200, body: {} });
        await general.send('And again');
        expect(sandbox.messages(forum.general)).toHaveLength(2);
        expect(await say('POST', { path: '/messages$', status: 500 })).toMatchObject({
          status: 400,
          body: { error: 'path: Write a path in which * stands for anything, such as /channels/*/messages.' },
        });
        expect(await say('POST', { status: 500, drop: 'after' })).toMatchObject({
          status: 400,
          body: { error: expect.stringMatching(/^drop: /) },
        });
        expect(await say('POST', { probability: 2 })).toMatchObject({
          status: 400,
          body: { error: expect.stringMatching(/^probability: /) },
        });
      },
      { rest: { retries: 0 } },
    );
  });

  test('cut the gateway by HTTP, after which a bot resumes or begins anew', async () => {
    await withSandbox(async (sandbox) => {
      const say = async (body: unknown): Promise<number> => {
        const headers = { 'content-type': 'application/json' };
        const init = { method: 'POST', headers, body: JSON.stringify(body) };
        return (await fetch(`${sandbox.url}/sandbox/gateway`, init)).status;
      };
      await withBot(sandbox, async (bot) => {
        const next = () =>
          new Promise<string>((resolve) => {
            bot.once(Events.ShardResume, () => resolve('resumed'));
            bot.once(Events.ShardReady, () => resolve('identified'));
          });
        for (const [body, outcome] of [
          [{ act: 'CUT' }, 'resumed'],
          [{ act: 'CUT', code: 4000 }, 'resumed'],
          [{ act: 'RECONNECT' }, 'resumed'],
          [{ act: 'INVALIDATE', resumable: false }, 'identified'],
        ] as const) {
          const came = next();
          expect(await say(body)).toBe(200);
          expect(await came, JSON.stringify(body)).toBe(outcome);
          bot.removeAllListeners(Events.ShardResume).removeAllListeners(Events.ShardReady);
        }
        expect(await say({ act: 'CUT', code: 99_999 })).toBe(400);
      });
    });
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
