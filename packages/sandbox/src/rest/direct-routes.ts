import {
  CreatePrivateChannelRequestSchema,
  MyGuildResponseSchema,
  PrivateChannelResponseSchema,
  PrivateGroupChannelResponseSchema,
} from 'discord-api-spec/zod';
import { array, union } from 'zod/mini';
import { describeAnyChannel } from '../world/describe-any-channel.ts';
import { DiscordError } from '../world/discord-error.ts';
import { openDirectChannel } from '../world/direct-channels.ts';
import { removeBot } from '../world/guild-life.ts';
import { guildPermissions } from '../world/permissions.ts';
import { compareSnowflakes } from '../world/snowflakes.ts';
import { findMember, guildsOfBot } from '../world/world.ts';
import { openGuild } from './find-visible.ts';
import { readAfter, readLimit } from './forms.ts';
import { bodyOf, route, type Route } from './route.ts';

const authorization = 'bot';

/** The bot's own channels and servers. */
export const DIRECT_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/users/@me/channels',
    authorization,
    request: bodyOf<{ recipient_id?: string | null }>(CreatePrivateChannelRequestSchema),
    responses: { 200: union([PrivateChannelResponseSchema, PrivateGroupChannelResponseSchema]) },
    handle({ world, body }) {
      const recipientId = body.recipient_id ?? '';
      if (!world.people.has(recipientId)) throw new DiscordError('unknownUser');
      return { status: 200, body: describeAnyChannel(world, openDirectChannel(world, recipientId)) };
    },
  }),
  route({
    method: 'GET',
    path: '/users/@me/guilds',
    authorization,
    responses: { 200: array(MyGuildResponseSchema) },
    handle({ world, query }) {
      const limit = readLimit(query, { min: 1, max: 200, standard: 200 });
      const after = readAfter(query);
      const guilds = guildsOfBot(world)
        .filter((guild) => compareSnowflakes(guild.id, after) > 0)
        .toSorted((left, right) => compareSnowflakes(left.id, right.id))
        .slice(0, limit);
      const body = guilds.map((guild) => {
        const member = findMember(world, guild.id, world.bot.id);
        return {
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: guild.ownerId === world.bot.id,
          permissions: (member === undefined ? 0n : guildPermissions(guild, member)).toString(),
          features: [],
        };
      });
      return { status: 200, body };
    },
  }),
  route({
    method: 'DELETE',
    path: '/users/@me/guilds/{guild_id}',
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      removeBot(world, openGuild(world, params.guild_id));
      return { status: 204 };
    },
  }),
];
