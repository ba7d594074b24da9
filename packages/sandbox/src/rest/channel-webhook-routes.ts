import {
  ApplicationIncomingWebhookResponseSchema,
  ChannelFollowerWebhookResponseSchema,
  GuildIncomingWebhookResponseSchema,
  SnowflakeTypeSchema,
} from 'discord-api-spec/zod';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { array, maxLength, minLength, nullish, object, optional, string, union } from 'zod/mini';
import { DiscordError } from '../world/discord-error.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { WebhookRecord } from '../world/records.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  describeWebhook,
  webhooksOf,
} from '../world/webhooks.ts';
import type { World } from '../world/world.ts';
import { openChannel } from './find-visible.ts';
import { invalidForm } from './forms.ts';
import { requireGuildPermission } from './guild-permissions.ts';
import { bodyOf, route, type Route } from './route.ts';

const ANY_WEBHOOK = union([
  ApplicationIncomingWebhookResponseSchema,
  ChannelFollowerWebhookResponseSchema,
  GuildIncomingWebhookResponseSchema,
]);
const ONE = '/webhooks/{webhook_id}';
const WITH_TOKEN = '/webhooks/{webhook_id}/{webhook_token}';
const name = string().check(minLength(1), maxLength(80));

interface WebhookChanges {
  name?: string;
  channel_id?: string | null;
  avatar?: string | null;
}

const AVATAR = 'a picture of the webhook';

/** Webhooks of channels: with the bot's permission, or with their own token. */
export const CHANNEL_WEBHOOK_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/channels/{channel_id}/webhooks',
    authorization: 'bot',
    request: bodyOf<{ name: string; avatar?: string | null }>(object({ name, avatar: nullish(string()) })),
    responses: { 200: GuildIncomingWebhookResponseSchema },
    handle({ world, params, body, leaveOut }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ManageWebhooks);
      if (channel.kind !== 'channel') throw new DiscordError('wrongChannelType');
      checkName(body.name);
      if (typeof body.avatar === 'string') leaveOut(AVATAR);
      const webhook = createWebhook(world, channel, { name: body.name, creatorId: world.bot.id });
      return { status: 200, body: describeWebhook(world, webhook, { creator: true }) };
    },
  }),
  route({
    method: 'GET',
    path: '/channels/{channel_id}/webhooks',
    authorization: 'bot',
    responses: { 200: array(ANY_WEBHOOK) },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ManageWebhooks);
      const webhooks = channel.kind === 'channel' ? webhooksOf(world, channel) : [];
      return { status: 200, body: webhooks.map((one) => describeWebhook(world, one, { creator: true })) };
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/{guild_id}/webhooks',
    authorization: 'bot',
    responses: { 200: array(ANY_WEBHOOK) },
    handle({ world, params }) {
      const guild = requireGuildPermission(world, params.guild_id, PermissionFlagsBits.ManageWebhooks);
      const webhooks = [...world.webhooks.values()].filter((webhook) => webhook.guildId === guild.id);
      return { status: 200, body: webhooks.map((one) => describeWebhook(world, one, { creator: true })) };
    },
  }),
  ...([ONE, WITH_TOKEN] as const).flatMap((path) => {
    const authorization = path === ONE ? ('bot' as const) : ('none' as const);
    const shows = { creator: path === ONE };
    return [
      route({
        method: 'GET',
        path,
        authorization,
        responses: { 200: ANY_WEBHOOK },
        handle: ({ world, params }) => ({
          status: 200,
          body: describeWebhook(world, openWebhook(world, params), shows),
        }),
      }),
      route({
        method: 'PATCH',
        path,
        authorization,
        request: bodyOf<WebhookChanges>(
          path === ONE
            ? object({
                name: optional(name),
                avatar: nullish(string()),
                channel_id: nullish(SnowflakeTypeSchema),
              })
            : object({ name: optional(name), avatar: nullish(string()) }),
        ),
        responses: { 200: ANY_WEBHOOK },
        handle({ world, params, body, leaveOut }) {
          const webhook = openWebhook(world, params);
          if (typeof body.avatar === 'string') leaveOut(AVATAR);
          if (body.name !== undefined) checkName(body.name);
          if (path === ONE) requireTarget(world, webhook, body.channel_id ?? webhook.channelId);
          changeWebhook(world, webhook, {
            ...(body.name !== undefined && { name: body.name }),
            ...(path === ONE && body.channel_id !== undefined && { channel_id: body.channel_id }),
          });
          return { status: 200, body: describeWebhook(world, webhook, shows) };
        },
      }),
      route({
        method: 'DELETE',
        path,
        authorization,
        responses: { 204: null },
        handle({ world, params }) {
          deleteWebhook(world, openWebhook(world, params));
          return { status: 204 };
        },
      }),
    ];
  }),
];

/** By its token, or with the permission of its channel. */
export function openWebhook(
  world: World,
  params: { webhook_id: string; webhook_token?: string },
): WebhookRecord {
  const webhook = world.webhooks.get(params.webhook_id);
  if (webhook === undefined) throw new DiscordError('unknownWebhook');
  if (params.webhook_token !== undefined) {
    if (params.webhook_token !== webhook.token) throw new DiscordError('invalidWebhookToken');
    return webhook;
  }
  const channel = world.channels.get(webhook.channelId);
  const permissions = channel === undefined ? 0n : channelPermissions(world, channel, world.bot.id);
  if (!has(permissions, PermissionFlagsBits.ManageWebhooks)) throw new DiscordError('missingPermissions');
  return webhook;
}

/** Where a webhook goes there must be a channel of its server whose webhooks the bot may manage. */
function requireTarget(world: World, webhook: WebhookRecord, channelId: string): void {
  if (channelId === webhook.channelId) return;
  const channel = openChannel(world, channelId, PermissionFlagsBits.ManageWebhooks);
  if (channel.guildId !== webhook.guildId) throw new DiscordError('unknownChannel');
  if (channel.kind !== 'channel') throw new DiscordError('wrongChannelType');
}

/** https://docs.discord.com/developers/resources/webhook#create-webhook */
export function checkName(wanted: string, field = 'name'): void {
  const forbidden = ['clyde', 'discord'].find((word) => wanted.toLowerCase().includes(word));
  if (forbidden === undefined) return;
  const rule = {
    name: 'webhook-name',
    source: 'https://docs.discord.com/developers/resources/webhook#create-webhook',
  };
  throw invalidForm(rule, [field], 'USERNAME_INVALID_CONTAINS', `Username cannot contain "${forbidden}"`);
}
