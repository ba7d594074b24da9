import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { AttachmentBuilder, ChannelType, EmbedBuilder, Events, GuildMember, MessageType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer } from '../support/discord-server.ts';
import { withBot, withSandbox } from '../support/sandbox.ts';

const { forum, ada, jun, mara } = FIRST_WORLD;

describe('files', () => {
  test('are stored, served from the sandbox and shown by embeds and components', async () => {
    await withServer(async ({ sandbox, general }) => {
      const file = new AttachmentBuilder(Buffer.from('Hello'), { name: 'a note.txt', description: 'A note' });
      const sent = await general.send({ files: [file] });
      const attachment = sent.attachments.first();
      expect(attachment).toMatchObject({ name: 'a_note.txt', size: 5, description: 'A note' });
      const served = await fetch(attachment?.url ?? '');
      expect([served.status, await served.text()]).toEqual([200, 'Hello']);
      expect(attachment?.url.startsWith(sandbox.url)).toBe(true);

      const picture = new AttachmentBuilder(Buffer.from('x'), { name: 'p.png' });
      const embed = new EmbedBuilder().setImage('attachment://p.png');
      const shown = await general.send({ embeds: [embed], files: [picture] });
      expect(shown.embeds[0]?.image?.url).toContain('/attachments/');
      expect(shown.attachments.size).toBe(0);
      const reworded = await shown.edit({ content: 'Look' });
      expect(reworded.embeds[0]?.image?.url).toBe(shown.embeds[0]?.image?.url);

      const edited = await sent.edit({ content: 'Without', attachments: [] });
      expect(edited.attachments.size).toBe(0);
    });
  });

  test('that are referred to must have been sent', async () => {
    await withSandbox(
      async (sandbox) => {
        await withBot(sandbox, async (bot) => {
          const general = await bot.channels.fetch(forum.general);
          if (general?.isSendable() !== true) throw new Error('No text channel');
          const lost = general.send({ embeds: [new EmbedBuilder().setImage('attachment://none.png')] });
          await expect(lost).rejects.toMatchObject({ code: 50035 });
        });
        expect(sandbox.violations()).toMatchObject([{ rule: 'attachment-reference' }]);
      },
      { expected: { violations: ['attachment-reference'] } },
    );
  });

  test('that are downloads stay downloads', async () => {
    await withServer(async ({ general }) => {
      const page = new AttachmentBuilder(Buffer.from('<script>'), { name: 'x.html' });
      const sent = await general.send({ files: [page] });
      const served = await fetch(sent.attachments.first()?.url ?? '');
      expect(served.headers.get('content-disposition')).toContain('attachment');
    });
  });
});

describe('messages', () => {
  test('are pinned and unpinned, by the old routes and the new ones', async () => {
    await withServer(async ({ bot, general }) => {
      const first = await general.send('One');
      const second = await general.send('Two');
      await first.pin();
      await bot.rest.put(`/channels/${general.id}/pins/${second.id}`);
      expect((await general.messages.fetchPins()).items.map((pin) => pin.message.content)).toEqual([
        'Two',
        'One',
      ]);
      expect(await bot.rest.get(`/channels/${general.id}/pins`)).toHaveLength(2);
      await first.unpin();
      await bot.rest.delete(`/channels/${general.id}/pins/${second.id}`);
      expect((await general.messages.fetchPins()).items).toHaveLength(0);
    });
  });

  test('get reactions of bots and members', async () => {
    await withServer(async ({ sandbox, bot, general }) => {
      const heard: string[] = [];
      bot.on(Events.MessageReactionAdd, (reaction, user) => heard.push(`+${user.id}${reaction.emoji.name}`));
      bot.on(Events.MessageReactionRemove, (reaction, user) =>
        heard.push(`-${user.id}${reaction.emoji.name}`),
      );
      const message = await general.send('Vote');
      await message.react('👍');
      const where = { memberId: ada, channelId: general.id, messageId: message.id, emoji: '👍' };
      sandbox.people.react({ ...where, isSet: true });
      const reaction = (await message.fetch(true)).reactions.cache.get('👍');
      expect(reaction).toMatchObject({ count: 2, me: true });
      expect((await reaction?.users.fetch())?.has(ada)).toBe(true);
      sandbox.people.react({ ...where, isSet: false });
      await expect.poll(() => heard).toEqual([`+${bot.user.id}👍`, `+${ada}👍`, `-${ada}👍`]);
      await reaction?.users.remove(bot.user.id);
      await message.react('🎉');
      await message.reactions.removeAll();
      expect((await message.fetch(true)).reactions.cache.size).toBe(0);
      await expect(message.react('1234567890123456789')).rejects.toMatchObject({ code: 10014 });
    });
  });

  test('carry polls, which people answer and bots end', async () => {
    await withServer(async ({ sandbox, bot, general }) => {
      const votes: number[] = [];
      bot.on(Events.MessagePollVoteAdd, (answer) => votes.push(answer.id));
      const message = await general.send({
        poll: {
          question: { text: 'When?' },
          answers: [{ text: 'Today', emoji: '☀️' }, { text: 'Tomorrow' }],
          duration: 24,
          allowMultiselect: false,
        },
      });
      const where = { memberId: ada, channelId: general.id, messageId: message.id };
      sandbox.people.vote({ ...where, answerIds: [2] });
      await expect.poll(() => votes).toEqual([2]);
      const voters = await message.poll?.answers.get(2)?.voters.fetch();
      expect(voters?.has(ada)).toBe(true);
      const ended = await message.poll?.end();
      expect(ended?.poll?.resultsFinalized).toBe(true);
      expect(() => sandbox.people.vote({ ...where, answerIds: [1] })).toThrow('Poll expired');
    });
  });

  test('are deleted together', async () => {
    await withServer(async ({ sandbox, general }) => {
      for (const content of ['One', 'Two', 'Three']) await general.send(content);
      await general.bulkDelete(2);
      expect(sandbox.messages(general.id).map((message) => message.content)).toEqual(['One']);
    });
  });
});

describe('threads', () => {
  test('begin with a line that quotes their message, or with one in the channel', async () => {
    await withServer(async ({ sandbox, general }) => {
      const message = await general.send('Riyadh');
      const thread = await message.startThread({ name: 'Talk' });
      const [starter, ...others] = sandbox.messages(thread.id);
      expect(others).toEqual([]);
      expect(starter).toMatchObject({
        type: MessageType.ThreadStarterMessage,
        content: '',
        message_reference: { message_id: message.id, channel_id: general.id, guild_id: forum.id },
        referenced_message: { id: message.id, content: 'Riyadh' },
      });
      expect((await thread.fetch()).messageCount).toBe(0);
      const loose = await general.threads.create({ name: 'Loose', type: ChannelType.PublicThread });
      expect(sandbox.messages(general.id).at(-1)).toMatchObject({
        type: MessageType.ThreadCreated,
        content: 'Loose',
        message_reference: { channel_id: loose.id, guild_id: forum.id },
      });
      await general.threads.create({ name: 'Hidden', type: ChannelType.PrivateThread });
      expect(sandbox.messages(general.id)).toHaveLength(2);
    });
  });

  test('begin without a message, are archived, locked and woken', async () => {
    await withServer(async ({ sandbox, bot, guild, general }) => {
      const thread = await general.threads.create({ name: 'Quiet', type: ChannelType.PrivateThread });
      expect(thread.type).toBe(ChannelType.PrivateThread);
      expect((await thread.members.fetch()).has(bot.user.id)).toBe(true);
      await thread.members.add(ada);
      expect(sandbox.people.channels(forum.id).find(({ id }) => id === thread.id)?.visibleTo).toContain(ada);
      await thread.members.remove(ada);
      expect(sandbox.people.channels(forum.id).find(({ id }) => id === thread.id)?.visibleTo).not.toContain(
        ada,
      );
      await thread.setName('Loud');
      await thread.setArchived(true);
      const archived = await general.threads.fetchArchived({ type: 'private', fetchAll: true });
      expect(archived.threads.map((one) => one.name)).toEqual(['Loud']);
      await expect(thread.setName('x')).rejects.toMatchObject({ code: 50083 });
      await thread.send('Awake');
      expect((await guild.channels.fetchActiveThreads()).threads.has(thread.id)).toBe(true);
      await thread.setLocked(true);
      expect(() =>
        sandbox.people.say({ memberId: mara, channelId: thread.id, content: 'A moderator may' }),
      ).not.toThrow();
      await thread.leave();
      await thread.delete();
      await expect(bot.channels.fetch(thread.id, { force: true })).rejects.toMatchObject({ code: 10003 });
    });
  });

  test('of a forum are posts with tags', async () => {
    await withServer(async ({ sandbox, bot, guild }) => {
      const talk = await guild.channels.create({
        name: 'questions',
        type: ChannelType.GuildForum,
        availableTags: [{ name: 'Answered' }, { name: 'Open' }],
      });
      const [tag] = talk.availableTags;
      const post = await talk.threads.create({
        name: 'Why?',
        message: { content: 'Because' },
        appliedTags: [tag?.id ?? ''],
      });
      expect(post.appliedTags).toEqual([tag?.id]);
      expect((await post.fetchStarterMessage())?.content).toBe('Because');
      await talk.edit({ flags: ['RequireTag'] });
      const untagged = talk.threads.create({ name: 'x', message: { content: 'x' } });
      await expect(untagged).rejects.toMatchObject({ code: 40067 });
      const webhook = await talk.createWebhook({ name: 'The desk' });
      const wish = { content: 'x', threadName: 'From outside' };
      await expect(webhook.send(wish)).rejects.toMatchObject({ code: 40067 });
      const { channelId } = await webhook.send({ ...wish, appliedTags: [tag?.id ?? ''] });
      expect(await bot.channels.fetch(channelId)).toMatchObject({ appliedTags: [tag?.id] });
      const plain = guild.client.rest.post(`/channels/${talk.id}/messages`, { body: { content: 'x' } });
      await expect(plain).rejects.toMatchObject({ code: 40058 });
      const id = sandbox.people.createPost({
        memberId: ada,
        channelId: talk.id,
        name: 'Mine',
        content: 'Text',
        tagIds: [tag?.id ?? ''],
      });
      expect(sandbox.messages(id)).toMatchObject([{ id, content: 'Text' }]);
    });
  });
});

describe('channels', () => {
  test('are created, moved, opened to some and deleted', async () => {
    await withServer(async ({ bot, guild }) => {
      const category = await guild.channels.create({ name: 'Talk', type: ChannelType.GuildCategory });
      const channel = await guild.channels.create({
        name: 'new',
        parent: category,
        permissionOverwrites: [{ id: guild.roles.everyone, deny: ['SendMessages'] }],
      });
      await expect.poll(() => bot.channels.cache.has(channel.id)).toBe(true);
      expect(channel.parentId).toBe(category.id);
      const edited = await channel.setTopic('About it');
      expect(edited.topic).toBe('About it');
      const member = await guild.members.fetch({ user: ada });
      await channel.permissionOverwrites.edit(member, { SendMessages: true });
      expect((await channel.fetch(true)).permissionOverwrites.cache.size).toBe(2);
      await channel.permissionOverwrites.delete(member);
      await channel.delete();
      await expect.poll(() => bot.channels.cache.has(channel.id)).toBe(false);
    });
  });

  test('have webhooks that write, edit and delete', async () => {
    await withServer(async ({ sandbox, guild, general }) => {
      const webhook = await general.createWebhook({ name: 'Wire' });
      const sent = await webhook.send({ content: 'News', username: 'The wire' });
      expect(sandbox.messages(general.id)).toMatchObject([
        { content: 'News', webhook_id: webhook.id, author: { username: 'The wire', bot: true } },
      ]);
      await webhook.editMessage(sent.id, 'Newer');
      expect((await webhook.fetchMessage(sent.id)).content).toBe('Newer');
      await webhook.deleteMessage(sent.id);
      await webhook.edit({ name: 'Ticker' });
      expect((await general.fetchWebhooks()).map((one) => one.name)).toEqual(['Ticker']);
      expect((await guild.fetchWebhooks()).size).toBe(1);
      await webhook.delete();
      await expect(webhook.send('x')).rejects.toMatchObject({ code: 10015 });
    });
  });

  test('between two are heard of with the first message in them', async () => {
    await withServer(async ({ sandbox, bot }) => {
      const heard: unknown[] = [];
      bot.on(Events.MessageCreate, ({ channel, content }) => {
        heard.push(['said', channel.type, content]);
      });
      bot.on(Events.MessageReactionAdd, (reaction, user) =>
        heard.push(['reacted', user.id, reaction.emoji.name]),
      );
      bot.on(Events.MessageUpdate, (_before, { content }) => heard.push(['edited', content]));
      bot.on(Events.MessageDelete, ({ id }) => heard.push(['deleted', id]));
      const channelId = sandbox.people.directChannel(ada);
      const { id: messageId } = sandbox.people.say({ memberId: ada, channelId, content: 'Anybody there?' });
      await expect.poll(() => heard).toEqual([['said', ChannelType.DM, 'Anybody there?']]);
      sandbox.people.react({ memberId: ada, channelId, messageId, emoji: '👍', isSet: true });
      const channel = await bot.channels.fetch(channelId);
      if (channel?.type !== ChannelType.DM) throw new Error('No direct channel');
      const answer = await channel.send('Yes');
      await answer.edit('Yes!');
      await answer.delete();
      await expect
        .poll(() => heard.slice(1))
        .toEqual([
          ['reacted', ada, '👍'],
          ['said', ChannelType.DM, 'Yes'],
          ['edited', 'Yes!'],
          ['deleted', answer.id],
        ]);
    });
  });

  test('between two are opened, written in and refused', async () => {
    await withServer(async ({ sandbox, bot }) => {
      const heard: string[] = [];
      bot.on(Events.MessageCreate, (message) => {
        if (message.author.id === ada) heard.push(message.content);
      });
      const user = await bot.users.fetch(ada);
      await user.send('Hello');
      const channelId = sandbox.people.directChannel(ada);
      sandbox.people.say({ memberId: ada, channelId, content: 'Hello yourself' });
      await expect.poll(() => heard).toEqual(['Hello yourself']);
      expect(sandbox.messages(channelId).map((message) => message.content)).toEqual([
        'Hello',
        'Hello yourself',
      ]);
      sandbox.people.setDirectMessages(ada, false);
      await expect(user.send('Again')).rejects.toMatchObject({ code: 50007 });
    });
  });
});

describe('members and roles', () => {
  test('are listed and changed as far as the bot stands above them', async () => {
    await withServer(async ({ sandbox, guild }) => {
      const role = await guild.roles.create({ name: 'Readers', permissions: ['AddReactions'] });
      await expect.poll(() => guild.roles.cache.get(role.id)?.name).toBe('Readers');
      expect(role.hexColor).toBe('#000000');
      const listed = await guild.members.list({ limit: 100 });
      expect(listed.size).toBe(5);
      const member = listed.get(jun);
      if (!(member instanceof GuildMember)) throw new Error('Jun is not listed');
      await guild.members.addRole({ user: jun, role });
      expect((await member.fetch(true)).roles.cache.has(role.id)).toBe(true);
      await guild.members.removeRole({ user: jun, role });
      expect((await member.setNickname('Junior')).nickname).toBe('Junior');
      await member.timeout(60_000);
      expect(() => sandbox.people.say({ memberId: jun, channelId: forum.general, content: 'Muted' })).toThrow(
        'may not write',
      );
      expect((await guild.members.search({ query: 'jun' })).size).toBe(1);
      await role.edit({ name: 'Writers', colors: { primaryColor: 0xff_00_00 } });
      await role.delete();
      await expect(guild.roles.delete(forum.moderatorRole)).rejects.toMatchObject({ code: 50013 });
      await expect(guild.members.kick(mara)).rejects.toMatchObject({ code: 50013 });
      await member.kick();
      await expect(guild.members.fetch({ user: jun, force: true })).rejects.toMatchObject({ code: 10007 });
    });
  });
});
