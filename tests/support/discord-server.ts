import type { Sandbox } from '@communique/sandbox/sandbox';
import { FIRST_WORLD } from '@communique/sandbox/world/first-world';
import {
  ChannelType,
  GatewayIntentBits,
  Partials,
  PermissionFlagsBits,
  type Client,
  type ForumChannel,
  type Guild,
  type NewsChannel,
  type TextChannel,
} from 'discord.js';
import { expect } from 'vitest';
import { withBot, withSandbox, type ExpectedFaults } from './sandbox.ts';

const { forum } = FIRST_WORLD;

export interface ServerScene {
  sandbox: Sandbox;
  bot: Client<true>;
  guild: Guild;
  general: TextChannel;
  digest: NewsChannel;
  debates: ForumChannel;
}

const ALL_HERE =
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.ManageWebhooks |
  PermissionFlagsBits.ManageNicknames |
  PermissionFlagsBits.ModerateMembers |
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.PinMessages |
  PermissionFlagsBits.SendPolls |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ChangeNickname;

/** A discord.js bot with all permissions it can use, but no administrator: the moderators' role stands above its own. */
export async function withServer(
  act: (scene: ServerScene) => Promise<void>,
  expected: ExpectedFaults = {},
): Promise<void> {
  await withSandbox(
    async (sandbox) => {
      await withBot(
        sandbox,
        async (bot) => {
          const guild = await bot.guilds.fetch(forum.id);
          sandbox.people.grant(forum.id, forum.botRole, ALL_HERE);
          await expect.poll(() => guild.members.me?.permissions.has(ALL_HERE)).toBe(true);
          const general = await bot.channels.fetch(forum.general);
          const digest = await bot.channels.fetch(forum.digest);
          const debates = await bot.channels.fetch(forum.debates);
          if (general?.type !== ChannelType.GuildText) throw new Error('No text channel');
          if (digest?.type !== ChannelType.GuildAnnouncement) throw new Error('No announcement channel');
          if (debates?.type !== ChannelType.GuildForum) throw new Error('No forum');
          await act({ sandbox, bot, guild, general, digest, debates });
        },
        {
          intents: [
            GatewayIntentBits.Guilds,
            GatewayIntentBits.GuildMessages,
            GatewayIntentBits.GuildMessageReactions,
            GatewayIntentBits.GuildMessagePolls,
            GatewayIntentBits.DirectMessages,
            GatewayIntentBits.DirectMessageReactions,
            GatewayIntentBits.GuildWebhooks,
          ],
          partials: [Partials.Channel, Partials.Message, Partials.Reaction, Partials.User],
        },
      );
    },
    // Only applications that may know all members can list them.
    { privilegedIntents: GatewayIntentBits.GuildMembers, expected },
  );
}
