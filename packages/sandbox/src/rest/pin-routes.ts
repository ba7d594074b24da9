import { MessageResponseSchema, PinnedMessagesResponseSchema } from 'discord-api-spec/zod';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { pinMessage, pinnedIn, unpinMessage } from '../world/pins.ts';
import { readableMessage } from '../world/readable-message.ts';
import { openActive, openChannel, openMessage } from './find-visible.ts';
import { readBefore, readLimit } from './forms.ts';
import { route, type Route } from './route.ts';

const authorization = 'bot';
/** The old routes and the new ones do the same; https://docs.discord.com/developers/resources/message#pin-message */
const ONE_PIN = [
  '/channels/{channel_id}/messages/pins/{message_id}',
  '/channels/{channel_id}/pins/{message_id}',
] as const;

export const PIN_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/channels/{channel_id}/messages/pins',
    authorization,
    responses: { 200: PinnedMessagesResponseSchema },
    handle({ world, params, query }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ReadMessageHistory);
      const limit = readLimit(query, { min: 1, max: 50, standard: 50 });
      const end = readBefore(query) ?? Infinity;
      const pins = pinnedIn(world, channel.id).filter(({ pinnedAt = '' }) => Date.parse(pinnedAt) < end);
      const items = pins.slice(0, limit).map((stored) => ({
        pinned_at: stored.pinnedAt,
        message: readableMessage(world, stored),
      }));
      return { status: 200, body: { items, has_more: pins.length > limit } };
    },
  }),
  route({
    method: 'GET',
    path: '/channels/{channel_id}/pins',
    authorization,
    responses: { 200: array(MessageResponseSchema) },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ReadMessageHistory);
      // The old list ends at fifty.
      const pins = pinnedIn(world, channel.id).slice(0, 50);
      return { status: 200, body: pins.map((stored) => readableMessage(world, stored)) };
    },
  }),
  ...ONE_PIN.flatMap((path) => [
    route({
      method: 'PUT',
      path,
      authorization,
      responses: { 204: null },
      handle({ world, params }) {
        const channel = openActive(world, params.channel_id, PermissionFlagsBits.PinMessages);
        pinMessage(world, channel, openMessage(world, channel, params.message_id), world.bot);
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path,
      authorization,
      responses: { 204: null },
      handle({ world, params }) {
        const channel = openActive(world, params.channel_id, PermissionFlagsBits.PinMessages);
        unpinMessage(world, channel, openMessage(world, channel, params.message_id));
        return { status: 204 };
      },
    }),
  ]),
];
