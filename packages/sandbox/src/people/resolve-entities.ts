import type {
  APIInteractionDataResolved,
  APIInteractionDataResolvedChannel,
  APIInteractionDataResolvedGuildMember,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';
import { describeMember } from '../world/describe-member.ts';
import { describeThread } from '../world/describe-channel.ts';
import { channelPermissions, guildPermissions } from '../world/permissions.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { Actor } from '../world/start-interaction.ts';
import { findMember, findUser, type World } from '../world/world.ts';

export type EntityKind = 'user' | 'role' | 'channel' | 'mentionable';

/** What the ids in an interaction's data stand for, as Discord sends it along. */
export interface Resolver {
  /** False when the id is no such thing on this server. */
  add(kind: EntityKind, id: string): boolean;
  /** Undefined when nothing was added. */
  result(): APIInteractionDataResolved | undefined;
}

export function createResolver(world: World, actor: Actor): Resolver {
  const users: Record<string, APIUser> = {};
  const members: Record<string, APIInteractionDataResolvedGuildMember> = {};
  const roles: Record<string, APIRole> = {};
  const channels: Record<string, APIInteractionDataResolvedChannel> = {};

  function addUser(id: string): boolean {
    const user = findUser(world, id);
    if (user === undefined) return false;
    users[id] = user;
    const member = findMember(world, actor.guild.id, id);
    if (member !== undefined) {
      const { user: _user, deaf: _deaf, mute: _mute, ...described } = describeMember(member, user);
      members[id] = { ...described, permissions: guildPermissions(actor.guild, member).toString() };
    }
    return true;
  }

  function addRole(id: string): boolean {
    const role = actor.guild.roles.find((candidate) => candidate.id === id);
    if (role === undefined) return false;
    roles[id] = role;
    return true;
  }

  function addChannel(id: string): boolean {
    const channel = world.channels.get(id);
    if (channel?.guildId !== actor.guild.id) return false;
    channels[id] = describeResolved(world, actor, channel);
    return true;
  }

  return {
    add(kind, id) {
      if (kind === 'user') return addUser(id);
      if (kind === 'role') return addRole(id);
      if (kind === 'channel') return addChannel(id);
      return addUser(id) || addRole(id);
    },
    result() {
      const parts = Object.entries({ users, members, roles, channels }).filter(
        ([, entries]) => Object.keys(entries).length > 0,
      );
      return parts.length === 0 ? undefined : Object.fromEntries(parts);
    },
  };
}

/** `app_permissions` is what the bot may do there, sent since the change log's entry of 2026-07-16. */
function describeResolved(
  world: World,
  actor: Actor,
  channel: ChannelRecord,
): APIInteractionDataResolvedChannel {
  const common = {
    id: channel.id,
    name: channel.name,
    permissions: channelPermissions(world, channel, actor.person.user.id).toString(),
    app_permissions: channelPermissions(world, channel, world.bot.id).toString(),
  };
  if (channel.kind === 'channel') return { ...common, type: channel.type };
  const { thread_metadata } = describeThread(channel);
  return {
    ...common,
    type: channel.type,
    parent_id: channel.thread.parentId,
    ...(thread_metadata !== undefined && { thread_metadata }),
  };
}
