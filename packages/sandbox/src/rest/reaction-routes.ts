import { UserResponseSchema } from 'discord-api-spec/zod';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIUser } from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { addReaction, clearReactions, readEmoji, removeReaction } from '../world/reactions.ts';
import { compareSnowflakes } from '../world/snowflakes.ts';
import { findUser } from '../world/world.ts';
import { openActive, openChannel, openMessage } from './find-visible.ts';
import { readAfter, readLimit } from './forms.ts';
import { route, type Route } from './route.ts';

const ALL = '/channels/{channel_id}/messages/{message_id}/reactions';
const EMOJI = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}';
const OWN = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me';
const USER = '/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}';
const authorization = 'bot';

export const REACTION_ROUTES: readonly Route[] = [
  route({
    method: 'PUT',
    path: OWN,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openActive(world, params.channel_id, PermissionFlagsBits.ReadMessageHistory);
      const stored = openMessage(world, channel, params.message_id);
      const emoji = readEmoji(params.emoji_name);
      // Joining a reaction needs no permission, beginning one does.
      if (stored.reactions?.some((reaction) => reaction.emoji === emoji) !== true) {
        openChannel(world, channel.id, PermissionFlagsBits.AddReactions);
      }
      addReaction(world, stored, emoji, world.bot.id);
      return { status: 204 };
    },
  }),
  ...([OWN, USER] as const).map((path) =>
    route({
      method: 'DELETE',
      path,
      authorization,
      responses: { 204: null },
      handle({ world, params }) {
        const userId = 'user_id' in params ? String(params.user_id) : world.bot.id;
        const wanted = userId === world.bot.id ? 0n : PermissionFlagsBits.ManageMessages;
        const channel = openActive(world, params.channel_id, wanted);
        const stored = openMessage(world, channel, params.message_id);
        removeReaction(world, stored, readEmoji(params.emoji_name), userId);
        return { status: 204 };
      },
    }),
  ),
  route({
    method: 'GET',
    path: EMOJI,
    authorization,
    responses: { 200: array(UserResponseSchema) },
    handle({ world, params, query }) {
      const channel = openChannel(world, params.channel_id);
      const stored = openMessage(world, channel, params.message_id);
      const emoji = readEmoji(params.emoji_name);
      const limit = readLimit(query, { min: 1, max: 100, standard: 25 });
      const after = readAfter(query);
      const users = (stored.reactions?.find((reaction) => reaction.emoji === emoji)?.userIds ?? [])
        .filter((userId) => compareSnowflakes(userId, after) > 0)
        .toSorted(compareSnowflakes)
        .map((userId) => findUser(world, userId))
        .filter((user): user is APIUser => user !== undefined);
      return { status: 200, body: users.slice(0, limit) };
    },
  }),
  ...([ALL, EMOJI] as const).map((path) =>
    route({
      method: 'DELETE',
      path,
      authorization,
      responses: { 204: null },
      handle({ world, params }) {
        const channel = openActive(world, params.channel_id, PermissionFlagsBits.ManageMessages);
        const stored = openMessage(world, channel, params.message_id);
        clearReactions(world, stored, 'emoji_name' in params ? readEmoji(String(params.emoji_name)) : null);
        return { status: 204 };
      },
    }),
  ),
];
