import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIOverwrite } from 'discord-api-types/v10';
import { applyOverwrites, channelPermissions, guildPermissions, has } from './permissions.ts';
import type { MemberRecord, TextChannelRecord } from './records.ts';
import { findMember, type World } from './world.ts';

/**
 * Whoever manages roles allows and denies what they may themselves; the channel can lift that bound.
 * https://docs.discord.com/developers/resources/channel#edit-channel-permissions
 */
export function maySetOverwrite(
  world: World,
  channel: TextChannelRecord,
  userId: string,
  overwrite: APIOverwrite,
): boolean {
  const guild = world.guilds.get(channel.guildId);
  const member = findMember(world, channel.guildId, userId);
  if (guild === undefined || member === undefined) return false;
  const here = channelPermissions(world, channel, userId);
  if (!has(here, PermissionFlagsBits.ManageRoles)) return false;
  if (isLifted(world, channel, member)) return true;
  return has(guildPermissions(guild, member) | here, changedBits(channel, overwrite));
}

/** The same for all overwrites of a channel at once: only those that change count, those that go included. */
export function maySetOverwrites(
  world: World,
  channel: TextChannelRecord,
  userId: string,
  overwrites: readonly APIOverwrite[],
): boolean {
  const kept = new Set(overwrites.map(({ id }) => id));
  const gone = channel.overwrites.filter(({ id }) => !kept.has(id));
  return [...overwrites, ...gone.map((overwrite) => ({ ...overwrite, allow: '0', deny: '0' }))]
    .filter((overwrite) => changedBits(channel, overwrite) !== 0n)
    .every((overwrite) => maySetOverwrite(world, channel, userId, overwrite));
}

/** Who the channel is to treat otherwise exists on its server. */
export function isKnownHolder(
  world: World,
  channel: TextChannelRecord,
  { id, type }: Pick<APIOverwrite, 'id' | 'type'>,
): boolean {
  return type === OverwriteType.Member
    ? findMember(world, channel.guildId, id) !== undefined
    : world.guilds.get(channel.guildId)?.roles.some((role) => role.id === id) === true;
}

/** What stays as it is needs no permission. */
function changedBits(channel: TextChannelRecord, { id, allow, deny }: APIOverwrite): bigint {
  const before = channel.overwrites.find((candidate) => candidate.id === id);
  return (BigInt(allow) ^ BigInt(before?.allow ?? 0)) | (BigInt(deny) ^ BigInt(before?.deny ?? 0));
}

/** An overwrite of this channel allows the member to manage roles, whatever the server says. */
function isLifted(world: World, channel: TextChannelRecord, member: MemberRecord): boolean {
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined) return false;
  return has(applyOverwrites(0n, channel.overwrites, guild, member), PermissionFlagsBits.ManageRoles);
}
