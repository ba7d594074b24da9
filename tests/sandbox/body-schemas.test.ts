import type { Sandbox } from '@communique/sandbox/sandbox';
import { ROUTES } from '@communique/sandbox/rest/routes';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withSandbox } from '../support/sandbox.ts';

const { forum, bot } = FIRST_WORLD;
const ADMINISTRATOR = 8n;

interface Said {
  status: number;
  body: Record<string, unknown>;
}

async function send(sandbox: Sandbox, method: string, path: string, body: unknown): Promise<Said> {
  const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Said['body'] };
}

async function aForum(sandbox: Sandbox): Promise<string> {
  sandbox.people.grant(forum.id, forum.botRole, ADMINISTRATOR);
  const { body } = await send(sandbox, 'POST', `/guilds/${forum.id}/channels`, { name: 'posts', type: 15 });
  return String(body['id']);
}

/** Each body is refused for the field that is wrong, and noted as a violation. */
async function expectRefusals(
  sandbox: Sandbox,
  method: string,
  path: string,
  cases: readonly (readonly [unknown, string])[],
): Promise<void> {
  for (const [body, place] of cases) {
    const before = sandbox.violations().length;
    const said = await send(sandbox, method, path, body);
    expect(said, JSON.stringify(body)).toMatchObject({ status: 400, body: { code: 50_035 } });
    const problems = sandbox
      .violations()
      .slice(before)
      .flatMap((violation) => violation.problems);
    expect(problems, JSON.stringify(body)).toEqual([expect.stringContaining(place)]);
  }
}

const aButton = (more: object) => [
  { type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x', ...more }] },
];

describe('a body is held against the schema of what it is for', () => {
  test('the message of a forum post like any message, by the specification and the named rules', async () => {
    await withSandbox(async (sandbox) => {
      const path = `/channels/${await aForum(sandbox)}/threads`;
      const post = (message: unknown) => ({ name: 'A post', message });
      await expectRefusals(sandbox, 'POST', path, [
        [{ name: 'A post' }, 'message'],
        [post(null), 'message'],
        [post({ embeds: [null] }), 'message.embeds.0'],
        [post({ components: '' }), 'message.components'],
        [post({ embeds: [{ title: 5 }] }), 'message.embeds.0.title'],
        [post({ embeds: [{ title: 'x', color: 99_999_999 }] }), 'message.embeds.0.color'],
        [post({ embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) }), 'message.embeds'],
        [post({ content: 'x', components: aButton({ label: 'x'.repeat(81) }) }), 'label'],
        [post({ content: 'x', components: aButton({ custom_id: 'x'.repeat(101) }) }), 'custom_id'],
        [post({ content: 'x'.repeat(2_001) }), 'message.content'],
        [post({ embeds: [{ fields: [{ name: ' ', value: 'x' }] }] }), 'message.embeds.0.fields.0.name'],
      ]);
      expect((await send(sandbox, 'POST', path, post({ content: 'x' }))).status).toBe(201);
    });
  });

  test('a thread without a message by its own schema', async () => {
    await withSandbox(async (sandbox) => {
      await expectRefusals(sandbox, 'POST', `/channels/${forum.general}/threads`, [
        [{ name: 'A thread', type: 0, message: {} }, 'type'],
        [{ name: 'A thread', invitable: 'x', message: {} }, 'invitable'],
      ]);
    });
  });

  test('changes of a channel as a channel of a server, of a thread as a thread', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ADMINISTRATOR);
      await expectRefusals(sandbox, 'PATCH', `/channels/${forum.general}`, [
        [{ rate_limit_per_user: 999_999 }, 'rate_limit_per_user'],
        [{ topic: 5 }, 'topic'],
        [{ nsfw: 'x' }, 'nsfw'],
        [{ default_auto_archive_duration: 7 }, 'default_auto_archive_duration'],
        [{ available_tags: '' }, 'available_tags'],
        [{ permission_overwrites: [null] }, 'permission_overwrites.0'],
      ]);
      const { body } = await send(sandbox, 'POST', `/channels/${forum.general}/threads`, {
        name: 'A thread',
        type: 11,
      });
      await expectRefusals(sandbox, 'PATCH', `/channels/${String(body['id'])}`, [
        [{ archived: 'x' }, 'archived'],
        [{ auto_archive_duration: 7 }, 'auto_archive_duration'],
        [{ applied_tags: ['x'] }, 'applied_tags.0'],
      ]);
    });
  });

  test('messages of webhooks as new messages, not as changes of old ones', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ADMINISTRATOR);
      const made = await send(sandbox, 'POST', `/channels/${forum.general}/webhooks`, { name: 'News' });
      const own = `/webhooks/${String(made.body['id'])}/${String(made.body['token'])}`;
      for (const path of [own, `/webhooks/${bot}/token`]) {
        await expectRefusals(sandbox, 'POST', path, [
          [{ content: 'x', username: 5 }, 'username'],
          [{ content: 'x', username: 'x'.repeat(81) }, 'username'],
          [{ content: 'x', tts: 'x' }, 'tts'],
        ]);
      }
    });
  });

  test('on every route whose specification allows several', () => {
    const ambiguous = ROUTES.filter(({ request }) => {
      const { def } = (request?.schema as { _zod?: { def: { type: string } } } | undefined)?._zod ?? {};
      return def?.type === 'union' && request?.choose === undefined;
    });
    expect(ambiguous.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
