import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { DiscordError } from '../world/discord-error.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import { findMessage, isPublic } from '../world/messages.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelRecord, GuildRecord, StoredMessage } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** The channel, if the bot may do there what it is about to do; else the refusal that Discord gives. */
export function openChannel(world: World, channelId: string, wanted = 0n): ChannelRecord {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new DiscordError('unknownChannel');
  const permissions = channelPermissions(world, channel, world.bot.id);
  if (!has(permissions, PermissionFlagsBits.ViewChannel)) throw new DiscordError('missingAccess');
  if (!has(permissions, wanted)) throw new DiscordError('missingPermissions');
  return channel;
}

/**
 * The same where something is to change: of an archived thread only the messages can be deleted, and a new one wakes it;
 * https://docs.discord.com/developers/topics/threads#active-%26-archived-threads
 */
export function openActive(world: World, channelId: string, wanted = 0n): ChannelRecord {
  const channel = openChannel(world, channelId, wanted);
  if (channel.kind === 'thread' && channel.thread.archived) throw new DiscordError('archivedThread');
  return channel;
}

/** A message that the bot can find by REST: not an answer that only one member sees. */
export function openMessage(world: World, channel: ChannelRecord, messageId: string): StoredMessage {
  const stored = findMessage(world, channel.id, messageId);
  if (stored === undefined || !isPublic(stored)) throw new DiscordError('unknownMessage');
  return stored;
}

/** A server that the bot is on. */
export function openGuild(world: World, guildId: string): GuildRecord {
  const guild = world.guilds.get(guildId);
  const isMember = guild?.members.some((member) => member.userId === world.bot.id) === true;
  if (guild === undefined || !isMember) throw new DiscordError('unknownGuild');
  return guild;
}

/** The interaction behind a webhook token, while the token lives. */
export function openToken(world: World, applicationId: string, token: string): LiveInteraction {
  if (applicationId !== world.bot.id) throw new DiscordError('unknownWebhook');
  const interaction = world.interactionsByToken.get(token);
  if (interaction === undefined || interaction.state === 'FAILED') {
    throw new DiscordError('invalidWebhookToken');
  }
  return interaction;
}

export function requireOwnApplication(world: World, applicationId: string): void {
  if (applicationId !== world.bot.id) throw new DiscordError('unknownApplication');
}

export function openCommand(world: World, commandId: string, guildId: string | null): APIApplicationCommand {
  const command = world.commands.get(commandId);
  if (command === undefined || (command.guild_id ?? null) !== guildId) {
    throw new DiscordError('unknownCommand');
  }
  return command;
}
