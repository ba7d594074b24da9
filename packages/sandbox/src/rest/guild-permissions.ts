import type { APIRole } from 'discord-api-types/v10';
import { DiscordError } from '../world/discord-error.ts';
import { guildPermissions, has } from '../world/permissions.ts';
import type { GuildRecord, MemberRecord } from '../world/records.ts';
import { findMember, type World } from '../world/world.ts';
import { openGuild } from './find-visible.ts';

/** The server, if the bot may do there what it is about to do. */
export function requireGuildPermission(world: World, guildId: string, wanted: bigint): GuildRecord {
  const guild = openGuild(world, guildId);
  if (!has(guildPermissions(guild, ownMember(world, guild)), wanted)) {
    throw new DiscordError('missingPermissions');
  }
  return guild;
}

export function ownMember(world: World, guild: GuildRecord): MemberRecord {
  const member = findMember(world, guild.id, world.bot.id);
  if (member === undefined) throw new DiscordError('unknownGuild');
  return member;
}

export function openRole(guild: GuildRecord, roleId: string): APIRole {
  const role = guild.roles.find((candidate) => candidate.id === roleId);
  if (role === undefined) throw new DiscordError('unknownRole');
  return role;
}
