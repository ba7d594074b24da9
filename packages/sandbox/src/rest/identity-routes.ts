import {
  PrivateApplicationResponseSchema,
  UserPIIResponseSchema,
  UserResponseSchema,
} from 'discord-api-spec/zod';
import { Locale } from 'discord-api-types/v10';
import { describeApplicationFlags } from '../world/describe-application.ts';
import { DiscordError } from '../world/discord-error.ts';
import { findUser, type World } from '../world/world.ts';
import { route, type Route } from './route.ts';

/** Who the bot is, and who others are. */
export const IDENTITY_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: '/users/@me',
    authorization: 'bot',
    responses: { 200: UserPIIResponseSchema },
    handle: ({ world }) => ({
      status: 200,
      body: { ...world.bot, locale: Locale.EnglishUS, mfa_enabled: true, email: null, verified: true },
    }),
  }),
  route({
    method: 'GET',
    path: '/users/{user_id}',
    authorization: 'bot',
    responses: { 200: UserResponseSchema },
    handle({ world, params }) {
      const user = findUser(world, params.user_id);
      if (user === undefined) throw new DiscordError('unknownUser');
      return { status: 200, body: user };
    },
  }),
  route({
    method: 'GET',
    path: '/applications/@me',
    authorization: 'bot',
    responses: { 200: PrivateApplicationResponseSchema },
    handle: ({ world }) => ({ status: 200, body: describeApplication(world) }),
  }),
  route({
    method: 'GET',
    path: '/oauth2/applications/@me',
    authorization: 'bot',
    responses: { 200: PrivateApplicationResponseSchema },
    handle: ({ world }) => ({ status: 200, body: describeApplication(world) }),
  }),
];

function describeApplication(world: World) {
  const owner = [...world.people.values()][0]?.user ?? world.bot;
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    type: null,
    ...describeApplicationFlags(world),
    bot: world.bot,
    bot_public: false,
    bot_require_code_grant: false,
    integration_types_config: { 0: {} },
    // Only signed HTTP interactions would need a real key.
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    event_webhooks_url: null,
    event_webhooks_status: 1,
    event_webhooks_types: [],
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
