import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { withServer } from '../../support/discord-server.ts';

const { forum, ada, jun, mara, noor } = FIRST_WORLD;

describe('the bot itself', () => {
  test('is renamed on a server, as itself and as a member', async () => {
    await withServer(async ({ bot, guild }) => {
      expect((await guild.members.editMe({ nick: 'The desk', reason: 'A test' })).nickname).toBe('The desk');
      const me = await guild.members.fetchMe({ force: true });
      expect(me.nickname).toBe('The desk');
      expect((await me.setNickname('Desk')).nickname).toBe('Desk');
      expect((await guild.members.fetch({ user: bot.user.id, force: true })).nickname).toBe('Desk');
      expect((await me.setNickname(null)).nickname).toBeNull();
    });
  });

  test('is told by name which parts of its profile are left out', async () => {
    await withServer(
      async ({ guild }) => {
        await guild.members.editMe({ nick: 'The desk', bio: 'Reads the papers' });
        const jay = await guild.members.fetch(jun);
        await jay.edit({ flags: ['BypassesVerification'] });
        expect((await guild.members.fetchMe({ force: true })).nickname).toBe('The desk');
      },
      {
        unhandledRoutes: [
          'PATCH /guilds/{guild_id}/members/@me with a profile on one server',
          'PATCH /guilds/{guild_id}/members/{user_id} with flags of members',
        ],
      },
    );
  });

  test('knows who it is and where', async () => {
    await withServer(async ({ bot, guild }) => {
      expect((await bot.user.fetch(true)).id).toBe(FIRST_WORLD.bot);
      expect((await bot.guilds.fetch()).map(({ name }) => name).sort()).toEqual([
        'Foreign Affairs Forum',
        'Second Server',
      ]);
      expect((await guild.fetch()).name).toBe('Foreign Affairs Forum');
      expect((await guild.fetchOwner()).id).toBe(noor);
      bot.user.setPresence({ status: 'idle', activities: [{ name: 'the papers' }] });
      expect((await bot.application.fetch()).id).toBe(bot.user.id);
      await guild.leave();
      await expect.poll(() => bot.guilds.cache.size).toBe(1);
    });
  });
});

describe('members', () => {
  test('are found alone, together, by their names and page by page', async () => {
    await withServer(async ({ guild }) => {
      expect((await guild.members.fetch({ user: ada, force: true })).displayName).toBe('Ada');
      expect([...(await guild.members.fetch({ user: [ada, jun] })).keys()].sort()).toEqual([ada, jun].sort());
      expect((await guild.members.fetch({ query: 'ma', limit: 5 })).has(mara)).toBe(true);
      expect((await guild.members.search({ query: 'ju', limit: 5 })).has(jun)).toBe(true);
      const first = await guild.members.list({ limit: 2 });
      const second = await guild.members.list({ limit: 10, after: first.lastKey() ?? '0' });
      expect(first.size + second.size).toBe(5);
    });
  });

  test('are renamed, silenced for a while and sent away', async () => {
    await withServer(async ({ guild }) => {
      const member = await guild.members.fetch(jun);
      expect((await member.edit({ nick: 'Junior', roles: [], reason: 'A test' })).nickname).toBe('Junior');
      await member.timeout(60_000, 'A test');
      expect((await member.fetch(true)).isCommunicationDisabled()).toBe(true);
      await member.timeout(null);
      expect((await member.fetch(true)).isCommunicationDisabled()).toBe(false);
      await member.disableCommunicationUntil(Date.now() + 60_000);
      expect((await member.fetch(true)).isCommunicationDisabled()).toBe(true);
      await member.kick('A test');
      await expect(guild.members.fetch({ user: jun, force: true })).rejects.toMatchObject({ code: 10_007 });
      await expect(guild.members.kick(mara)).rejects.toMatchObject({ code: 50_013 });
      const managed = guild.members.removeRole({ user: ada, role: forum.botRole });
      await expect(managed).rejects.toMatchObject({ code: 50_013 });
    });
  });
});
