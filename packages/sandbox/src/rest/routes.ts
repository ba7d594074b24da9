import { CHANNEL_ROUTES } from './channel-routes.ts';
import { CHANNEL_WEBHOOK_ROUTES } from './channel-webhook-routes.ts';
import { COMMAND_ROUTES } from './command-routes.ts';
import { DIRECT_ROUTES } from './direct-routes.ts';
import { GATEWAY_ROUTES } from './gateway-routes.ts';
import { GUILD_ROUTES } from './guild-routes.ts';
import { IDENTITY_ROUTES } from './identity-routes.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { MEMBER_ROUTES } from './member-routes.ts';
import { MESSAGE_ROUTES } from './message-routes.ts';
import { PIN_ROUTES } from './pin-routes.ts';
import { POLL_ROUTES } from './poll-routes.ts';
import { REACTION_ROUTES } from './reaction-routes.ts';
import { ROLE_ROUTES } from './role-routes.ts';
import type { Route } from './route.ts';
import { THREAD_ROUTES } from './thread-routes.ts';
import { WEBHOOK_ROUTES } from './webhook-routes.ts';

/** Every route of Discord's API that the sandbox answers. The first that fits answers: fixed words stand before parameters. */
export const ROUTES: readonly Route[] = [
  ...GATEWAY_ROUTES,
  ...DIRECT_ROUTES,
  ...IDENTITY_ROUTES,
  ...COMMAND_ROUTES,
  ...INTERACTION_ROUTES,
  ...WEBHOOK_ROUTES,
  ...CHANNEL_WEBHOOK_ROUTES,
  ...CHANNEL_ROUTES,
  ...THREAD_ROUTES,
  ...PIN_ROUTES,
  ...REACTION_ROUTES,
  ...POLL_ROUTES,
  ...MESSAGE_ROUTES,
  ...MEMBER_ROUTES,
  ...ROLE_ROUTES,
  ...GUILD_ROUTES,
];

/** Paths of Discord that are not imitated and would else be taken for one with an id in the place of their last word. */
export const NO_ROUTES: readonly Pick<Route, 'method' | 'path'>[] = [
  { method: 'GET', path: '/applications/{application_id}/guilds/{guild_id}/commands/permissions' },
];
