import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withSandbox } from '../support/sandbox.ts';

const { forum, ada, mara } = FIRST_WORLD;
const { Administrator, ManageChannels, ManageRoles, SendMessages, BanMembers } = PermissionFlagsBits;
const CHANNEL = `/channels/${forum.general}`;
const NOBODY = '1191200000000009999';
const nothing = { allow: '0', deny: '0' };

async function asBot(sandbox: Sandbox, method: string, path: string, body: unknown) {
  const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const { code } = (text === '' ? {} : JSON.parse(text)) as { code?: number };
  return { status: answer.status, code };
}

async function asMember(sandbox: Sandbox, memberId: string, overwrite: object) {
  const answer = await fetch(`${sandbox.url}/sandbox/overwrites`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId, channelId: forum.general, overwrite }),
  });
  return answer.status;
}

const put = (sandbox: Sandbox, id: string, body: object) =>
  asBot(sandbox, 'PUT', `${CHANNEL}/permissions/${id}`, body);
const everyone = (bits: object) => ({ id: forum.id, type: 0, ...nothing, ...bits });

const REFUSED = { status: 403, code: 50_013 };
const SET = { status: 204, code: undefined };

describe('a bot that manages roles', () => {
  test('allows and denies only what it may itself', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ManageRoles);
      expect(await put(sandbox, forum.id, { type: 0, allow: Administrator.toString() })).toEqual(REFUSED);
      expect(await put(sandbox, forum.id, { type: 0, deny: BanMembers.toString() })).toEqual(REFUSED);
      expect(await put(sandbox, forum.id, { type: 0, deny: SendMessages.toString() })).toEqual(SET);
    });
  });

  test('takes back what is there, once', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ManageRoles);
      const remove = () => asBot(sandbox, 'DELETE', `${CHANNEL}/permissions/${ada}`, undefined);
      expect(await put(sandbox, ada, { type: 1, deny: SendMessages.toString() })).toEqual(SET);
      expect(await remove()).toEqual(SET);
      expect(await remove()).toEqual({ status: 404, code: 10_009 });
    });
  });

  test('may leave what others set, though it could not set it', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ManageRoles);
      sandbox.people.setOverwrite(forum.general, {
        ...everyone({}),
        id: ada,
        type: 1,
        deny: String(BanMembers),
      });
      const both = { type: 1, allow: String(SendMessages), deny: String(BanMembers) };
      expect(await put(sandbox, ada, both)).toEqual(SET);
      expect(await put(sandbox, ada, { type: 1, allow: '0', deny: '0' })).toEqual(REFUSED);
    });
  });

  test('may everything where the channel itself lets it manage roles', async () => {
    await withSandbox(async (sandbox) => {
      const own = { id: forum.botRole, type: 0, allow: String(ManageRoles), deny: '0' };
      sandbox.people.setOverwrite(forum.general, own);
      expect(await put(sandbox, ada, { type: 1, deny: String(BanMembers) })).toEqual(SET);
    });
  });

  test('knows the roles of the server only', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ManageRoles);
      expect(await put(sandbox, NOBODY, { type: 0, ...nothing })).toEqual({ status: 404, code: 10_009 });
    });
  });

  test('meets the same bounds when it creates or changes a channel', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.grant(forum.id, forum.botRole, ManageChannels);
      const create = (overwrite: object) =>
        asBot(sandbox, 'POST', `/guilds/${forum.id}/channels`, {
          name: 'new',
          permission_overwrites: [overwrite],
        });
      const change = (overwrite: object) =>
        asBot(sandbox, 'PATCH', CHANNEL, { permission_overwrites: [overwrite] });
      expect(await change(everyone({ deny: String(SendMessages) }))).toEqual(REFUSED);
      expect(await create(everyone({ deny: String(BanMembers) }))).toEqual(REFUSED);
      expect(await create(everyone({ deny: String(SendMessages) }))).toMatchObject({ status: 201 });
      sandbox.people.grant(forum.id, forum.botRole, ManageRoles);
      expect(await change(everyone({ deny: String(BanMembers) }))).toEqual(REFUSED);
      expect(await change(everyone({ deny: String(SendMessages) }))).toMatchObject({ status: 200 });
    });
  });
});

describe('a member in the settings of a channel', () => {
  test('needs to manage roles; managing channels is not enough', async () => {
    await withSandbox(async (sandbox) => {
      const deny = everyone({ deny: String(SendMessages) });
      expect(await asMember(sandbox, mara, deny)).toBe(200);
      expect(await asMember(sandbox, ada, deny)).toBe(403);
      sandbox.people.grant(forum.id, forum.id, ManageChannels);
      expect(await asMember(sandbox, ada, deny)).toBe(403);
    });
  });

  test('allows only what they may themselves, to whom there is', async () => {
    await withSandbox(async (sandbox) => {
      expect(await asMember(sandbox, mara, everyone({ allow: String(Administrator) }))).toBe(403);
      expect(await asMember(sandbox, mara, { ...everyone({}), id: NOBODY })).toBe(404);
      expect(await asMember(sandbox, mara, { ...everyone({}), id: NOBODY, type: 1 })).toBe(404);
    });
  });

  test.each(['99999999999999999999', '-1', 'x', ''])('cannot allow "%s"', async (allow) => {
    await withSandbox(async (sandbox) => {
      expect(await asMember(sandbox, mara, everyone({ allow }))).toBe(400);
    });
  });
});
