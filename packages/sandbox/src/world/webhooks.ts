import { randomBytes } from 'node:crypto';
import { WebhookType } from 'discord-api-types/v10';
import type { APIUser, APIWebhook } from 'discord-api-types/v10';
import { DiscordError } from './discord-error.ts';
import type { TextChannelRecord, WebhookRecord } from './records.ts';
import { findUser, type World } from './world.ts';

/** https://docs.discord.com/developers/resources/webhook#create-webhook */
const PER_CHANNEL = 15;
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const PER_GUILD = 1_000;

export function createWebhook(
  world: World,
  channel: TextChannelRecord,
  draft: { name: string; creatorId: string },
): WebhookRecord {
  if (webhooksOf(world, channel).length >= PER_CHANNEL) throw new DiscordError('tooManyWebhooks');
  const ofGuild = [...world.webhooks.values()].filter((webhook) => webhook.guildId === channel.guildId);
  if (ofGuild.length >= PER_GUILD) throw new DiscordError('tooManyGuildWebhooks');
  const webhook: WebhookRecord = {
    id: world.snowflakes.next(),
    token: randomBytes(51).toString('base64url'),
    name: draft.name,
    guildId: channel.guildId,
    channelId: channel.id,
    creatorId: draft.creatorId,
  };
  world.webhooks.set(webhook.id, webhook);
  world.events.emit({ type: 'webhooks-changed', channel });
  return webhook;
}

export function webhooksOf(world: World, channel: TextChannelRecord): WebhookRecord[] {
  return [...world.webhooks.values()].filter((webhook) => webhook.channelId === channel.id);
}

export function deleteWebhook(world: World, webhook: WebhookRecord): void {
  world.webhooks.delete(webhook.id);
  announce(world, webhook.channelId);
}

export function changeWebhook(
  world: World,
  webhook: WebhookRecord,
  changes: { name?: string; channel_id?: string | null },
): void {
  const before = webhook.channelId;
  webhook.name = changes.name ?? webhook.name;
  webhook.channelId = changes.channel_id ?? webhook.channelId;
  announce(world, before);
  if (webhook.channelId !== before) announce(world, webhook.channelId);
}

/** With its token only for those who may manage it or know the token already. */
export function describeWebhook(
  world: World,
  webhook: WebhookRecord,
  shows: { creator: boolean },
): APIWebhook {
  const user = findUser(world, webhook.creatorId);
  return {
    id: webhook.id,
    type: WebhookType.Incoming,
    name: webhook.name,
    avatar: null,
    channel_id: webhook.channelId,
    guild_id: webhook.guildId,
    application_id: webhook.creatorId === world.bot.id ? world.bot.id : null,
    token: webhook.token,
    url: `${world.address.url}/api/webhooks/${webhook.id}/${webhook.token}`,
    ...(shows.creator && user !== undefined && { user }),
  };
}

/** Who writes when a webhook writes. */
export function webhookAuthor(webhook: WebhookRecord, username: string | null | undefined): APIUser {
  return {
    id: webhook.id,
    username: username ?? webhook.name,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
  };
}

function announce(world: World, channelId: string): void {
  const channel = world.channels.get(channelId);
  if (channel?.kind === 'channel') world.events.emit({ type: 'webhooks-changed', channel });
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;
