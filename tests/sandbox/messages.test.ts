import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ChannelType,
  EmbedBuilder,
  MessageFlags,
  OverwriteType,
  PermissionFlagsBits,
  type Client,
  type NewsChannel,
  type TextChannel,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createSettableClock } from '../support/settable-clock.ts';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada, mara } = FIRST_WORLD;

interface Scene {
  sandbox: Sandbox;
  bot: Client<true>;
  general: TextChannel;
  digest: NewsChannel;
}

async function withChannels(
  act: (scene: Scene) => Promise<void>,
  options: Parameters<typeof withSandbox>[1] = {},
): Promise<void> {
  await withSandbox(async (sandbox) => {
    await withBot(sandbox, async (bot) => {
      const general = await bot.channels.fetch(forum.general);
      const digest = await bot.channels.fetch(forum.digest);
      if (general?.type !== ChannelType.GuildText) throw new Error('No text channel');
      if (digest?.type !== ChannelType.GuildAnnouncement) throw new Error('No announcement channel');
      await act({ sandbox, bot, general, digest });
    });
    expect(sandbox.violations()).toEqual([]);
    expect(sandbox.unhandledRoutes()).toEqual([]);
  }, options);
}

describe('messages', () => {
  test('are written, read, edited and deleted', async () => {
    await withChannels(async ({ sandbox, general }) => {
      const embed = new EmbedBuilder().setTitle('Talks').addFields({ name: 'Where', value: 'Riyadh' });
      const sent = await general.send({ content: '  Hello  ', embeds: [embed] });
      expect(sent.content).toBe('Hello');
      const edited = await sent.edit({ content: 'Goodbye' });
      expect(edited.embeds).toHaveLength(1);
      expect(edited.editedAt).not.toBeNull();
      expect((await general.messages.fetch({ message: sent.id, force: true })).content).toBe('Goodbye');
      await sent.delete();
      await expect(general.messages.fetch({ message: sent.id, force: true })).rejects.toMatchObject({
        code: 10008,
      });
      expect(sandbox.messages(forum.general)).toEqual([]);
    });
  });

  test('are listed newest first, before, after and around an id', async () => {
    await withChannels(async ({ general }) => {
      const ids: string[] = [];
      for (let number = 0; number < 7; number += 1) ids.push((await general.send(`${number}`)).id);
      const list = async (query: object): Promise<string[]> => {
        const messages = await general.messages.fetch({ cache: false, ...query });
        return [...messages.values()].map((message) => message.content);
      };
      expect(await list({ limit: 2 })).toEqual(['6', '5']);
      expect(await list({ before: ids[2] })).toEqual(['1', '0']);
      expect(await list({ after: ids[2], limit: 2 })).toEqual(['4', '3']);
      expect(await list({ around: ids[3], limit: 3 })).toEqual(['4', '3', '2']);
    });
  });

  test('with the same nonce are one message, until it is forgotten or deleted', async () => {
    const clock = { ...createSettableClock('2026-11-22T09:00:00Z'), offset: () => 0, setOffset: () => {} };
    await withChannels(
      async ({ sandbox, general, digest }) => {
        const send = (channel: TextChannel | NewsChannel) =>
          channel.send({ content: 'Once', nonce: 'delivery-1', enforceNonce: true });
        const first = await send(general);
        expect(first.nonce).toBe('delivery-1');
        expect((await send(general)).id).toBe(first.id);
        expect((await send(digest)).id).toBe(first.id);
        expect(sandbox.messages(forum.general)).toHaveLength(1);
        expect(sandbox.messages(forum.general)[0]).not.toHaveProperty('nonce');
        clock.pass(4 * 60_000);
        expect((await send(general)).id).toBe(first.id);
        clock.pass(60_001);
        const second = await send(general);
        expect(second.id).not.toBe(first.id);
        await second.delete();
        await expect(send(general)).rejects.toMatchObject({ code: 10008 });
      },
      { clock },
    );
  });

  test('ping only whom they are allowed to ping', async () => {
    await withChannels(async ({ sandbox, general }) => {
      const content = `<@${ada}> <@${mara}> <@&${forum.moderatorRole}> @everyone`;
      await general.send(content);
      await general.send({ content, allowedMentions: { users: [ada] } });
      await general.send({ content, allowedMentions: { parse: [] } });
      expect(
        sandbox
          .messages(forum.general)
          .map(({ mentions, mention_roles, mention_everyone }) => [
            mentions.map((user) => user.id),
            mention_roles,
            mention_everyone,
          ]),
      ).toEqual([
        [[ada, mara], [], false],
        [[ada], [], false],
        [[], [], false],
      ]);
    });
  });

  test('can be answered', async () => {
    await withChannels(async ({ sandbox, general }) => {
      const said = sandbox.people.say({ memberId: ada, channelId: forum.general, content: 'Anyone?' });
      const reply = await general.send({ content: 'Here', reply: { messageReference: said.id } });
      expect(reply.reference?.messageId).toBe(said.id);
    });
  });

  test('can be published once', async () => {
    await withChannels(async ({ sandbox, digest, general }) => {
      const message = await digest.send('News');
      await message.crosspost();
      expect(sandbox.messages(forum.digest)).toMatchObject([
        { flags: MessageFlags.Crossposted, edited_timestamp: null },
      ]);
      await expect(message.crosspost()).rejects.toMatchObject({ code: 40033 });
      await expect((await general.send('x')).crosspost()).rejects.toMatchObject({ code: 50024 });
    });
  });

  test('begin a thread with their own id, once', async () => {
    await withChannels(async ({ sandbox, digest }) => {
      const message = await digest.send('News');
      const thread = await message.startThread({ name: 'Discuss' });
      expect(thread.id).toBe(message.id);
      expect(thread.type).toBe(ChannelType.AnnouncementThread);
      await thread.send('First');
      expect(sandbox.messages(thread.id)).toMatchObject([{ content: '' }, { content: 'First' }]);
      expect(sandbox.messages(forum.digest)).toMatchObject([
        { thread: { id: message.id, message_count: 1 } },
      ]);
      const again = digest.client.rest.post(`/channels/${digest.id}/messages/${message.id}/threads`, {
        body: { name: 'Again' },
      });
      await expect(again).rejects.toMatchObject({ code: 160004 });
    });
  });

  test('show that the bot is typing', async () => {
    await withChannels(async ({ general }) => {
      await general.sendTyping();
    });
  });

  test('of a channel that may not be entered or written in are refused', async () => {
    await withChannels(async ({ sandbox, bot, general }) => {
      const deny = (bits: bigint) =>
        sandbox.people.setOverwrite(forum.general, {
          id: forum.botRole,
          type: OverwriteType.Role,
          allow: '0',
          deny: bits.toString(),
        });
      deny(PermissionFlagsBits.SendMessages);
      await expect(general.send('x')).rejects.toMatchObject({ code: 50013, status: 403 });
      deny(PermissionFlagsBits.EmbedLinks);
      await general.send('x');
      await expect(general.send({ embeds: [{ title: 'x' }] })).rejects.toMatchObject({ code: 50013 });
      deny(PermissionFlagsBits.ReadMessageHistory);
      expect((await general.messages.fetch({ limit: 5 })).size).toBe(0);
      deny(PermissionFlagsBits.ViewChannel);
      await expect(general.send('x')).rejects.toMatchObject({ code: 50001, status: 403 });
      await expect.poll(() => general.viewable).toBe(false);
      await expect(bot.channels.fetch('1191200000000000999')).rejects.toMatchObject({ code: 10003 });
    });
  });

  test('of others cannot be edited, nor deleted without permission', async () => {
    await withChannels(async ({ sandbox, general }) => {
      const said = sandbox.people.say({ memberId: ada, channelId: forum.general, content: 'Mine' });
      await expect(general.messages.edit(said.id, 'Yours')).rejects.toMatchObject({ code: 50005 });
      await expect(general.messages.delete(said.id)).rejects.toMatchObject({ code: 50013 });
    });
  });

  test('without content are refused', async () => {
    await withChannels(async ({ general }) => {
      await expect(general.send({ content: ' ' })).rejects.toMatchObject({ code: 50006 });
    });
  });
});

describe('members and servers', () => {
  test('are found by id', async () => {
    await withChannels(async ({ bot, general }) => {
      const guild = await bot.guilds.fetch({ guild: forum.id, force: true });
      expect(
        (await guild.members.fetch({ user: mara, force: true })).roles.cache.has(forum.moderatorRole),
      ).toBe(true);
      expect((await guild.members.fetchMe({ force: true })).id).toBe(bot.user.id);
      expect((await guild.channels.fetch()).size).toBe(5);
      expect((await guild.roles.fetch()).size).toBe(3);
      expect((await bot.application.fetch()).id).toBe(bot.user.id);
      expect((await bot.users.fetch(ada, { force: true })).displayName).toBe('Ada');
      expect(general.permissionsFor(bot.user)?.has(PermissionFlagsBits.SendMessages)).toBe(true);
      await expect(guild.members.fetch({ user: FIRST_WORLD.sam, force: true })).rejects.toMatchObject({
        code: 10007,
      });
    });
  });
});
