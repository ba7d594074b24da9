import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, WebhookClient } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer } from '../../support/discord-server.ts';

const { ada } = FIRST_WORLD;

describe('a channel', () => {
  test('keeps what each of its setters sets', async () => {
    await withServer(async ({ general }) => {
      await general.setName('Plaza');
      await general.setTopic('Everything');
      await general.setNSFW(true);
      await general.setRateLimitPerUser(5);
      await general.setDefaultAutoArchiveDuration(60);
      expect(await general.fetch(true)).toMatchObject({
        name: 'plaza',
        topic: 'Everything',
        nsfw: true,
        rateLimitPerUser: 5,
        defaultAutoArchiveDuration: 60,
      });
      await general.setTopic(null);
      const edited = await general.edit({
        name: 'square',
        nsfw: false,
        rateLimitPerUser: 0,
        defaultThreadRateLimitPerUser: 10,
        position: 2,
        reason: 'Ümläute und …',
      });
      expect(edited).toMatchObject({ name: 'square', topic: null, defaultThreadRateLimitPerUser: 10 });
      expect((await general.threads.create({ name: 'Slow' })).rateLimitPerUser).toBe(10);
      const twin = await general.clone({ name: 'twin' });
      expect(twin).toMatchObject({ name: 'twin', nsfw: false });
    });
  });

  test('becomes one of announcements', async () => {
    await withServer(async ({ bot, guild }) => {
      const channel = await guild.channels.create({ name: 'news', type: ChannelType.GuildText });
      await channel.setType(ChannelType.GuildAnnouncement);
      expect((await bot.channels.fetch(channel.id, { force: true }))?.type).toBe(
        ChannelType.GuildAnnouncement,
      );
    });
  });

  test('moves into a category, out of it and among its neighbours', async () => {
    await withServer(async ({ guild, general }) => {
      const category = await guild.channels.create({ name: 'Talk', type: ChannelType.GuildCategory });
      await category.permissionOverwrites.create(guild.roles.everyone, { SendMessages: false });
      const inside = await category.children.create({ name: 'inside', type: ChannelType.GuildText });
      await general.setParent(category, { lockPermissions: true });
      expect(general.permissionsLocked).toBe(true);
      await general.permissionOverwrites.set([]);
      await general.lockPermissions();
      expect((await general.fetch(true)).permissionOverwrites.cache.size).toBe(1);
      await inside.setPosition(0);
      await inside.setPosition(1, { relative: true });
      await guild.channels.setPositions([{ channel: inside, position: 3 }]);
      await inside.setParent(null);
      expect((await guild.channels.fetch(inside.id, { force: true }))?.parentId).toBeNull();
      await category.delete();
      await expect.poll(() => general.parentId).toBeNull();
    });
  });

  test('is opened and closed to roles and members', async () => {
    await withServer(async ({ guild, general }) => {
      const member = await guild.members.fetch(ada);
      await general.permissionOverwrites.create(member, { SendMessages: true });
      await general.permissionOverwrites.edit(member, { SendMessages: null, AddReactions: false });
      const found = (await general.fetch(true)).permissionOverwrites.cache.get(ada);
      expect(found?.allow.toArray()).toEqual([]);
      expect(found?.deny.toArray()).toEqual(['AddReactions']);
      await general.permissionOverwrites.set([{ id: guild.id, allow: ['SendMessages'] }]);
      expect((await general.fetch(true)).permissionOverwrites.cache.has(ada)).toBe(false);
      await general.permissionOverwrites.delete(guild.id);
      expect((await general.fetch(true)).permissionOverwrites.cache.size).toBe(0);
    });
  });
});

describe('a webhook', () => {
  test('is kept by the bot: renamed, moved, found and deleted', async () => {
    await withServer(async ({ bot, guild, general, digest }) => {
      const webhook = await general.createWebhook({ name: 'Wire', reason: 'A test' });
      const sent = await webhook.send({ content: 'News', username: 'The wire', flags: ['SuppressEmbeds'] });
      const message = await general.messages.fetch(sent.id);
      expect((await message.fetchWebhook()).id).toBe(webhook.id);
      await webhook.editMessage(sent, { content: 'Newer' });
      expect((await webhook.fetchMessage(sent.id)).content).toBe('Newer');
      await webhook.deleteMessage(sent);
      await webhook.edit({ name: 'Ticker', channel: digest.id, reason: 'A test' });
      expect((await bot.fetchWebhook(webhook.id)).name).toBe('Ticker');
      expect((await bot.fetchWebhook(webhook.id, webhook.token ?? '')).channelId).toBe(digest.id);
      expect((await digest.fetchWebhooks()).size).toBe(1);
      expect((await guild.fetchWebhooks()).size).toBe(1);
      await bot.deleteWebhook(webhook.id, { token: webhook.token ?? '' });
      await expect(bot.fetchWebhook(webhook.id)).rejects.toMatchObject({ code: 10_015 });
    });
  });

  test('is used by its address alone, in threads, too', async () => {
    await withServer(async ({ sandbox, general }) => {
      const { url } = await general.createWebhook({ name: 'Wire' });
      const [, id = '', token = ''] = /webhooks\/(\d+)\/([\w-]+)/.exec(url) ?? [];
      const client = new WebhookClient({ id, token }, { rest: { api: sandbox.apiUrl } });
      const sent = await client.send('One');
      await client.editMessage(sent.id, { content: 'Two' });
      expect((await client.fetchMessage(sent.id)).content).toBe('Two');
      await client.deleteMessage(sent.id);
      const { id: threadId } = await general.threads.create({ name: 'Aside' });
      const aside = await client.send({ content: 'Three', threadId });
      await client.editMessage(aside.id, { content: 'Four', threadId });
      expect((await client.fetchMessage(aside.id, { threadId })).content).toBe('Four');
      await client.deleteMessage(aside.id, threadId);
      await client.edit({ name: 'Ticker' });
      expect((await general.fetchWebhooks()).get(id)?.name).toBe('Ticker');
      await client.delete();
      await expect(client.send('x')).rejects.toMatchObject({ code: 10_015 });
    });
  });

  test('has no picture, and the sandbox says so', async () => {
    const what = 'with a picture of the webhook';
    await withServer(
      async ({ general }) => {
        const avatar = Buffer.from('89504e470d0a1a0a', 'hex');
        const webhook = await general.createWebhook({ name: 'Wire', avatar });
        await webhook.edit({ avatar });
        await webhook.send({ content: 'x', avatarURL: 'https://example.org/a.png' });
      },
      {
        unhandledRoutes: [
          `POST /channels/{channel_id}/webhooks ${what}`,
          `PATCH /webhooks/{webhook_id}/{webhook_token} ${what}`,
          `POST /webhooks/{webhook_id}/{webhook_token} ${what}`,
        ],
      },
    );
  });
});
