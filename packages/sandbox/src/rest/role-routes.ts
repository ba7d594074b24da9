import {
  CreateRoleRequestSchema,
  GuildRoleResponseSchema,
  UpdateRolePositionsRequestSchema,
  UpdateRoleRequestPartialSchema,
} from 'discord-api-spec/zod';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIRole } from 'discord-api-types/v10';
import { array, int, record, string } from 'zod/mini';
import { DiscordError } from '../world/discord-error.ts';
import { readBits } from '../world/permission-bits.ts';
import { moveInOrder, orderRoles } from '../world/order-roles.ts';
import type { GuildRecord } from '../world/records.ts';
import {
  changeRole,
  createRole,
  deleteRole,
  mayGrant,
  rankOf,
  setOrder,
  type RoleDraft,
} from '../world/roles.ts';
import type { World } from '../world/world.ts';
import { openGuild } from './find-visible.ts';
import { openRole, ownMember, requireGuildPermission } from './guild-permissions.ts';
import { bodyOf, route, type Route } from './route.ts';

const ROLES = '/guilds/{guild_id}/roles';
const ROLE = '/guilds/{guild_id}/roles/{role_id}';
const authorization = 'bot';
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const MAX_ROLES = 250;

export const ROLE_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: ROLES,
    authorization,
    responses: { 200: array(GuildRoleResponseSchema) },
    handle: ({ world, params }) => ({ status: 200, body: openGuild(world, params.guild_id).roles }),
  }),
  route({
    method: 'GET',
    path: '/guilds/{guild_id}/roles/member-counts',
    authorization,
    responses: { 200: record(string(), int()) },
    handle({ world, params }) {
      const { id, roles, members } = openGuild(world, params.guild_id);
      const counts = roles
        .filter((role) => role.id !== id)
        .map((role) => [role.id, members.filter(({ roleIds }) => roleIds.includes(role.id)).length]);
      return { status: 200, body: Object.fromEntries(counts) };
    },
  }),
  route({
    method: 'GET',
    path: ROLE,
    authorization,
    responses: { 200: GuildRoleResponseSchema },
    handle: ({ world, params }) => ({
      status: 200,
      body: openRole(openGuild(world, params.guild_id), params.role_id),
    }),
  }),
  route({
    method: 'POST',
    path: ROLES,
    authorization,
    request: bodyOf<RoleDraft & BoostedParts>(CreateRoleRequestSchema),
    responses: { 200: GuildRoleResponseSchema },
    handle({ world, params, body }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageRoles);
      requireGrantable(world, guild, body);
      refuseBoosts(body);
      if (guild.roles.length >= MAX_ROLES) throw new DiscordError('tooManyRoles');
      return { status: 200, body: createRole(world, guild, body) };
    },
  }),
  route({
    method: 'PATCH',
    path: ROLES,
    authorization,
    request: bodyOf<{ id?: string | null; position?: number | null }[]>(
      array(UpdateRolePositionsRequestSchema),
    ),
    responses: { 200: array(GuildRoleResponseSchema) },
    handle({ world, params, body }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageRoles);
      const moves = body.map(({ id, position }) => {
        const role = openRole(guild, id ?? '');
        return { role, position: position ?? role.position };
      });
      setOrder(world, guild, requireOwnOrder(world, guild, moveInOrder(guild.roles, moves)));
      return { status: 200, body: guild.roles };
    },
  }),
  route({
    method: 'PATCH',
    path: ROLE,
    authorization,
    request: bodyOf<RoleDraft & BoostedParts>(UpdateRoleRequestPartialSchema),
    responses: { 200: GuildRoleResponseSchema },
    handle({ world, params, body }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageRoles);
      const role = openLower(world, guild, params.role_id);
      requireGrantable(world, guild, body);
      refuseBoosts(body);
      changeRole(world, guild, role, body);
      return { status: 200, body: role };
    },
  }),
  route({
    method: 'DELETE',
    path: ROLE,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageRoles);
      const role = openLower(world, guild, params.role_id);
      if (role.managed || role.id === guild.id) throw new DiscordError('missingPermissions');
      deleteRole(world, guild, role);
      return { status: 204 };
    },
  }),
];

/** https://docs.discord.com/developers/topics/permissions#permission-hierarchy */
function openLower(world: World, guild: GuildRecord, roleId: string): APIRole {
  const role = openRole(guild, roleId);
  if (role.position >= rankOf(guild, ownMember(world, guild))) throw new DiscordError('missingPermissions');
  return role;
}

/** Roles that stand as high as the bot or higher stay in their places; clients name them all the same. */
function requireOwnOrder(world: World, guild: GuildRecord, order: APIRole[]): APIRole[] {
  const before = orderRoles(guild.roles);
  const rank = rankOf(guild, ownMember(world, guild));
  const isOwn = before.every((role, index) => order[index] === role || role.position < rank);
  if (!isOwn) throw new DiscordError('missingPermissions');
  return order;
}

/** What a role has only on servers that were boosted, which those of the sandbox are not. */
interface BoostedParts {
  colors?: { secondary_color?: number | null; tertiary_color?: number | null } | null;
  icon?: string | null;
  unicode_emoji?: string | null;
}

/** https://docs.discord.com/developers/topics/permissions#role-object-role-colors-object */
function refuseBoosts({ colors, icon, unicode_emoji: emoji }: BoostedParts): void {
  const parts = [colors?.secondary_color, colors?.tertiary_color, icon, emoji];
  if (parts.some((part) => part !== undefined && part !== null)) throw new DiscordError('notBoosted');
}

function requireGrantable(world: World, guild: GuildRecord, { permissions }: RoleDraft): void {
  if (permissions === undefined || permissions === null) return;
  if (!mayGrant(guild, ownMember(world, guild), readBits(permissions))) {
    throw new DiscordError('missingPermissions');
  }
}
