import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ComponentType, MessageFlags, MessageReferenceType, MessageType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer } from '../../support/discord-server.ts';

const { ada, forum } = FIRST_WORLD;
const aFile = { attachment: Buffer.from('x'), name: 'a.txt' };

describe('a message', () => {
  test('is said in every way that there is', async () => {
    await withServer(async ({ general }) => {
      expect((await general.send({ content: 'Loud', tts: true })).tts).toBe(true);
      const quiet = await general.send({ content: 'Quiet', flags: ['SuppressNotifications'] });
      expect(quiet.flags.has(MessageFlags.SuppressNotifications)).toBe(true);
      expect((await general.send({ content: 'Once', nonce: 5, enforceNonce: true })).nonce).toBe(5);
      const parts = await general.send({
        flags: MessageFlags.IsComponentsV2,
        components: [
          { type: ComponentType.TextDisplay, content: 'Read this' },
          { type: ComponentType.File, file: { url: 'attachment://a.txt' } },
        ],
        files: [aFile],
      });
      expect(parts.components.map(({ type }) => type)).toEqual([
        ComponentType.TextDisplay,
        ComponentType.File,
      ]);
      const listed = await general.messages.fetch({ limit: 100, cache: false });
      expect(listed.map(({ content }) => content)).toEqual(['', 'Once', 'Quiet', 'Loud']);
    });
  });

  test('is edited, loses its files and shows its embeds or not', async () => {
    await withServer(async ({ general }) => {
      const message = await general.send({ content: 'Draft', embeds: [{ title: 'Map' }], files: [aFile] });
      const edited = await message.edit({ content: 'Final', attachments: [...message.attachments.values()] });
      expect(edited).toMatchObject({ content: 'Final', embeds: [{ title: 'Map' }] });
      expect(edited.attachments.size).toBe(1);
      expect((await message.removeAttachments()).attachments.size).toBe(0);
      expect((await message.suppressEmbeds(true)).flags.has(MessageFlags.SuppressEmbeds)).toBe(true);
      expect((await message.suppressEmbeds(false)).flags.has(MessageFlags.SuppressEmbeds)).toBe(false);
      await general.messages.edit(message.id, 'By its id');
      expect((await message.fetch(true)).content).toBe('By its id');
      await general.messages.delete(message.id);
      await expect(message.fetch(true)).rejects.toMatchObject({ code: 10_008 });
    });
  });

  test('is answered, quoted, pinned and made a thread of', async () => {
    await withServer(async ({ general }) => {
      const message = await general.send('Question');
      const answer = await message.reply({ content: 'Answer', allowedMentions: { repliedUser: false } });
      expect(answer.reference?.type).toBe(MessageReferenceType.Default);
      expect((await answer.fetchReference()).id).toBe(message.id);
      await message.pin('A test');
      expect((await general.messages.fetchPins()).items.map((pin) => pin.message.id)).toEqual([message.id]);
      await general.messages.unpin(message);
      await general.messages.pin(message);
      await message.unpin();
      expect((await general.messages.fetchPins()).items).toEqual([]);
      const thread = await message.startThread({
        name: 'About it',
        autoArchiveDuration: 60,
        rateLimitPerUser: 3,
      });
      expect(thread).toMatchObject({ id: message.id, rateLimitPerUser: 3 });
      expect((await thread.fetchStarterMessage())?.content).toBe('Question');
      expect((await message.fetch(true)).hasThread).toBe(true);
    });
  });

  test('gets reactions and loses them, one by one, by emoji and all at once', async () => {
    await withServer(async ({ sandbox, bot, general }) => {
      const message = await general.send('Vote');
      for (const emoji of ['👍', '❤️', '1️⃣', '🇸🇦']) await message.react(emoji);
      const where = { memberId: ada, channelId: general.id, messageId: message.id };
      sandbox.people.react({ ...where, emoji: '👍', isSet: true });
      const thumbs = (await message.fetch(true)).reactions.cache.get('👍');
      expect((await thumbs?.users.fetch({ limit: 1 }))?.size).toBe(1);
      expect([...((await thumbs?.users.fetch({ after: bot.user.id }))?.keys() ?? [])]).toEqual([ada]);
      expect((await thumbs?.fetch())?.count).toBe(2);
      await thumbs?.users.remove();
      await thumbs?.users.remove(ada);
      await message.reactions.cache.get('❤️')?.remove();
      expect([...(await message.fetch(true)).reactions.cache.keys()]).toEqual(['1️⃣', '🇸🇦']);
      await general.messages.react(message.id, '🎉');
      await message.reactions.removeAll();
      expect((await message.fetch(true)).reactions.cache.size).toBe(0);
    });
  });

  test('asks in a poll, whose answers are counted and which ends', async () => {
    await withServer(async ({ sandbox, general }) => {
      const message = await general.send({
        poll: {
          question: { text: 'When?' },
          answers: [{ text: 'Today', emoji: '☀️' }, { text: 'Tomorrow' }],
          duration: 1,
          allowMultiselect: true,
        },
      });
      const where = { memberId: ada, channelId: general.id, messageId: message.id };
      sandbox.people.vote({ ...where, answerIds: [1, 2] });
      const voters = await general.messages.fetchPollAnswerVoters({ messageId: message.id, answerId: 1 });
      expect([...voters.keys()]).toEqual([ada]);
      const ended = await general.messages.endPoll(message.id);
      expect(ended.poll?.resultsFinalized).toBe(true);
      expect(ended.poll?.answers.map(({ voteCount }) => voteCount)).toEqual([1, 1]);
    });
  });

  test('of an announcement channel is published once', async () => {
    await withServer(async ({ digest }) => {
      const message = await digest.send('News');
      expect((await message.crosspost()).flags.has(MessageFlags.Crossposted)).toBe(true);
      await expect(digest.messages.crosspost(message.id)).rejects.toMatchObject({ code: 40_033 });
    });
  });

  test('between two is said, edited, pinned, answered and deleted', async () => {
    await withServer(async ({ bot, guild }) => {
      const user = await bot.users.fetch(ada, { force: true });
      const channel = await user.createDM();
      const message = await user.send('Hello');
      await message.edit('Hello there');
      await message.react('👍');
      await message.pin();
      expect((await channel.messages.fetchPins()).items).toHaveLength(1);
      await message.unpin();
      await channel.sendTyping();
      expect((await message.reply('Anyone?')).type).toBe(MessageType.Reply);
      expect((await channel.fetch(true)).id).toBe(channel.id);
      await message.delete();
      expect((await channel.messages.fetch()).map(({ type }) => type)).toContain(MessageType.Reply);
      await user.deleteDM();
      expect((await (await guild.members.fetch(ada)).send('Again')).channelId).toBe(channel.id);
      expect((await guild.channels.fetch(forum.general))?.id).toBe(forum.general);
    });
  });
});
