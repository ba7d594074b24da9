import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../support/settable-clock.ts';
import { BOT_TOKEN, withBot, withSandbox } from '../support/sandbox.ts';

const MESSAGES = `/v10/channels/${FIRST_WORLD.forum.general}/messages`;
const BOT = { authorization: `Bot ${BOT_TOKEN}` };
const JSON_TYPE = { 'content-type': 'application/json' };

interface Refusal {
  status: number;
  code: unknown;
}

async function post(sandbox: Sandbox, path: string, init: RequestInit): Promise<Refusal> {
  const answer = await fetch(`${sandbox.apiUrl}${path}`, { method: 'POST', ...init });
  const { code } = (await answer.json()) as { code: unknown };
  return { status: answer.status, code };
}

describe('bad input', () => {
  test('is answered as Discord answers it, and the sandbox lives on', async () => {
    await withSandbox(
      async (sandbox) => {
        const headers = { ...BOT, ...JSON_TYPE };
        const form = 'multipart/form-data; boundary=x';
        const cases: [string, string, RequestInit, Refusal][] = [
          ['malformed JSON', MESSAGES, { headers, body: '{"content":' }, { status: 400, code: 50109 }],
          [
            'a broken form',
            MESSAGES,
            { headers: { ...BOT, 'content-type': form }, body: '--y' },
            { status: 400, code: 50109 },
          ],
          [
            'a wrong type',
            MESSAGES,
            { headers: { ...BOT, 'content-type': 'text/xml' }, body: '<x/>' },
            { status: 400, code: 50035 },
          ],
          ['no object', MESSAGES, { headers, body: '[1]' }, { status: 400, code: 50035 }],
          ['null', MESSAGES, { headers, body: 'null' }, { status: 400, code: 50035 }],
          [
            'a wrong token',
            MESSAGES,
            { headers: { ...JSON_TYPE, authorization: 'Bot x' }, body: '{}' },
            { status: 401, code: 0 },
          ],
          ['no token', MESSAGES, { headers: JSON_TYPE, body: '{}' }, { status: 401, code: 0 }],
          ['an unknown route', '/v10/nothing/here', { headers, body: '{}' }, { status: 404, code: 0 }],
          [
            'too much',
            MESSAGES,
            { headers, body: JSON.stringify({ content: 'x'.repeat(26 * 1024 * 1024) }) },
            { status: 413, code: 40005 },
          ],
        ];
        for (const [name, path, init, expected] of cases) {
          expect(await post(sandbox, path, init), name).toEqual(expected);
        }
        expect(sandbox.unhandledRoutes()).toEqual(['POST /nothing/here']);
        await withBot(sandbox, async (bot) => expect(bot.isReady()).toBe(true));
      },
      {
        expected: {
          violations: ['specification', 'content-type', 'json'],
          unhandledRoutes: ['POST /nothing/here'],
        },
      },
    );
  });

  test('in paths, queries and bodies of every route makes no server error', async () => {
    const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
    let turn = 0;
    await withSandbox(
      async (sandbox) => {
        const { ROUTES } = await import('@communique/sandbox/rest/routes');
        const words = [
          '0',
          '-1',
          'x',
          '99999999999999999999999',
          '%00',
          '@me',
          FIRST_WORLD.forum.general,
          FIRST_WORLD.forum.id,
        ];
        sandbox.people.grant(FIRST_WORLD.forum.id, FIRST_WORLD.forum.botRole, 8n);
        const bodies = [
          '{}',
          '{"permissions":1.5}',
          '{"allow":"x","deny":1e30}',
          '{"messages":["x","1"]}',
          '[]',
          'null',
          '"x"',
          '{"name":null}',
          '{"type":99,"data":{}}',
        ];
        for (const route of ROUTES) {
          for (const word of words) {
            // Nothing is hidden by a rate limit.
            clock.pass(1_000);
            turn += 1;
            const path = route.path.replaceAll(/\{\w+\}/g, word);
            const body = bodies[turn % bodies.length] ?? '{}';
            const answer = await fetch(`${sandbox.apiUrl}/v10${path}?after=${word}&before=${word}`, {
              method: route.method,
              headers: { ...BOT, ...JSON_TYPE },
              ...(route.method !== 'GET' && { body }),
            });
            await answer.arrayBuffer();
            expect(answer.status, `${route.method} ${path}`).toBeLessThan(500);
          }
        }
      },
      { clock, invalidRequestLimit: Infinity, expected: { violations: 'ANY' } },
    );
  });

  test('two bots with one token are both served', async () => {
    await withSandbox(async (sandbox) => {
      await withBot(sandbox, (one) =>
        withBot(sandbox, async (two) => {
          expect([one.isReady(), two.isReady()]).toEqual([true, true]);
        }),
      );
    });
  });
});
