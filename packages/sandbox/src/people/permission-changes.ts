import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIOverwrite, APIRole } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/events.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../world/records.ts';
import { displayName, type World } from '../world/world.ts';
import type { Entry } from './describe-entry.ts';

/**
 * Tells which events changed what somebody may do. An event says how things are, not what changed, so what was known before is
 * kept beside it.
 */
export function watchPermissions(world: World): (event: WorldEvent) => Entry | null {
  const known = new Map<string, string>();
  const notice = (entry: Entry, key: string): Entry | null => {
    if (known.get(key) === entry.text) return null;
    known.set(key, entry.text);
    return entry;
  };
  for (const channel of world.channels.values()) known.set(channel.id, channelText(world, channel));
  for (const guild of world.guilds.values()) {
    for (const role of guild.roles) known.set(role.id, roleText(role));
    for (const member of guild.members) known.set(keyOf(guild, member), memberText(guild, member));
  }
  return (event) => {
    if (event.type === 'channel-created') {
      known.set(event.channel.id, channelText(world, event.channel));
    } else if (event.type === 'channel-updated') {
      const { channel } = event;
      return notice(entryOf(`#${channel.name}`, channelText(world, channel), channel.id), channel.id);
    } else if (event.type === 'role-created') {
      known.set(event.role.id, roleText(event.role));
    } else if (event.type === 'role-updated') {
      return notice(entryOf(nameOfRole(event.role), roleText(event.role)), event.role.id);
    } else if (event.type === 'member-joined') {
      known.set(keyOf(event.guild, event.member), memberText(event.guild, event.member));
    } else if (event.type === 'member-updated') {
      const { guild, member } = event;
      const who = displayName(world, guild.id, member.userId);
      return notice(entryOf(who, memberText(guild, member)), keyOf(guild, member));
    }
    return null;
  };
}

function entryOf(who: string, text: string, channelId: string | null = null): Entry {
  return { what: 'permissions-changed', who, channelId, text };
}

function keyOf(guild: GuildRecord, member: MemberRecord): string {
  return `${guild.id}/${member.userId}`;
}

function channelText(world: World, channel: ChannelRecord): string {
  if (channel.kind !== 'channel') return '';
  const guild = world.guilds.get(channel.guildId);
  return channel.overwrites.map((overwrite) => overwriteText(world, guild, overwrite)).join('; ');
}

function overwriteText(world: World, guild: GuildRecord | undefined, overwrite: APIOverwrite): string {
  const role = guild?.roles.find(({ id }) => id === overwrite.id);
  const whom =
    overwrite.type === OverwriteType.Member
      ? displayName(world, guild?.id ?? null, overwrite.id)
      : role === undefined
        ? overwrite.id
        : nameOfRole(role);
  return `${whom} allow ${permissionNames(overwrite.allow)}, deny ${permissionNames(overwrite.deny)}`;
}

function roleText(role: APIRole): string {
  return permissionNames(role.permissions);
}

function memberText(guild: GuildRecord, member: MemberRecord): string {
  const roles = guild.roles.filter(({ id }) => member.roleIds.includes(id));
  return roles.map(nameOfRole).join(' ') || 'no roles';
}

function nameOfRole({ name }: APIRole): string {
  return name.startsWith('@') ? name : `@${name}`;
}

function permissionNames(bits: string): string {
  const set = BigInt(bits);
  const names = Object.entries(PermissionFlagsBits).flatMap(([name, bit]) =>
    (set & bit) === bit ? [name] : [],
  );
  return names.join(' ') || 'nothing';
}
