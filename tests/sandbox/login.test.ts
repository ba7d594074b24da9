import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import { describe, expect, test } from 'vitest';
import { withBot, withSandbox } from '../support/sandbox.ts';

describe('a discord.js client', () => {
  test('logs in and finds both servers with their channels', async () => {
    await withSandbox(async (sandbox) => {
      await withBot(sandbox, async (bot) => {
        expect(bot.user.id).toBe(FIRST_WORLD.bot);
        expect([...bot.guilds.cache.mapValues((guild) => guild.name).values()].sort()).toEqual([
          'Foreign Affairs Forum',
          'Second Server',
        ]);
        const channel = await bot.channels.fetch(FIRST_WORLD.forum.digest);
        expect(channel?.isSendable()).toBe(true);
      });
      expect(sandbox.violations()).toEqual([]);
      expect(sandbox.unhandledRoutes()).toEqual([]);
    });
  });
});
