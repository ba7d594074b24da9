import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, DiscordAPIError, Routes, type Client, type REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, withBot, withSandbox, type ExpectedFaults } from '../support/sandbox.ts';

const { forum, bot: application, ada, sam } = FIRST_WORLD;
const NOBODY = '1191200000000099999';

/** Discord's code for what it refuses; 0 when it does not. */
async function codeOf(request: Promise<unknown>): Promise<number | string> {
  try {
    await request;
    return 0;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
}

/** A client that may do everything on the first server, so that nothing else stands in the way. */
async function withRest(
  act: (rest: REST, sandbox: Sandbox, bot: Client<true>) => Promise<void>,
): Promise<void> {
  await withSandbox(async (sandbox) => {
    sandbox.people.grant(forum.id, forum.botRole, 8n);
    await withBot(sandbox, (bot) => act(bot.rest, sandbox, bot));
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  });
}

async function send(rest: REST, channelId: string): Promise<string> {
  const message = (await rest.post(Routes.channelMessages(channelId), { body: { content: 'x' } })) as {
    id: string;
  };
  return message.id;
}

async function create(rest: REST, name: string, type: ChannelType, more: object = {}): Promise<string> {
  const body = { name, type, ...more };
  return ((await rest.post(Routes.guildChannels(forum.id), { body })) as { id: string }).id;
}

describe('a client is told what does not exist', () => {
  test.each<[string, number, (rest: REST) => Promise<unknown>]>([
    ['a channel', 10_003, (rest) => rest.get(Routes.channel(NOBODY))],
    ['a server', 10_004, (rest) => rest.get(Routes.guild(NOBODY))],
    ['a member', 10_007, (rest) => rest.get(Routes.guildMember(forum.id, sam))],
    ['a message', 10_008, (rest) => rest.get(Routes.channelMessage(forum.general, NOBODY))],
    ['a role', 10_011, (rest) => rest.patch(Routes.guildRole(forum.id, NOBODY), { body: { name: 'x' } })],
    ['a user', 10_013, (rest) => rest.get(Routes.user(NOBODY))],
    ['a webhook', 10_015, (rest) => rest.get(Routes.webhook(NOBODY))],
    ['a command', 10_063, (rest) => rest.get(Routes.applicationCommand(application, NOBODY))],
    [
      'an interaction',
      10_062,
      (rest) =>
        rest.post(Routes.interactionCallback(NOBODY, 'token'), {
          body: { type: 4, data: { content: 'x' } },
          auth: false,
        }),
    ],
  ])('%s', async (_what, code, ask) => {
    await withRest(async (rest) => expect(await codeOf(ask(rest))).toBe(code));
  });

  test('a webhook whose token is another', async () => {
    await withRest(async (rest) => {
      const webhook = (await rest.post(Routes.channelWebhooks(forum.general), { body: { name: 'x' } })) as {
        id: string;
      };
      const body = { content: 'x' };
      expect(await codeOf(rest.post(Routes.webhook(webhook.id, 'wrong'), { body, auth: false }))).toBe(
        50_027,
      );
    });
  });
});

describe('a client is told what it may not do', () => {
  test('in channels that it cannot see, and where it has no permission', async () => {
    await withSandbox(async (sandbox) => {
      sandbox.people.setOverwrite(forum.general, { id: forum.botRole, type: 0, allow: '0', deny: '2048' });
      sandbox.people.setOverwrite(forum.briefings, { id: forum.botRole, type: 0, allow: '0', deny: '1024' });
      await withBot(sandbox, async ({ rest }) => {
        expect(await codeOf(send(rest, forum.general))).toBe(50_013);
        expect(await codeOf(send(rest, forum.briefings))).toBe(50_001);
        expect(await codeOf(send(rest, forum.mods))).toBe(0);
      });
    });
  });

  test('with several roles and members at once: a member comes after the roles, and one role that allows is enough', async () => {
    await withSandbox(async (sandbox) => {
      await withBot(sandbox, async ({ rest, user }) => {
        const { people } = sandbox;
        people.setOverwrite(forum.general, { id: forum.id, type: 0, allow: '0', deny: '2048' });
        expect(await codeOf(send(rest, forum.general))).toBe(50_013);
        people.setRoles(forum.id, user.id, [forum.botRole, forum.moderatorRole]);
        people.setOverwrite(forum.general, { id: forum.botRole, type: 0, allow: '0', deny: '2048' });
        people.setOverwrite(forum.general, { id: forum.moderatorRole, type: 0, allow: '2048', deny: '0' });
        expect(await codeOf(send(rest, forum.general))).toBe(0);
        people.setOverwrite(forum.general, { id: ada, type: 1, allow: '0', deny: '2048' });
        expect(await codeOf(send(rest, forum.general))).toBe(0);
        people.setOverwrite(forum.general, { id: user.id, type: 1, allow: '0', deny: '2048' });
        expect(await codeOf(send(rest, forum.general))).toBe(50_013);
      });
    });
  });

  test('with threads: a second one of a message, one that is locked, one that is archived', async () => {
    await withRest(async (rest, sandbox) => {
      const message = await send(rest, forum.general);
      const open = () =>
        rest.post(Routes.threads(forum.general, message), { body: { name: 'Thread' } }) as Promise<{
          id: string;
        }>;
      const thread = await open();
      expect(await codeOf(open())).toBe(160_004);
      await rest.patch(Routes.channel(thread.id), { body: { archived: true } });
      const edit = (): Promise<unknown> => rest.patch(Routes.channel(thread.id), { body: { name: 'Other' } });
      expect(await codeOf(edit())).toBe(50_083);
      await rest.patch(Routes.channel(thread.id), { body: { archived: false } });
      await rest.patch(Routes.channel(thread.id), { body: { archived: true, locked: true } });
      sandbox.people.setRoles(forum.id, application, []);
      expect(await codeOf(send(rest, thread.id))).toBe(160_005);
    });
  });

  test('in forums and beside announcements', async () => {
    await withRest(async (rest) => {
      const ideas = await create(rest, 'ideas', ChannelType.GuildForum, {
        available_tags: [{ name: 'Question' }],
        flags: 16,
      });
      expect(await codeOf(send(rest, ideas))).toBe(40_058);
      const post = { name: 'Idea', message: { content: 'x' } };
      expect(await codeOf(rest.post(Routes.threads(ideas), { body: post }))).toBe(40_067);
      const webhook = (await rest.post(Routes.channelWebhooks(ideas), { body: { name: 'x' } })) as {
        id: string;
        token: string;
      };
      const run = (body: object, query = ''): Promise<unknown> =>
        rest.post(`${Routes.webhook(webhook.id, webhook.token)}${query}` as `/webhooks/${string}`, {
          body: { content: 'x', ...body },
          auth: false,
        });
      expect(await codeOf(run({}))).toBe(220_001);
      expect(await codeOf(run({ thread_name: 'x' }, `?thread_id=${NOBODY}`))).toBe(220_002);
      const message = await send(rest, forum.general);
      expect(await codeOf(rest.post(Routes.channelMessageCrosspost(forum.general, message)))).toBe(50_024);
    });
  });

  test('beyond the fifteen webhooks of a channel', async () => {
    await withRest(async (rest) => {
      const create = () => rest.post(Routes.channelWebhooks(forum.general), { body: { name: 'x' } });
      for (let number = 0; number < 15; number += 1) await create();
      expect(await codeOf(create())).toBe(30_007);
    });
  });
});

describe('a client that sends something wrong is told so', () => {
  /** Its status, code, and what the sandbox saw broken or does not imitate. */
  async function judge(
    method: string,
    path: string,
    body: unknown,
    expected: ExpectedFaults,
  ): Promise<{ status: number; code: unknown }> {
    return withSandbox(
      async (sandbox) => {
        sandbox.people.grant(forum.id, forum.botRole, 8n);
        const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
          method,
          headers: { authorization: `Bot ${BOT_TOKEN}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const { code } = (await answer.json()) as { code: unknown };
        return { status: answer.status, code };
      },
      { expected },
    );
  }

  test('in a reply that names another place than its own', async () => {
    await withRest(async (rest) => {
      const messageId = await send(rest, forum.general);
      const reply = (reference: object) => ({
        body: { content: 'x', message_reference: { message_id: messageId, ...reference } },
      });
      const ask = (reference: object) => rest.post(Routes.channelMessages(forum.general), reply(reference));
      expect(await codeOf(ask({ channel_id: forum.general, guild_id: forum.id }))).toBe(0);
    });
    for (const reference of [{ channel_id: forum.briefings }, { guild_id: FIRST_WORLD.second.id }]) {
      const body = { content: 'x', message_reference: { message_id: NOBODY, ...reference } };
      const expected = { violations: ['message-reference'] };
      expect(await judge('POST', Routes.channelMessages(forum.general), body, expected)).toEqual({
        status: 400,
        code: 50_035,
      });
    }
  });

  test('in a name that a channel or webhook may not have; others are made fit', async () => {
    const expected = { violations: ['channel-name'] };
    expect(await judge('POST', Routes.guildChannels(forum.id), { name: ' ' }, expected)).toMatchObject({
      code: 50_035,
    });
    expect(await judge('PATCH', Routes.channel(forum.general), { name: ' ' }, expected)).toMatchObject({
      code: 50_035,
    });
    await withSandbox(
      async (sandbox) => {
        sandbox.people.grant(forum.id, forum.botRole, 8n);
        await withBot(sandbox, async ({ rest }) => {
          const id = await create(rest, ' My Channel ', ChannelType.GuildText);
          expect(await rest.get(Routes.channel(id))).toMatchObject({ name: 'my-channel' });
          const category = await create(rest, 'My Category', ChannelType.GuildCategory);
          expect(await rest.get(Routes.channel(category))).toMatchObject({ name: 'My Category' });
          const webhook = (await rest.post(Routes.channelWebhooks(forum.general), {
            body: { name: 'x' },
          })) as { id: string; token: string };
          const body = { content: 'x', username: 'Clyde' };
          const run = rest.post(Routes.webhook(webhook.id, webhook.token), { body, auth: false });
          expect(await codeOf(run)).toBe(50_035);
        });
      },
      { expected: { violations: ['webhook-name'] } },
    );
  });

  test('with more than ten files', async () => {
    await withRest(async (rest) => {
      const files = Array.from({ length: 11 }, (_, index) => ({ name: `${index}.txt`, data: 'x' }));
      expect(await codeOf(rest.post(Routes.channelMessages(forum.general), { body: {}, files }))).toBe(
        30_015,
      );
    });
  });

  test('in a command, in which null stands for what it does not say', async () => {
    await withRest(async (rest) => {
      const body = { name: 'faq', description: 'x', nsfw: null };
      const { id } = (await rest.post(Routes.applicationCommands(application), { body })) as { id: string };
      await rest.patch(Routes.applicationCommand(application, id), { body: { nsfw: null } });
      expect(await rest.get(Routes.applicationCommands(application))).toMatchObject([{ nsfw: false }]);
    });
  });
});
