import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { withServer } from '../../support/discord-server.ts';

const { forum } = FIRST_WORLD;

describe('the commands of an application', () => {
  test('keep what each of their setters sets', async () => {
    await withServer(async ({ bot }) => {
      const { commands } = bot.application;
      const command = await commands.create({
        name: 'read',
        description: 'Reads',
        nameLocalizations: { de: 'lesen' },
        options: [{ type: ApplicationCommandOptionType.String, name: 'slug', description: 'Which' }],
      });
      await command.setName('show');
      await command.setDescription('Shows');
      await command.setNameLocalizations({ de: 'zeigen' });
      await command.setDescriptionLocalizations({ de: 'Zeigt' });
      await command.setDefaultMemberPermissions('ManageGuild');
      await command.setOptions([]);
      const found = (await commands.fetch({ force: true, withLocalizations: true })).get(command.id);
      expect(found).toMatchObject({
        name: 'show',
        description: 'Shows',
        nameLocalizations: { de: 'zeigen' },
        descriptionLocalizations: { de: 'Zeigt' },
        options: [],
      });
      expect(found?.defaultMemberPermissions?.toArray()).toEqual(['ManageGuild']);
      await commands.edit(command, { description: 'By its manager' });
      await command.delete();
      expect((await commands.fetch({ force: true })).size).toBe(0);
    });
  });

  test('are replaced together, for all servers and for one', async () => {
    await withServer(async ({ bot, guild }) => {
      const { commands } = bot.application;
      await commands.set([
        { name: 'read', description: 'Reads' },
        { name: 'Quote', type: ApplicationCommandType.Message },
        { name: 'Greet', type: ApplicationCommandType.User },
      ]);
      expect((await commands.fetch({ force: true })).size).toBe(3);
      await guild.commands.set([{ name: 'here', description: 'Only here' }]);
      const own = await guild.commands.create({ name: 'there', description: 'Not there' });
      await own.edit({ description: 'Here' });
      expect((await guild.commands.fetch(own.id)).description).toBe('Here');
      expect((await commands.fetch({ guildId: forum.id })).size).toBe(2);
      await guild.commands.delete(own);
      await commands.set([], guild.id);
      expect((await guild.commands.fetch()).size).toBe(0);
    });
  });

  test('have no permissions of their own here, and the sandbox says so', async () => {
    await withServer(
      async ({ guild }) => {
        await expect(guild.commands.permissions.fetch({})).rejects.toMatchObject({ status: 404 });
      },
      { unhandledRoutes: ['GET /applications/{id}/guilds/{id}/commands/permissions'] },
    );
  });
});
