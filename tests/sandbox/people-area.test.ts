import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada, jun } = FIRST_WORLD;
const WHERE = { memberId: ada, channelId: forum.general };
const SOMETHING = '1191200000000099999';

/** A good request of every kind, to be bent. */
const REQUESTS: Readonly<Record<string, object>> = {
  messages: {
    ...WHERE,
    content: 'Hello',
    replyTo: SOMETHING,
    attachments: [{ id: '0', filename: 'a.txt', contentType: 'text/plain', data: 'eA==' }],
  },
  command: {
    ...WHERE,
    commandId: SOMETHING,
    targetId: jun,
    options: [
      { type: 1, name: 'read', options: [{ type: 3, name: 'q', value: 'x', focused: true }] },
      { type: 11, name: 'file', value: '0' },
    ],
    attachments: [{ id: '0', filename: 'a.txt', contentType: 'text/plain', data: 'eA==' }],
  },
  component: { ...WHERE, messageId: SOMETHING, customId: 'a', componentType: 3, values: ['x'] },
  modal: {
    memberId: ada,
    interactionId: SOMETHING,
    customId: 'a',
    components: [
      { type: 18, component: { type: 4, custom_id: 'a', value: 'x' } },
      { type: 18, component: { type: 19, custom_id: 'b', values: ['0'] } },
    ],
    attachments: [{ id: '0', filename: 'a.txt', contentType: 'text/plain', data: 'eA==' }],
  },
  'ephemeral/dismiss': { memberId: ada, messageId: SOMETHING },
  reactions: { ...WHERE, messageId: SOMETHING, emoji: '🔥', isSet: true },
  votes: { ...WHERE, messageId: SOMETHING, answerIds: [1] },
  posts: { ...WHERE, name: 'Idea', content: 'x', tagIds: [SOMETHING] },
  overwrites: { ...WHERE, overwrite: { id: forum.id, type: 0, allow: '0', deny: '2048' } },
  servers: { memberId: ada, guildId: forum.id, act: 'BEGIN_OUTAGE' },
  clock: { advanceMilliseconds: 1 },
  faults: {
    method: 'PUT',
    path: '^/nothing$',
    times: 1,
    probability: 0.5,
    seed: 1,
    delayMs: 1,
    status: 500,
    body: {},
    headers: { 'x-a': 'b' },
    afterWrite: true,
    slowBodyMs: 1,
  },
  gateway: { act: 'CUT', code: 4_000, forget: true },
};

/** Ids of things that exist, and everything else that people might send. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    ...Object.values(forum),
    ada,
    FIRST_WORLD.sam,
    FIRST_WORLD.second.lobby,
    'ALWAYS',
    '__proto__',
    '\u0000',
    '(',
    'A'.repeat(7_000),
    -0,
    1e308,
    '9'.repeat(25),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A request with something else in one or two of its places. */
function bent(request: object): fc.Arbitrary<unknown> {
  const places = pathsOf(request);
  const change = fc.record({ path: fc.constantFrom(...places), value: anything });
  return fc.array(change, { minLength: 0, maxLength: 2 }).map((changes) => {
    let body: unknown = structuredClone(request);
    for (const { path, value } of changes) body = withValueAt(body, path, value);
    return body;
  });
}

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([name, item]) => pathsOf(item).map((path) => [name, ...path]));
  return [[], ...inner];
}

function withValueAt(body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (typeof body !== 'object' || body === null) return body;
  const copy = (Array.isArray(body) ? [...body] : { ...body }) as Record<string, unknown>;
  copy[name] = withValueAt(copy[name], rest, value);
  return copy;
}

async function post(sandbox: Sandbox, path: string, body: string) {
  const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return { status: answer.status, said: (await answer.json()) as { error?: unknown } };
}

describe('whatever is sent to the people of the sandbox', { timeout: 60_000 }, () => {
  test.each(Object.entries(REQUESTS))(
    'as %s is done or refused in words, never a failure',
    async (path, request) => {
      await withSandbox(
        async (sandbox) => {
          await withBot(sandbox, async (bot) => {
            await bot.application.commands.set([{ name: 'latest', description: 'x' }]);
            await fc.assert(
              fc.asyncProperty(bent(request), async (body) => {
                const { status, said } = await post(sandbox, path, JSON.stringify(body));
                expect(status).toBeLessThan(500);
                if (status >= 400) expect(said.error).toMatch(/\S/);
              }),
              { numRuns: 60 },
            );
          });
        },
        { expected: { violations: 'ANY', unhandledRoutes: 'ANY' } },
      );
    },
  );

  test('as a query of a list is done or refused in words', async () => {
    await withSandbox(async (sandbox) => {
      const words = fc.oneof(
        fc.string({ maxLength: 30 }),
        fc.constantFrom(ada, forum.general, '-1', '1e9', 'NaN'),
      );
      await fc.assert(
        fc.asyncProperty(words, words, words, async (id, before, limit) => {
          const query = new URLSearchParams({ memberId: ada, before, limit, channelId: before });
          for (const path of [
            `channels/${encodeURIComponent(id)}/messages`,
            `guilds/${encodeURIComponent(id)}/commands`,
          ]) {
            const answer = await fetch(`${sandbox.url}/sandbox/${path}?${query}`);
            expect(answer.status, path).toBeLessThan(500);
            await answer.text();
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  test('is refused when it is no JSON', async () => {
    await withSandbox(async (sandbox) => {
      for (const path of Object.keys(REQUESTS)) {
        for (const body of ['', '{', '[', 'null', '"x"', '\u0000']) {
          expect(await post(sandbox, path, body), `${path} ${body}`).toMatchObject({ status: 400 });
        }
      }
    });
  });
});
