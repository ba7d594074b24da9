import {
  CreateGuildChannelRequestSchema,
  GuildChannelResponseSchema,
  GuildWithCountsResponseSchema,
  SnowflakeTypeSchema,
} from 'discord-api-spec/zod';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { array, boolean, int, nullish, object } from 'zod/mini';
import { CHANNEL_RULES } from '../validation/channel-rules.ts';
import { describeChannel, describeTextChannel } from '../world/describe-channel.ts';
import { describeGuild } from '../world/describe-guild.ts';
import { DiscordError, NotImitatedError } from '../world/discord-error.ts';
import { createChannel, isKnownType, readOverwrites, type ChannelChanges } from '../world/guild-channels.ts';
import { guildPermissions, has } from '../world/permissions.ts';
import type { GuildRecord, MemberRecord } from '../world/records.ts';
import { channelsOf } from '../world/world.ts';
import { ANY_CHANNEL } from './channel-routes.ts';
import { checkChannel, refuseOneMoreChannel } from './check-channel.ts';
import { openGuild } from './find-visible.ts';
import { ownMember, requireGuildPermission } from './guild-permissions.ts';
import { moveChannels, type ChannelMove } from './move-channels.ts';
import { bodyOf, route, type Route } from './route.ts';

const CHANNELS = '/guilds/{guild_id}/channels';
const authorization = 'bot';

export const GUILD_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/guilds/{guild_id}',
    authorization,
    responses: { 200: GuildWithCountsResponseSchema },
    handle({ world, params, query }) {
      const guild = openGuild(world, params.guild_id);
      const counts = {
        approximate_member_count: guild.members.length,
        approximate_presence_count: guild.members.length,
      };
      return {
        status: 200,
        body: { ...describeGuild(guild), ...(query.get('with_counts') === 'true' && counts) },
      };
    },
  }),
  route({
    method: 'GET',
    path: CHANNELS,
    authorization,
    responses: { 200: array(ANY_CHANNEL) },
    handle: ({ world, params }) => ({
      status: 200,
      // Threads have lists of their own.
      body: channelsOf(world, openGuild(world, params.guild_id).id)
        .filter((channel) => channel.kind === 'channel')
        .map(describeChannel),
    }),
  }),
  route({
    method: 'POST',
    path: CHANNELS,
    authorization,
    request: bodyOf<ChannelChanges & { name: string }>(CreateGuildChannelRequestSchema, CHANNEL_RULES),
    responses: { 201: GuildChannelResponseSchema },
    handle({ world, params, body }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageChannels);
      const type = body.type ?? ChannelType.GuildText;
      requireGrantable(guild, ownMember(world, guild), body);
      if (!isKnownType(type)) throw new NotImitatedError(`channels of type ${type}`);
      checkChannel(world, { guildId: guild.id, type }, body);
      refuseOneMoreChannel(world, guild.id);
      return { status: 201, body: describeTextChannel(createChannel(world, guild, { ...body, type })) };
    },
  }),
  route({
    method: 'PATCH',
    path: CHANNELS,
    authorization,
    request: bodyOf<ChannelMove[]>(
      array(
        object({
          id: nullish(SnowflakeTypeSchema),
          position: nullish(int()),
          parent_id: nullish(SnowflakeTypeSchema),
          lock_permissions: nullish(boolean()),
        }),
      ),
    ),
    responses: { 204: null },
    handle({ world, params, body }) {
      const guild = openGuild(world, params.guild_id);
      moveChannels(world, guild, body);
      return { status: 204 };
    },
  }),
];

/** https://docs.discord.com/developers/resources/guild#create-guild-channel */
function requireGrantable(
  guild: GuildRecord,
  member: MemberRecord,
  { permission_overwrites: drafts }: ChannelChanges,
): void {
  const bits = readOverwrites(drafts).reduce(
    (all, { allow, deny }) => all | BigInt(allow) | BigInt(deny),
    0n,
  );
  const own = guildPermissions(guild, member);
  const isReserved =
    has(bits, PermissionFlagsBits.ManageRoles) && !has(own, PermissionFlagsBits.Administrator);
  if (isReserved || !has(own, bits)) throw new DiscordError('missingPermissions');
}
