import {
  CreateTextThreadWithMessageRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  MessageResponseSchema,
  ThreadResponseSchema,
} from 'discord-api-spec/zod';
import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { RESTPostAPIChannelMessagesThreadsJSONBody } from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { NEW_MESSAGE_RULES } from '../validation/message-rules.ts';
import { describeThread } from '../world/describe-channel.ts';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError } from '../world/discord-error.ts';
import type { MessageBody, NewMessageBody } from '../world/message-body.ts';
import { deleteMessage } from '../world/messages.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelRecord, StoredMessage } from '../world/records.ts';
import { startThread } from '../world/start-thread.ts';
import type { World } from '../world/world.ts';
import { editMessage } from '../world/write-message.ts';
import { checkEdit } from './check-edit.ts';
import { openChannel, openMessage } from './find-visible.ts';
import { listMessages } from './list-messages.ts';
import { postMessage } from './post-message.ts';
import { bodyOf, route, type Route } from './route.ts';

const MESSAGES = '/channels/{channel_id}/messages';
const MESSAGE = '/channels/{channel_id}/messages/{message_id}';
const authorization = 'bot';

export const MESSAGE_ROUTES: readonly Route[] = [
  route({
    method: 'GET',
    path: MESSAGES,
    authorization,
    responses: { 200: array(MessageResponseSchema) },
    handle: ({ world, params, query }) => ({
      status: 200,
      body: listMessages(world, openChannel(world, params.channel_id), query),
    }),
  }),
  route({
    method: 'POST',
    path: MESSAGES,
    authorization,
    request: bodyOf<NewMessageBody>(MessageCreateRequestSchema, NEW_MESSAGE_RULES),
    responses: { 200: MessageResponseSchema },
    handle: ({ world, params, body }) => ({
      status: 200,
      body: postMessage(world, params.channel_id, body),
    }),
  }),
  route({
    method: 'GET',
    path: MESSAGE,
    authorization,
    responses: { 200: MessageResponseSchema },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ReadMessageHistory);
      return { status: 200, body: describeMessage(world, openMessage(world, channel, params.message_id)) };
    },
  }),
  route({
    method: 'PATCH',
    path: MESSAGE,
    authorization,
    request: bodyOf<MessageBody>(MessageEditRequestPartialSchema),
    responses: { 200: MessageResponseSchema },
    handle({ world, params, body }) {
      const stored = openMessage(world, openChannel(world, params.channel_id), params.message_id);
      if (stored.message.author.id !== world.bot.id) throw new DiscordError('notOwnMessage');
      checkEdit(stored.message, body);
      return { status: 200, body: describeMessage(world, editMessage(world, stored, body)) };
    },
  }),
  route({
    method: 'DELETE',
    path: MESSAGE,
    authorization,
    responses: { 204: null },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id);
      const stored = openMessage(world, channel, params.message_id);
      requireOwnOr(world, channel, stored, PermissionFlagsBits.ManageMessages);
      deleteMessage(world, stored);
      return { status: 204 };
    },
  }),
  route({
    method: 'POST',
    path: '/channels/{channel_id}/messages/{message_id}/crosspost',
    authorization,
    responses: { 200: MessageResponseSchema },
    handle({ world, params }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.SendMessages);
      if (channel.type !== ChannelType.GuildAnnouncement) throw new DiscordError('wrongChannelType');
      const stored = openMessage(world, channel, params.message_id);
      requireOwnOr(world, channel, stored, PermissionFlagsBits.ManageMessages);
      return { status: 200, body: describeMessage(world, crosspost(world, stored)) };
    },
  }),
  route({
    method: 'POST',
    path: '/channels/{channel_id}/messages/{message_id}/threads',
    authorization,
    request: bodyOf<RESTPostAPIChannelMessagesThreadsJSONBody>(CreateTextThreadWithMessageRequestSchema),
    responses: { 201: ThreadResponseSchema },
    handle({ world, params, body }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.CreatePublicThreads);
      if (channel.kind === 'thread') throw new DiscordError('wrongChannelType');
      const thread = startThread(world, channel, openMessage(world, channel, params.message_id), {
        name: body.name,
        autoArchiveDuration: body.auto_archive_duration ?? null,
        ownerId: world.bot.id,
      });
      return { status: 201, body: describeThread(thread) };
    },
  }),
];

function requireOwnOr(world: World, channel: ChannelRecord, stored: StoredMessage, wanted: bigint): void {
  if (stored.message.author.id === world.bot.id) return;
  if (!has(channelPermissions(world, channel, world.bot.id), wanted)) {
    throw new DiscordError('missingPermissions');
  }
}

/** Publishing is no edit: the time of the last edit stays. */
function crosspost(world: World, stored: StoredMessage): StoredMessage {
  const flags = stored.message.flags ?? 0;
  if ((flags & MessageFlags.Crossposted) !== 0) throw new DiscordError('alreadyCrossposted');
  stored.message.flags = flags | MessageFlags.Crossposted;
  world.events.emit({ type: 'message-updated', stored });
  return stored;
}
