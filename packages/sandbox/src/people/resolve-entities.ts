import type {
  APIAttachment,
  APIInteractionDataResolved,
  APIInteractionDataResolvedChannel,
  APIInteractionDataResolvedGuildMember,
  APIRole,
  APIUser,
} from 'discord-api-types/v10';
import { describeMember } from '../world/describe-member.ts';
import { describeThread } from '../world/describe-channel.ts';
import { canView, channelPermissions, guildPermissions } from '../world/permissions.ts';
import type { GuildChannelRecord } from '../world/records.ts';
import type { Actor } from '../world/start-interaction.ts';
import { findMember, findUser, type World } from '../world/world.ts';

import type { ReceivedUploads } from './uploads.ts';

export type EntityKind = 'user' | 'role' | 'channel' | 'mentionable' | 'attachment';

/** What the ids in an interaction's data stand for, as Discord sends it along. */
export interface Resolver {
  /** False when the id is no such thing on this server, or a channel that the member cannot see. */
  add(kind: EntityKind, id: string): boolean;
  /** Undefined when nothing was added. */
  result(): APIInteractionDataResolved | undefined;
}

export function createResolver(world: World, actor: Actor, uploads: ReceivedUploads = new Map()): Resolver {
  const attachments: Record<string, APIAttachment> = {};
  const users: Record<string, APIUser> = {};
  const members: Record<string, APIInteractionDataResolvedGuildMember> = {};
  const roles: Record<string, APIRole> = {};
  const channels: Record<string, APIInteractionDataResolvedChannel> = {};

  function addUser(id: string): boolean {
    const user = findUser(world, id);
    if (user === undefined) return false;
    users[id] = user;
    const guild = actor.place?.guild;
    const member = guild === undefined ? undefined : findMember(world, guild.id, id);
    if (guild !== undefined && member !== undefined) {
      const { user: _user, deaf: _deaf, mute: _mute, ...described } = describeMember(member, user);
      members[id] = { ...described, permissions: guildPermissions(guild, member).toString() };
    }
    return true;
  }

  function addRole(id: string): boolean {
    const role = actor.place?.guild.roles.find((candidate) => candidate.id === id);
    if (role === undefined) return false;
    roles[id] = role;
    return true;
  }

  function addChannel(id: string): boolean {
    const channel = world.channels.get(id);
    if (channel === undefined || channel.kind === 'direct') return false;
    if (channel.guildId !== actor.channel.guildId) return false;
    if (!canView(world, channel, actor.person.user.id)) return false;
    channels[id] = describeResolved(world, actor, channel);
    return true;
  }

  function addAttachment(id: string): boolean {
    const attachment = [...uploads.values()].find((upload) => upload.id === id);
    if (attachment === undefined) return false;
    attachments[id] = attachment;
    return true;
  }

  return {
    add(kind, id) {
      if (kind === 'attachment') return addAttachment(id);
      if (kind === 'user') return addUser(id);
      if (kind === 'role') return addRole(id);
      if (kind === 'channel') return addChannel(id);
      return addUser(id) || addRole(id);
    },
    result() {
      const parts = Object.entries({ users, members, roles, channels, attachments }).filter(
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
  channel: GuildChannelRecord,
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
