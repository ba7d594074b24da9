import { GatewayBotResponseSchema, GatewayResponseSchema } from 'discord-api-spec/zod';
import { guildsOfBot } from '../world/world.ts';
import { route, type Route } from './route.ts';

export const GATEWAY_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/gateway',
    authorization: 'none',
    responses: { 200: GatewayResponseSchema },
    handle: ({ host }) => ({ status: 200, body: { url: `ws://${host}/gateway` } }),
  }),
  route({
    method: 'GET',
    path: '/gateway/bot',
    authorization: 'bot',
    responses: { 200: GatewayBotResponseSchema },
    handle: ({ world, host, sessionStarts }) => ({
      status: 200,
      body: {
        url: `ws://${host}/gateway`,
        // Discord recommends a shard for every thousand servers; https://docs.discord.com/developers/events/gateway#sharding
        shards: Math.max(1, Math.ceil(guildsOfBot(world).length / 1_000)),
        session_start_limit: sessionStarts.describe(),
      },
    }),
  }),
];
