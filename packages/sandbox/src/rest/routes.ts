import { CHANNEL_ROUTES } from './channel-routes.ts';
import { COMMAND_ROUTES } from './command-routes.ts';
import { GATEWAY_ROUTES } from './gateway-routes.ts';
import { GUILD_ROUTES } from './guild-routes.ts';
import { IDENTITY_ROUTES } from './identity-routes.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { MESSAGE_ROUTES } from './message-routes.ts';
import type { Route } from './route.ts';
import { WEBHOOK_ROUTES } from './webhook-routes.ts';

/** Every route of Discord's API that the sandbox answers. */
export const ROUTES: readonly Route[] = [
  ...GATEWAY_ROUTES,
  ...IDENTITY_ROUTES,
  ...COMMAND_ROUTES,
  ...INTERACTION_ROUTES,
  ...WEBHOOK_ROUTES,
  ...CHANNEL_ROUTES,
  ...MESSAGE_ROUTES,
  ...GUILD_ROUTES,
];
