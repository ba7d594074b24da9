import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ChannelType, ForumLayoutType, SortOrderType, type ForumChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer } from '../../support/discord-server.ts';

const { forum } = FIRST_WORLD;
const aPost = (name: string) => ({ name, message: { content: 'Text' } });

async function fetched(channel: ForumChannel): Promise<ForumChannel> {
  const found = await channel.fetch(true);
  if (found.type !== ChannelType.GuildForum) throw new Error('No forum');
  return found;
}

describe('a forum', () => {
  test('keeps what each of its setters sets', async () => {
    await withServer(async ({ debates }) => {
      await debates.setTopic('Debate');
      await debates.setDefaultReactionEmoji({ id: null, name: '👍' });
      await debates.setDefaultThreadRateLimitPerUser(10);
      await debates.setDefaultAutoArchiveDuration(60);
      await debates.setDefaultSortOrder(SortOrderType.CreationDate);
      await debates.setDefaultForumLayout(ForumLayoutType.GalleryView);
      await debates.setAvailableTags([{ name: 'New', emoji: { id: null, name: '🎉' }, moderated: true }]);
      expect(await fetched(debates)).toMatchObject({
        topic: 'Debate',
        defaultReactionEmoji: { id: null, name: '👍' },
        defaultThreadRateLimitPerUser: 10,
        defaultAutoArchiveDuration: 60,
        defaultSortOrder: SortOrderType.CreationDate,
        defaultForumLayout: ForumLayoutType.GalleryView,
        availableTags: [{ name: 'New', emoji: { id: null, name: '🎉' }, moderated: true }],
      });
      expect((await debates.threads.create(aPost('Slow'))).rateLimitPerUser).toBe(10);
      await debates.setDefaultReactionEmoji(null);
      await debates.setDefaultSortOrder(null);
      expect(await fetched(debates)).toMatchObject({ defaultReactionEmoji: null, defaultSortOrder: null });
    });
  });

  test('is created with all of it at once', async () => {
    await withServer(async ({ guild }) => {
      const channel = await guild.channels.create({
        name: 'Questions',
        type: ChannelType.GuildForum,
        defaultReactionEmoji: { id: null, name: '👍' },
        defaultSortOrder: SortOrderType.LatestActivity,
        defaultForumLayout: ForumLayoutType.ListView,
        defaultThreadRateLimitPerUser: 5,
      });
      expect(await fetched(channel)).toMatchObject({
        defaultReactionEmoji: { name: '👍' },
        defaultSortOrder: SortOrderType.LatestActivity,
        defaultForumLayout: ForumLayoutType.ListView,
        defaultThreadRateLimitPerUser: 5,
      });
    });
  });

  test('has one post that is pinned, which stands first on the page', async () => {
    await withServer(async ({ sandbox, debates, general }) => {
      const first = await debates.threads.create(aPost('First'));
      const second = await debates.threads.create(aPost('Second'));
      expect((await first.pin()).flags.has('Pinned')).toBe(true);
      await expect(second.pin()).rejects.toMatchObject({ code: 30_047 });
      const pinned = sandbox.people.channels(forum.id).filter(({ isPinned }) => isPinned === true);
      expect(pinned.map(({ name }) => name)).toEqual(['First']);
      expect((await first.unpin()).flags.has('Pinned')).toBe(false);
      expect((await second.pin()).flags.has('Pinned')).toBe(true);
      const thread = await general.threads.create({ name: 'No post' });
      await expect(thread.edit({ flags: ['Pinned'] })).rejects.toMatchObject({ code: 50_024 });
    });
  });

  test('gives its posts tags, files and a first message', async () => {
    await withServer(async ({ debates }) => {
      const post = await debates.threads.create({
        name: 'Why?',
        message: { content: 'Because', files: [{ attachment: Buffer.from('x'), name: 'a.txt' }] },
        autoArchiveDuration: 60,
        rateLimitPerUser: 5,
        reason: 'A test',
      });
      expect((await post.fetchStarterMessage())?.attachments.size).toBe(1);
      expect((await post.setAppliedTags([forum.questionTag])).appliedTags).toEqual([forum.questionTag]);
      await post.edit({ name: 'Why not?', archived: true, locked: true });
      expect((await debates.threads.fetchArchived()).threads.has(post.id)).toBe(true);
      await post.edit({ archived: false, locked: false, appliedTags: [] });
      expect((await debates.threads.fetchActive()).threads.get(post.id)).toMatchObject({
        name: 'Why not?',
        appliedTags: [],
      });
    });
  });
});
