import {
  GuildMemberResponseSchema,
  GuildRoleResponseSchema,
  GuildWithCountsResponseSchema,
} from 'discord-api-spec/zod';
import { array } from 'zod/mini';
import { describeChannel } from '../world/describe-channel.ts';
import { describeGuild } from '../world/describe-guild.ts';
import { describeMember } from '../world/describe-member.ts';
import { DiscordError } from '../world/discord-error.ts';
import { channelsOf, findUser } from '../world/world.ts';
import { ANY_CHANNEL } from './channel-routes.ts';
import { openGuild } from './find-visible.ts';
import { route, type Route } from './route.ts';

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
    path: '/guilds/{guild_id}/channels',
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
    method: 'GET',
    path: '/guilds/{guild_id}/members/{user_id}',
    authorization,
    responses: { 200: GuildMemberResponseSchema },
    handle({ world, params }) {
      const guild = openGuild(world, params.guild_id);
      const userId = params.user_id === '@me' ? world.bot.id : params.user_id;
      const member = guild.members.find((candidate) => candidate.userId === userId);
      const user = findUser(world, userId);
      if (member === undefined || user === undefined) throw new DiscordError('unknownMember');
      return { status: 200, body: describeMember(member, user) };
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/{guild_id}/roles',
    authorization,
    responses: { 200: array(GuildRoleResponseSchema) },
    handle: ({ world, params }) => ({ status: 200, body: openGuild(world, params.guild_id).roles }),
  }),
  route({
    method: 'GET',
    path: '/guilds/{guild_id}/roles/{role_id}',
    authorization,
    responses: { 200: GuildRoleResponseSchema },
    handle({ world, params }) {
      const role = openGuild(world, params.guild_id).roles.find((one) => one.id === params.role_id);
      if (role === undefined) throw new DiscordError('unknownRole');
      return { status: 200, body: role };
    },
  }),
];
