import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withSandbox } from '../support/sandbox.ts';

const { forum, bot, ada } = FIRST_WORLD;
const CHANNEL = `/channels/${forum.general}`;
const JSON_TYPE = { 'content-type': 'application/json' };

async function ask(sandbox: Sandbox, method: string, path: string, init: RequestInit = {}) {
  const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${BOT_TOKEN}`, ...JSON_TYPE },
    ...(method !== 'GET' && { body: '{}' }),
    ...init,
  });
  const text = await answer.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status: answer.status, body };
}

describe('a path', () => {
  test.each([
    ['GET', '/channels/abc/messages', 'channel_id'],
    ['GET', `${CHANNEL}/messages/abc`, 'message_id'],
    ['PATCH', `${CHANNEL}/messages/abc`, 'message_id'],
    ['DELETE', `${CHANNEL}/messages/@original`, 'message_id'],
    ['PUT', `${CHANNEL}/messages/abc/reactions/x/@me`, 'message_id'],
    ['POST', `${CHANNEL}/messages/abc/threads`, 'message_id'],
    ['GET', `${CHANNEL}/polls/abc/answers/1`, 'message_id'],
    ['GET', `${CHANNEL}/polls/1/answers/abc`, 'answer_id'],
    ['PUT', `${CHANNEL}/permissions/abc`, 'overwrite_id'],
    ['GET', `/guilds/${forum.id}/members/99999999999999999999`, 'user_id'],
    ['DELETE', `/guilds/${forum.id}/members/${ada}/roles/-1`, 'role_id'],
    ['GET', '/applications/abc/commands', 'application_id'],
    ['POST', '/interactions/abc/token/callback', 'interaction_id'],
    ['GET', '/webhooks/abc/token', 'webhook_id'],
  ])('%s %s is refused for what is no id', async (method, path, name) => {
    await withSandbox(async (sandbox) => {
      expect(await ask(sandbox, method, path)).toMatchObject({
        status: 400,
        body: { code: 50_035, errors: { [name]: { _errors: [{ code: 'NUMBER_TYPE_COERCE' }] } } },
      });
    });
  });

  test('may say @original and @me where Discord knows them', async () => {
    await withSandbox(async (sandbox) => {
      const original = await ask(sandbox, 'GET', `/webhooks/${bot}/token/messages/@original`);
      expect(original).toMatchObject({ status: 401, body: { code: 50_027 } });
      const self = await ask(sandbox, 'GET', `${CHANNEL}/thread-members/@me`);
      expect(self).toMatchObject({ status: 400, body: { code: 50_024 } });
    });
  });

  test('that is known with another method is answered with 405', async () => {
    await withSandbox(async (sandbox) => {
      expect(await ask(sandbox, 'PUT', CHANNEL)).toEqual({
        status: 405,
        body: { message: '405: Method Not Allowed', code: 0 },
      });
      expect(await ask(sandbox, 'PUT', '/nothing')).toMatchObject({ status: 404 });
      expect(sandbox.unhandledRoutes()).toEqual(['PUT /channels/{id}', 'PUT /nothing']);
    });
  });
});

describe('a body', () => {
  test('that is malformed JSON is recorded as a violation', async () => {
    await withSandbox(async (sandbox) => {
      const said = await ask(sandbox, 'POST', `${CHANNEL}/messages`, { body: '{' });
      expect(said).toMatchObject({ status: 400, body: { code: 50_109 } });
      expect(sandbox.violations()).toMatchObject([{ direction: 'request', rule: 'json' }]);
    });
  });

  test('has its type named in capitals or not', async () => {
    await withSandbox(async (sandbox) => {
      const said = await ask(sandbox, 'POST', `${CHANNEL}/messages`, {
        headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'Application/JSON' },
        body: '{"content":"x"}',
      });
      expect(said).toMatchObject({ status: 200 });
    });
  });
});

describe('the people area', () => {
  test.each([
    ['reactions', { messageId: 'abc', emoji: '🔥', isSet: true }, 'messageId'],
    ['component', { messageId: 'abc', customId: 'x' }, 'messageId'],
    ['messages', { content: 'x', replyTo: 'abc' }, 'replyTo'],
    ['votes', { messageId: 'abc', answerIds: [1] }, 'messageId'],
    ['ephemeral/dismiss', { messageId: 'abc' }, 'messageId'],
    ['overwrites', { overwrite: { id: 'abc', type: 0, allow: '0', deny: '0' } }, 'overwrite.id'],
  ])('%s: says which id is none', async (path, more, name) => {
    await withSandbox(async (sandbox) => {
      const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ memberId: ada, channelId: forum.general, ...more }),
      });
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { error: string }).error).toContain(name);
    });
  });
});
