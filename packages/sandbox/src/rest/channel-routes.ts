import { GuildChannelResponseSchema, ThreadResponseSchema } from 'discord-api-spec/zod';
import { union } from 'zod/mini';
import { describeChannel } from '../world/describe-channel.ts';
import { permissionToSend } from '../world/permissions.ts';
import { openChannel } from './find-visible.ts';
import { route, type Route } from './route.ts';

export const ANY_CHANNEL = union([GuildChannelResponseSchema, ThreadResponseSchema]);

export const CHANNEL_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/channels/{channel_id}',
    authorization: 'bot',
    responses: { 200: ANY_CHANNEL },
    handle: ({ world, params }) => ({
      status: 200,
      body: describeChannel(openChannel(world, params.channel_id)),
    }),
  }),
  route({
    method: 'POST',
    path: '/channels/{channel_id}/typing',
    authorization: 'bot',
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id);
      openChannel(world, params.channel_id, permissionToSend(channel));
      world.events.emit({
        type: 'typing',
        channelId: channel.id,
        guildId: channel.guildId,
        user: world.bot,
      });
      return { status: 204 };
    },
  }),
];
