import {
  GuildMemberResponseSchema,
  PrivateGuildMemberResponseSchema,
  SnowflakeTypeSchema,
} from 'discord-api-spec/zod';
import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIRole } from 'discord-api-types/v10';
import { array, boolean, int, iso, maxLength, nullable, nullish, object, string } from 'zod/mini';
import { describeMember } from '../world/describe-member.ts';
import { DiscordError } from '../world/discord-error.ts';
import { guildPermissions, has } from '../world/permissions.ts';
import type { GuildRecord, MemberRecord } from '../world/records.ts';
import { changeMember, rankOf, removeMember } from '../world/roles.ts';
import { compareSnowflakes } from '../world/snowflakes.ts';
import { findUser, type World } from '../world/world.ts';
import { openGuild } from './find-visible.ts';
import { invalidForm, readAfter, readLimit } from './forms.ts';
import { openRole, ownMember, requireGuildPermission } from './guild-permissions.ts';
import { bodyOf, route, type Route } from './route.ts';

const MEMBERS = '/guilds/{guild_id}/members';
const MEMBER = '/guilds/{guild_id}/members/{user_id}';
const ROLE = '/guilds/{guild_id}/members/{user_id}/roles/{role_id}';
const authorization = 'bot';

interface MemberChanges {
  nick?: string | null;
  roles?: string[] | null;
  communication_disabled_until?: string | null;
}

/** What the sandbox has nothing of. */
interface MemberExtras {
  avatar?: unknown;
  banner?: unknown;
  bio?: unknown;
  mute?: unknown;
  deaf?: unknown;
  channel_id?: unknown;
  flags?: unknown;
}

export const MEMBER_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: MEMBERS,
    authorization,
    responses: { 200: array(GuildMemberResponseSchema) },
    handle({ world, params, query }) {
      const guild = openGuild(world, params.guild_id);
      // Whatever the bot identified with: what counts is whether the application may at all.
      if ((world.privilegedIntents & GatewayIntentBits.GuildMembers) === 0) {
        throw new DiscordError('missingAccess');
      }
      const limit = readLimit(query, { min: 1, max: 1_000, standard: 1 });
      const after = readAfter(query);
      const members = guild.members
        .filter((member) => compareSnowflakes(member.userId, after) > 0)
        .toSorted((left, right) => compareSnowflakes(left.userId, right.userId));
      return { status: 200, body: members.slice(0, limit).flatMap((member) => described(world, member)) };
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/{guild_id}/members/search',
    authorization,
    responses: { 200: array(GuildMemberResponseSchema) },
    handle({ world, params, query }) {
      const guild = openGuild(world, params.guild_id);
      const limit = readLimit(query, { min: 1, max: 1_000, standard: 1 });
      const wanted = (query.get('query') ?? '').toLowerCase();
      const members = guild.members.filter((member) =>
        [findUser(world, member.userId)?.username ?? '', member.nick ?? ''].some((name) =>
          name.toLowerCase().startsWith(wanted),
        ),
      );
      return { status: 200, body: members.slice(0, limit).flatMap((member) => described(world, member)) };
    },
  }),
  route({
    method: 'GET',
    path: MEMBER,
    authorization,
    responses: { 200: GuildMemberResponseSchema },
    handle({ world, params }) {
      const guild = openGuild(world, params.guild_id);
      return { status: 200, body: described(world, openMember(guild, params.user_id))[0] };
    },
  }),
  route({
    method: 'PATCH',
    path: '/guilds/{guild_id}/members/@me',
    authorization,
    request: bodyOf<MemberChanges & MemberExtras>(
      object({
        nick: nullish(string().check(maxLength(32))),
        avatar: nullish(string()),
        bio: nullish(string()),
        banner: nullish(string()),
      }),
    ),
    responses: { 200: PrivateGuildMemberResponseSchema },
    handle({ world, params, body, leaveOut }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ChangeNickname);
      leaveOutExtras(body, leaveOut);
      const own = openMember(guild, world.bot.id);
      if (body.nick !== undefined) changeMember(world, guild, own, { nick: body.nick });
      return { status: 200, body: described(world, own)[0] };
    },
  }),
  route({
    method: 'PATCH',
    path: MEMBER,
    authorization,
    request: bodyOf<MemberChanges & MemberExtras>(
      object({
        nick: nullish(string().check(maxLength(32))),
        roles: nullish(array(nullable(SnowflakeTypeSchema))),
        mute: nullish(boolean()),
        deaf: nullish(boolean()),
        channel_id: nullish(SnowflakeTypeSchema),
        communication_disabled_until: nullish(iso.datetime()),
        flags: nullish(int()),
      }),
    ),
    responses: { 200: GuildMemberResponseSchema },
    handle({ world, params, body, leaveOut }) {
      const guild = openGuild(world, params.guild_id);
      const member = openMember(guild, params.user_id);
      leaveOutExtras(body, leaveOut);
      changeOther(world, guild, member, body);
      return { status: 200, body: described(world, member)[0] };
    },
  }),
  route({
    method: 'DELETE',
    path: MEMBER,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.KickMembers);
      const member = openMember(guild, params.user_id);
      requireAbove(world, guild, member);
      removeMember(world, guild, member);
      return { status: 204 };
    },
  }),
  ...(['PUT', 'DELETE'] as const).map((method) =>
    route({
      method,
      path: ROLE,
      authorization,
      responses: { 204: null },
      handle({ world, params }) {
        const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageRoles);
        const member = openMember(guild, params.user_id);
        const role = openRole(guild, params.role_id);
        requireGiveable(world, guild, role);
        const others = member.roleIds.filter((id) => id !== role.id);
        changeMember(world, guild, member, { roleIds: method === 'PUT' ? [...others, role.id] : others });
        return { status: 204 };
      },
    }),
  ),
];

function leaveOutExtras(body: MemberExtras, leaveOut: (what: string) => void): void {
  const { avatar, banner, bio, mute, deaf, channel_id: voice, flags } = body;
  if ([avatar, banner, bio].some((part) => part !== undefined)) leaveOut('a profile on one server');
  if ([mute, deaf, voice].some((part) => part !== undefined)) leaveOut('voice');
  if (flags !== undefined) leaveOut('flags of members');
}

function changeOther(world: World, guild: GuildRecord, member: MemberRecord, body: MemberChanges): void {
  const permissions = guildPermissions(guild, ownMember(world, guild));
  const require = (wanted: bigint): void => {
    if (!has(permissions, wanted)) throw new DiscordError('missingPermissions');
  };
  const { nick, communication_disabled_until: mutedUntil } = body;
  if (nick !== undefined) {
    require(PermissionFlagsBits.ManageNicknames);
    requireAbove(world, guild, member);
  }
  if (mutedUntil !== undefined) {
    require(PermissionFlagsBits.ModerateMembers);
    requireAbove(world, guild, member);
    refuseLongTimeOut(world, mutedUntil);
  }
  const roleIds = body.roles === undefined ? undefined : namedRoles(guild, body.roles ?? []);
  if (roleIds !== undefined) {
    require(PermissionFlagsBits.ManageRoles);
    for (const id of difference(roleIds, member.roleIds)) requireGiveable(world, guild, openRole(guild, id));
  }
  changeMember(world, guild, member, {
    ...(nick !== undefined && { nick }),
    ...(mutedUntil !== undefined && { mutedUntil }),
    ...(roleIds !== undefined && { roleIds }),
  });
}

/** Everybody has @everyone; clients name it or leave it out. */
function namedRoles(guild: GuildRecord, roleIds: readonly string[]): string[] {
  return [...new Set(roleIds)].filter((id) => id !== guild.id);
}

/** What is in one list only. */
function difference(left: readonly string[], right: readonly string[]): string[] {
  return [...left.filter((id) => !right.includes(id)), ...right.filter((id) => !left.includes(id))];
}

const LONGEST_TIME_OUT_MS = 28 * 24 * 3_600_000;
const TIME_OUT = {
  name: 'time-out-28-days',
  source: 'https://docs.discord.com/developers/resources/guild#modify-guild-member',
};

function refuseLongTimeOut(world: World, until: string | null): void {
  if (until === null || Date.parse(until) <= world.clock.now().getTime() + LONGEST_TIME_OUT_MS) return;
  throw invalidForm(
    TIME_OUT,
    ['communication_disabled_until'],
    'INVALID_COMMUNICATION_DISABLED_TIMESTAMP',
    'Invalid communication disabled timestamp',
  );
}

/** Nobody acts on a member who stands as high as they do; https://docs.discord.com/developers/topics/permissions#permission-hierarchy */
function requireAbove(world: World, guild: GuildRecord, member: MemberRecord): void {
  if (rankOf(guild, ownMember(world, guild)) <= rankOf(guild, member)) {
    throw new DiscordError('missingPermissions');
  }
}

/** Roles of bots and roles above one's own cannot be given. */
function requireGiveable(world: World, guild: GuildRecord, role: APIRole): void {
  const isTooHigh = role.position >= rankOf(guild, ownMember(world, guild));
  if (isTooHigh || role.managed || role.id === guild.id) throw new DiscordError('missingPermissions');
}

function openMember(guild: GuildRecord, userId: string): MemberRecord {
  const member = guild.members.find((candidate) => candidate.userId === userId);
  if (member === undefined) throw new DiscordError('unknownMember');
  return member;
}

function described(world: World, member: MemberRecord) {
  const user = findUser(world, member.userId);
  return user === undefined ? [] : [describeMember(member, user)];
}
