import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIOverwrite } from 'discord-api-types/v10';
import type {
  ChannelRecord,
  DirectChannelRecord,
  GuildChannelRecord,
  GuildRecord,
  MemberRecord,
  TextChannelRecord,
} from './records.ts';
import type { World } from './world.ts';

export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** Roles, then channel overwrites, in the order of https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function channelPermissions(world: World, channel: ChannelRecord, userId: string): bigint {
  if (channel.kind === 'direct') return directPermissions(world, channel, userId);
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.find((candidate) => candidate.userId === userId);
  if (guild === undefined || member === undefined) return 0n;
  const base = guildPermissions(guild, member);
  if (has(base, PermissionFlagsBits.Administrator)) return ALL_PERMISSIONS;
  const holder = overwriteHolder(world, channel);
  if (holder === undefined) return 0n;
  const permissions = withoutImplied(
    applyOverwrites(base, holder.overwrites, guild, member),
    permissionToSend(channel),
  );
  if (isClosedTo(channel, userId, permissions)) return 0n;
  return isTimedOut(world, member) ? permissions & WHILE_TIMED_OUT : permissions;
}

/** What Discord lets two talk about between themselves. */
const BETWEEN_TWO =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.PinMessages |
  PermissionFlagsBits.SendPolls;

function directPermissions(world: World, channel: DirectChannelRecord, userId: string): bigint {
  return userId === channel.recipientId || userId === world.bot.id ? BETWEEN_TWO : 0n;
}

/** A private thread is open to its members and to those who manage threads. */
function isClosedTo(channel: GuildChannelRecord, userId: string, permissions: bigint): boolean {
  return (
    channel.type === ChannelType.PrivateThread &&
    !has(permissions, PermissionFlagsBits.ManageThreads) &&
    !channel.thread.members.some((member) => member.userId === userId)
  );
}

/** https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members */
const WHILE_TIMED_OUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

function isTimedOut(world: World, member: MemberRecord): boolean {
  const until = member.mutedUntil ?? null;
  return until !== null && new Date(until) > world.clock.now();
}

/** What a member may do on the server before any channel says otherwise. The owner may do everything. */
export function guildPermissions(guild: GuildRecord, member: MemberRecord): bigint {
  if (guild.ownerId === member.userId) return ALL_PERMISSIONS;
  let permissions = 0n;
  for (const role of guild.roles) {
    if (role.id === guild.id || member.roleIds.includes(role.id)) permissions |= BigInt(role.permissions);
  }
  return has(permissions, PermissionFlagsBits.Administrator) ? ALL_PERMISSIONS : permissions;
}

export function has(permissions: bigint, wanted: bigint): boolean {
  return (permissions & wanted) === wanted;
}

export function canView(world: World, channel: ChannelRecord, userId: string): boolean {
  return has(channelPermissions(world, channel, userId), PermissionFlagsBits.ViewChannel);
}

/** Talking in a thread needs a permission of its own. */
export function permissionToSend(channel: ChannelRecord): bigint {
  return channel.kind === 'thread'
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
}

export function isAnnouncement(channel: ChannelRecord): boolean {
  return channel.type === ChannelType.GuildAnnouncement;
}

/** Threads have no overwrites of their own: their parent's count. */
function overwriteHolder(world: World, channel: GuildChannelRecord): TextChannelRecord | undefined {
  if (channel.kind === 'channel') return channel;
  const parent = world.channels.get(channel.thread.parentId);
  return parent?.kind === 'channel' ? parent : undefined;
}

export function applyOverwrites(
  base: bigint,
  overwrites: readonly APIOverwrite[],
  guild: GuildRecord,
  member: MemberRecord,
): bigint {
  const everyone = overwrites.filter((overwrite) => overwrite.id === guild.id);
  const roles = overwrites.filter(
    (overwrite) =>
      overwrite.type === OverwriteType.Role &&
      overwrite.id !== guild.id &&
      member.roleIds.includes(overwrite.id),
  );
  const own = overwrites.filter(
    (overwrite) => overwrite.type === OverwriteType.Member && overwrite.id === member.userId,
  );
  return [everyone, roles, own].reduce(applyLayer, base);
}

/** Within one layer what is allowed wins over what is denied. */
function applyLayer(permissions: bigint, layer: readonly APIOverwrite[]): bigint {
  const denied = layer.reduce((bits, overwrite) => bits | BigInt(overwrite.deny), 0n);
  const allowed = layer.reduce((bits, overwrite) => bits | BigInt(overwrite.allow), 0n);
  return (permissions & ~denied) | allowed;
}

/** https://docs.discord.com/developers/topics/permissions#implicit-permissions */
function withoutImplied(permissions: bigint, toSend: bigint): bigint {
  if (!has(permissions, PermissionFlagsBits.ViewChannel)) return 0n;
  if (has(permissions, toSend)) return permissions;
  return permissions & ~NEEDS_SENDING;
}

const NEEDS_SENDING =
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks;
