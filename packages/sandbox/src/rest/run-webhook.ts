import { ChannelType } from 'discord-api-types/v10';
import type { UploadedFile } from '../world/attachments.ts';
import { DiscordError } from '../world/discord-error.ts';
import type { MessageBody } from '../world/message-body.ts';
import { findMessage } from '../world/messages.ts';
import type {
  StoredMessage,
  TextChannelRecord,
  ThreadChannelRecord,
  WebhookRecord,
} from '../world/records.ts';
import { WEBHOOK_MENTIONS } from '../world/resolve-mentions.ts';
import { draftThread, placeThread, refuseWaking, wakeThread } from '../world/threads.ts';
import { webhookAuthor } from '../world/webhooks.ts';
import type { World } from '../world/world.ts';
import { composeMessage, publishMessage } from '../world/write-message.ts';
import { checkTags } from './check-tags.ts';

export interface WebhookBody extends MessageBody {
  username?: string | null;
  avatar_url?: string | null;
  thread_name?: string | null;
  applied_tags?: string[] | null;
}

/** Execute Webhook: in its channel, in one of its threads, or as a new post of its forum; https://docs.discord.com/developers/resources/webhook#execute-webhook */
export function runWebhook(
  world: World,
  webhook: WebhookRecord,
  sent: { body: WebhookBody; files: readonly UploadedFile[]; threadId: string | null },
): StoredMessage {
  const { body, files, threadId } = sent;
  const channel = world.channels.get(webhook.channelId);
  if (channel?.kind !== 'channel') throw new DiscordError('unknownChannel');
  const target = findTarget(world, channel, webhook, {
    name: body.thread_name ?? null,
    threadId,
    tags: body.applied_tags ?? [],
  });
  const isPost = target.kind === 'thread' && threadId === null;
  const composed = composeMessage(world, {
    ...(isPost && { id: target.id }),
    channel: target,
    author: webhookAuthor(webhook, body.username),
    body,
    files,
    defaultMentions: WEBHOOK_MENTIONS,
    extra: {
      webhook_id: webhook.id,
      ...(webhook.creatorId === world.bot.id && { application_id: world.bot.id }),
    },
  });
  if (isPost) placeThread(world, target);
  else if (target.kind === 'thread') wakeThread(world, target);
  return publishMessage(world, composed);
}

/** A message that this webhook has written. */
export function findWebhookMessage(
  world: World,
  webhook: WebhookRecord,
  messageId: string,
  threadId: string | null,
): StoredMessage {
  const stored = findMessage(world, threadId ?? webhook.channelId, messageId);
  if (stored?.message.webhook_id !== webhook.id) throw new DiscordError('unknownMessage');
  return stored;
}

/** Where it is to be said: a post of a forum is not there yet. */
function findTarget(
  world: World,
  channel: TextChannelRecord,
  webhook: WebhookRecord,
  wish: { name: string | null; threadId: string | null; tags: string[] },
): TextChannelRecord | ThreadChannelRecord {
  if (wish.threadId !== null) {
    if (wish.name !== null) throw new DiscordError('nameOrThread');
    const thread = world.channels.get(wish.threadId);
    if (thread?.kind !== 'thread' || thread.thread.parentId !== channel.id) {
      throw new DiscordError('unknownChannel');
    }
    refuseWaking(world, thread, false);
    return thread;
  }
  if (channel.forum === null) {
    if (wish.name !== null) throw new DiscordError('forumOnlyName');
    return channel;
  }
  if (wish.name === null || wish.name.trim() === '') throw new DiscordError('forumNeedsName');
  checkTags(channel, wish.tags);
  return draftThread(world, channel, {
    name: wish.name,
    ownerId: webhook.id,
    type: ChannelType.PublicThread,
    appliedTags: wish.tags,
  });
}
