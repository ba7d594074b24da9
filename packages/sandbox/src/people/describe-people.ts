import { PermissionFlagsBits } from 'discord-api-types/v10';
import { channelPermissions, guildPermissions, has } from '../world/permissions.ts';
import type { ForumRecord, GuildChannelRecord, GuildRecord, MemberRecord } from '../world/records.ts';
import { channelsOf, displayName, type World } from '../world/world.ts';
import { maySpeak } from './may-speak.ts';
import type { SandboxChannel, SandboxGuild, SandboxMember, SandboxRole, SandboxTag } from './protocol.ts';

export function describeGuilds(world: World): SandboxGuild[] {
  return [...world.guilds.values()].map((guild) => ({
    id: guild.id,
    name: guild.name,
    channels: describeChannels(world, guild.id),
    members: describeMembers(world, guild),
    roles: describeRoles(guild),
    hasBot: guild.members.some((member) => member.userId === world.bot.id),
    isOut: world.outages.has(guild.id),
  }));
}

/** In the order of the server's list, threads after them. */
export function describeChannels(world: World, guildId: string): SandboxChannel[] {
  return channelsOf(world, guildId)
    .toSorted((left, right) => place(left) - place(right))
    .map((channel) => ({
      id: channel.id,
      name: channel.name,
      type: channel.type,
      parentId: channel.kind === 'thread' ? channel.thread.parentId : channel.parentId,
      topic: channel.kind === 'thread' ? null : channel.topic,
      ...describeAccess(world, channel),
      overwrites: channel.kind === 'thread' ? [] : channel.overwrites,
      ...(channel.kind === 'channel' &&
        channel.forum !== null && { availableTags: describeTags(channel.forum) }),
      ...(channel.kind === 'thread' && {
        appliedTags: channel.thread.appliedTags,
        messageCount: channel.thread.messageCount,
        isArchived: channel.thread.archived,
        isPinned: channel.thread.pinned === true,
      }),
    }));
}

function describeAccess(
  world: World,
  channel: GuildChannelRecord,
): Pick<SandboxChannel, 'visibleTo' | 'writableTo'> {
  const access = memberIds(world, channel.guildId).map((memberId) => ({
    memberId,
    permissions: channelPermissions(world, channel, memberId),
  }));
  const mayView = access.filter(({ permissions }) => has(permissions, PermissionFlagsBits.ViewChannel));
  const mayWrite = mayView.filter(({ permissions }) => maySpeak(channel, permissions));
  return {
    visibleTo: mayView.map(({ memberId }) => memberId),
    writableTo: mayWrite.map(({ memberId }) => memberId),
  };
}

/** The people on a server; the bot is not one of them. */
export function describeMembers(world: World, guild: GuildRecord): SandboxMember[] {
  return guild.members
    .filter((member) => world.people.has(member.userId))
    .map((member) => describeMember(world, guild, member));
}

/** @everyone has the id of its server and is no role to choose or mention. */
function describeRoles(guild: GuildRecord): SandboxRole[] {
  return guild.roles
    .filter(({ id }) => id !== guild.id)
    .toSorted((left, right) => right.position - left.position)
    .map(({ id, name, color }) => ({ id, name, color }));
}

function describeTags(forum: ForumRecord): SandboxTag[] {
  return forum.tags.map(({ id, name, emoji_name }) => ({ id, name, emoji: emoji_name }));
}

function memberIds(world: World, guildId: string): string[] {
  const members = world.guilds.get(guildId)?.members ?? [];
  return members.map((member) => member.userId).filter((userId) => world.people.has(userId));
}

function describeMember(world: World, guild: GuildRecord, member: MemberRecord): SandboxMember {
  const permissions = guildPermissions(guild, member);
  return {
    id: member.userId,
    name: displayName(world, guild.id, member.userId),
    isModerator: has(permissions, PermissionFlagsBits.ManageGuild),
    roleIds: member.roleIds,
    roleNames: guild.roles.filter((role) => member.roleIds.includes(role.id)).map((role) => role.name),
    locale: world.people.get(member.userId)?.locale ?? guild.preferredLocale,
  };
}

function place(channel: { kind: 'channel'; position: number } | { kind: 'thread' }): number {
  return channel.kind === 'channel' ? channel.position : Number.MAX_SAFE_INTEGER;
}
