import { GatewayBotResponseSchema, GatewayResponseSchema } from 'discord-api-spec/zod';
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
    handle: ({ host }) => ({
      status: 200,
      body: {
        url: `ws://${host}/gateway`,
        shards: 1,
        // https://docs.discord.com/developers/events/gateway#session-start-limit-object
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      },
    }),
  }),
];
