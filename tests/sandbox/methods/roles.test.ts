import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { Events, type Guild } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer } from '../../support/discord-server.ts';

const { forum, ada, jun } = FIRST_WORLD;

/** From the lowest to the highest, as the server tells it; the bot has heard the same. */
async function orderOf(guild: Guild): Promise<string[]> {
  const heard = named(guild);
  const told = named(guild, await guild.roles.fetch(undefined, { force: true }));
  expect(heard).toEqual(told);
  return told;
}

function named(guild: Guild, roles = guild.roles.cache): string[] {
  const ordered = roles.map((role) => role).sort((left, right) => left.rawPosition - right.rawPosition);
  expect(ordered.map((role) => role.rawPosition)).toEqual(ordered.map((_, index) => index));
  return ordered.map(({ name }) => name);
}

async function withRoles(guild: Guild, names: readonly string[]) {
  const roles = [];
  for (const name of names) roles.push(await guild.roles.create({ name }));
  return roles;
}

describe('roles', () => {
  test('are moved among those below the bot, and each has a place of its own', async () => {
    await withServer(async ({ bot, guild }) => {
      const updated: string[] = [];
      const [a, b, c] = await withRoles(guild, ['A', 'B', 'C']);
      const rest = ['Communiqué', 'Moderators'];
      await expect.poll(() => named(guild)).toEqual(['@everyone', 'C', 'B', 'A', ...rest]);
      bot.on(Events.GuildRoleUpdate, (_before, { name }) => updated.push(name));
      await a?.setPosition(1);
      expect(await orderOf(guild)).toEqual(['@everyone', 'A', 'C', 'B', ...rest]);
      await expect.poll(() => updated.toSorted()).toEqual(['A', 'B', 'C']);
      await a?.setPosition(1, { relative: true });
      expect(await orderOf(guild)).toEqual(['@everyone', 'C', 'A', 'B', ...rest]);
      await guild.roles.setPositions([{ role: b?.id ?? '', position: 1 }]);
      expect(await orderOf(guild)).toEqual(['@everyone', 'B', 'C', 'A', ...rest]);
      await c?.edit({ position: 3, name: 'CC' });
      expect(await orderOf(guild)).toEqual(['@everyone', 'B', 'A', 'CC', ...rest]);
      const placed = await guild.roles.create({ name: 'D', position: 2 });
      expect(await orderOf(guild)).toEqual(['@everyone', 'B', 'D', 'A', 'CC', ...rest]);
      await placed.delete();
      await expect.poll(() => guild.roles.cache.size).toBe(6);
    });
  });

  test('do not move past the bot, neither up nor down', async () => {
    await withServer(async ({ bot, guild }) => {
      const [a] = await withRoles(guild, ['A']);
      await expect(a?.setPosition(3)).rejects.toMatchObject({ code: 50_013 });
      const moderators = await guild.roles.fetch(forum.moderatorRole);
      await expect(moderators?.setPosition(1)).rejects.toMatchObject({ code: 50_013 });
      const own = { body: [{ id: forum.botRole, position: 1 }] };
      await expect(bot.rest.patch(`/guilds/${guild.id}/roles`, own)).rejects.toMatchObject({ code: 50_013 });
      const unknown = { body: [{ id: '1', position: 1 }] };
      await expect(bot.rest.patch(`/guilds/${guild.id}/roles`, unknown)).rejects.toMatchObject({
        code: 10_011,
      });
      expect(await orderOf(guild)).toEqual(['@everyone', 'A', 'Communiqué', 'Moderators']);
    });
  });

  test('keep what each of their setters sets', async () => {
    await withServer(async ({ guild }) => {
      const role = await guild.roles.create({
        name: 'Readers',
        colors: { primaryColor: 'Blue' },
        hoist: true,
        mentionable: true,
        permissions: ['SendMessages'],
        reason: 'A test',
      });
      expect(role).toMatchObject({ hoist: true, mentionable: true, hexColor: '#3498db' });
      await role.setName('Writers');
      await role.setColors({ primaryColor: 0xff_00_00 });
      await role.setHoist(false);
      await role.setMentionable(false);
      await role.setPermissions(['AddReactions']);
      const found = await guild.roles.fetch(role.id, { force: true });
      expect(found).toMatchObject({
        name: 'Writers',
        hexColor: '#ff0000',
        colors: { primaryColor: 0xff_00_00, secondaryColor: null },
        hoist: false,
        mentionable: false,
      });
      expect(found?.permissions.toArray()).toEqual(['AddReactions']);
    });
  });

  test('have gradients and icons only where servers are boosted', async () => {
    await withServer(async ({ guild }) => {
      const gradient = { name: 'A', colors: { primaryColor: 1, secondaryColor: 2 } };
      await expect(guild.roles.create(gradient)).rejects.toMatchObject({ code: 50_101 });
      const [role] = await withRoles(guild, ['B']);
      await expect(role?.setUnicodeEmoji('🎉')).rejects.toMatchObject({ code: 50_101 });
      expect((await guild.roles.fetch()).map(({ name }) => name)).not.toContain('A');
    });
  });

  test('are given, taken and counted', async () => {
    await withServer(async ({ guild }) => {
      const [a, b] = await withRoles(guild, ['A', 'B']);
      if (a === undefined || b === undefined) throw new Error('No roles');
      const member = await guild.members.fetch(jun);
      const rolesNow = async (): Promise<string[]> =>
        (await member.fetch(true)).roles.cache
          .map(({ name }) => name)
          .filter((name) => name !== '@everyone')
          .sort();
      await member.roles.add(a);
      expect(await rolesNow()).toEqual(['A']);
      await member.roles.add([a, b]);
      expect(await rolesNow()).toEqual(['A', 'B']);
      const counts = await guild.client.rest.get(`/guilds/${guild.id}/roles/member-counts`);
      expect(counts).toMatchObject({ [a.id]: 1, [b.id]: 1, [forum.moderatorRole]: 1 });
      expect(counts).not.toHaveProperty(guild.id);
      await member.roles.remove(a);
      expect(await rolesNow()).toEqual(['B']);
      await member.roles.remove([b]);
      expect(await rolesNow()).toEqual([]);
      await member.roles.set([b]);
      expect(await rolesNow()).toEqual(['B']);
      await guild.members.addRole({ user: ada, role: b });
      await b.delete();
      expect(await rolesNow()).toEqual([]);
    });
  });
});
