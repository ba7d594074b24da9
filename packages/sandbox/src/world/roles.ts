import type { APIRole } from 'discord-api-types/v10';
import { orderRoles } from './order-roles.ts';
import { readBits } from './permission-bits.ts';
import { guildPermissions } from './permissions.ts';
import type { GuildRecord, MemberRecord } from './records.ts';
import type { World } from './world.ts';

export interface RoleDraft {
  name?: string | null;
  permissions?: string | number | null;
  /** Before there were gradients; `colors` goes before it. */
  color?: number | null;
  colors?: { primary_color?: number | null } | null;
  hoist?: boolean | null;
  mentionable?: boolean | null;
}

export function createRole(world: World, guild: GuildRecord, draft: RoleDraft): APIRole {
  const role: APIRole = {
    id: world.snowflakes.next(),
    name: 'new role',
    permissions: guild.roles.find((candidate) => candidate.id === guild.id)?.permissions ?? '0',
    position: 1,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: NO_FLAGS,
  };
  apply(role, draft);
  // A new role stands right above @everyone and moves the others up.
  const [everyone, ...others] = orderRoles(guild.roles);
  guild.roles.push(role);
  world.events.emit({ type: 'role-created', guild, role });
  setOrder(world, guild, [...(everyone === undefined ? [] : [everyone]), role, ...others]);
  return role;
}

export function changeRole(world: World, guild: GuildRecord, role: APIRole, changes: RoleDraft): void {
  apply(role, changes);
  world.events.emit({ type: 'role-updated', guild, role });
}

/** Numbers the roles from the lowest to the highest; bots hear of those that have another number now. */
export function setOrder(world: World, guild: GuildRecord, order: readonly APIRole[]): void {
  const changed = order.filter((role, position) => role.position !== position);
  for (const [position, role] of order.entries()) role.position = position;
  for (const role of changed) world.events.emit({ type: 'role-updated', guild, role });
}

export function deleteRole(world: World, guild: GuildRecord, role: APIRole): void {
  guild.roles = guild.roles.filter((candidate) => candidate.id !== role.id);
  for (const member of guild.members) {
    if (member.roleIds.includes(role.id)) {
      changeMember(world, guild, member, { roleIds: member.roleIds.filter((id) => id !== role.id) });
    }
  }
  world.events.emit({ type: 'role-deleted', guild, role });
}

export function changeMember(
  world: World,
  guild: GuildRecord,
  member: MemberRecord,
  changes: Partial<Pick<MemberRecord, 'nick' | 'roleIds' | 'mutedUntil'>>,
): void {
  Object.assign(member, changes);
  world.events.emit({ type: 'member-updated', guild, member });
}

export function removeMember(world: World, guild: GuildRecord, member: MemberRecord): void {
  guild.members = guild.members.filter((candidate) => candidate !== member);
  world.events.emit({ type: 'member-left', guild, member });
}

/** The owner stands above all; others as high as their highest role. */
export function rankOf(guild: GuildRecord, member: MemberRecord): number {
  if (member.userId === guild.ownerId) return Infinity;
  return guild.roles
    .filter((role) => member.roleIds.includes(role.id))
    .reduce((highest, role) => Math.max(highest, role.position), 0);
}

/** Nobody gives away what they do not have. */
export function mayGrant(guild: GuildRecord, member: MemberRecord, permissions: bigint): boolean {
  return (permissions & ~guildPermissions(guild, member)) === 0n;
}

function apply(role: APIRole, draft: RoleDraft): void {
  role.name = draft.name ?? role.name;
  role.hoist = draft.hoist ?? role.hoist;
  role.mentionable = draft.mentionable ?? role.mentionable;
  if (draft.permissions !== undefined && draft.permissions !== null)
    role.permissions = readBits(draft.permissions).toString();
  const color = draft.colors?.primary_color ?? draft.color ?? role.color;
  role.color = color;
  role.colors = { primary_color: color, secondary_color: null, tertiary_color: null };
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;
