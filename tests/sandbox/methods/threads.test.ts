import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, ThreadAutoArchiveDuration, type ThreadChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer, type ServerScene } from '../../support/discord-server.ts';

const { forum, ada } = FIRST_WORLD;

async function withThread(
  act: (scene: ServerScene & { thread: ThreadChannel }) => Promise<void>,
): Promise<void> {
  await withServer(async (scene) => {
    const thread = await scene.general.threads.create({
      name: 'Talks',
      autoArchiveDuration: ThreadAutoArchiveDuration.OneHour,
      rateLimitPerUser: 3,
      reason: 'A test',
    });
    expect(thread).toMatchObject({ autoArchiveDuration: 60, rateLimitPerUser: 3 });
    await act({ ...scene, thread });
  });
}

const memberIds = async (thread: ThreadChannel): Promise<string[]> => [
  ...(await thread.members.fetch({ cache: false })).keys(),
];

describe('a thread', () => {
  test('is left and joined by the bot itself, whose id stands in the path as %40me', async () => {
    await withThread(async ({ bot, thread }) => {
      await thread.leave();
      expect(await memberIds(thread)).toEqual([]);
      await thread.join();
      expect(await memberIds(thread)).toEqual([bot.user.id]);
      await thread.members.remove('@me');
      expect(await memberIds(thread)).toEqual([]);
      await thread.members.add('@me');
      expect((await thread.members.fetchMe()).id).toBe(bot.user.id);
    });
  });

  test('takes members in and lets them go', async () => {
    await withThread(async ({ bot, thread }) => {
      await thread.members.add(ada);
      const members = await thread.members.fetch({ withMember: true, limit: 10 });
      expect([...members.keys()].sort()).toEqual([ada, bot.user.id].sort());
      expect(members.get(ada)?.guildMember?.displayName).toBe('Ada');
      expect((await thread.members.fetch(ada)).id).toBe(ada);
      await thread.members.remove(ada);
      expect(await memberIds(thread)).toEqual([bot.user.id]);
      expect((await thread.fetchOwner())?.id).toBe(bot.user.id);
    });
  });

  test('keeps what each of its setters sets', async () => {
    await withThread(async ({ general, thread }) => {
      await thread.setName('Negotiations');
      await thread.setRateLimitPerUser(5);
      await thread.setAutoArchiveDuration(ThreadAutoArchiveDuration.OneDay);
      await thread.setLocked(true);
      expect(await general.threads.fetch(thread.id, { force: true })).toMatchObject({
        name: 'Negotiations',
        rateLimitPerUser: 5,
        autoArchiveDuration: 1_440,
        locked: true,
      });
      await thread.setLocked(false);
      const closed = await general.threads.create({
        name: 'Closed',
        type: ChannelType.PrivateThread,
        invitable: false,
      });
      expect((await closed.setInvitable(true)).invitable).toBe(true);
      await thread.setArchived(true);
      expect((await thread.fetch(true)).archived).toBe(true);
      await thread.edit({ archived: false, name: 'Open', locked: false, rateLimitPerUser: 0 });
      expect(await thread.fetch(true)).toMatchObject({ archived: false, name: 'Open' });
      await thread.delete();
      await expect(thread.fetch(true)).rejects.toMatchObject({ code: 10_003 });
    });
  });

  test('that is archived lets its messages be deleted and nothing else', async () => {
    await withThread(async ({ sandbox, general, thread }) => {
      const message = await thread.send('Here');
      await message.react('👍');
      await thread.setArchived(true);
      const refused = { code: 50_083 };
      await expect(message.react('🎉')).rejects.toMatchObject(refused);
      await expect(message.reactions.removeAll()).rejects.toMatchObject(refused);
      await expect(message.edit('There')).rejects.toMatchObject(refused);
      await expect(message.pin()).rejects.toMatchObject(refused);
      await expect(thread.join()).rejects.toMatchObject(refused);
      const where = { memberId: ada, channelId: thread.id, messageId: message.id };
      expect(() => sandbox.people.react({ ...where, emoji: '👍', isSet: true })).toThrow('archived');
      const { id: commandId } = await thread.client.application.commands.create({
        name: 'act',
        description: 'Acts',
      });
      const command = { memberId: ada, channelId: thread.id, commandId, options: [] };
      expect(() => sandbox.people.startCommand(command)).toThrow('archived');
      await message.delete();
      expect(sandbox.messages(thread.id)).toEqual([]);
      expect((await general.threads.fetchArchived()).threads.has(thread.id)).toBe(true);
    });
  });

  test('that is locked lets only those edit who manage threads', async () => {
    await withThread(async ({ sandbox, thread }) => {
      const message = await thread.send('Here');
      await thread.setLocked(true);
      await expect(message.edit('There')).resolves.toMatchObject({ content: 'There' });
      sandbox.people.setOverwrite(forum.general, {
        id: forum.botRole,
        type: 0,
        allow: '0',
        deny: String(1n << 34n),
      });
      await expect(message.edit('Nowhere')).rejects.toMatchObject({ code: 160_005 });
    });
  });

  test('that is private and archived is found by those who were in it', async () => {
    await withServer(async ({ general }) => {
      const names = ['One', 'Two', 'Three'];
      for (const name of names) {
        const thread = await general.threads.create({ name, type: ChannelType.PrivateThread });
        await thread.setArchived(true);
      }
      const joined = await general.threads.fetchArchived({ type: 'private', limit: 2 });
      expect(joined.threads.map(({ name }) => name)).toEqual(['Three', 'Two']);
      expect(joined.hasMore).toBe(true);
      const before = joined.threads.last()?.id ?? '0';
      const rest = await general.threads.fetchArchived({ type: 'private', limit: 2, before });
      expect(rest.threads.map(({ name }) => name)).toEqual(['One']);
      const all = await general.threads.fetchArchived({ type: 'private', fetchAll: true });
      expect(all.threads.size).toBe(3);
    });
  });

  test('is written in, read and emptied', async () => {
    await withThread(async ({ sandbox, thread }) => {
      await thread.sendTyping();
      for (const content of ['One', 'Two', 'Three']) await thread.send(content);
      await thread.bulkDelete(2);
      expect(sandbox.messages(thread.id).map(({ content }) => content)).toEqual(['One']);
      expect(await thread.fetch(true)).toMatchObject({ messageCount: 1, totalMessageSent: 3 });
      expect((await thread.guild.channels.fetchActiveThreads()).threads.has(thread.id)).toBe(true);
    });
  });
});
