import {
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  MessageResponseSchema,
  SnowflakeTypeSchema,
} from 'discord-api-spec/zod';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { array, maxLength, minLength, object } from 'zod/mini';
import { NEW_MESSAGE_RULES } from '../validation/message-rules.ts';
import { crosspost } from '../world/crosspost.ts';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError } from '../world/discord-error.ts';
import { countEdit } from '../world/edit-limits.ts';
import type { MessageBody, NewMessageBody } from '../world/message-body.ts';
import { deleteMessage, deleteMessages } from '../world/messages.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import type { ChannelRecord, StoredMessage } from '../world/records.ts';
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
    handle: ({ world, params, body, files }) => ({
      status: 200,
      body: postMessage(world, params.channel_id, body, files),
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
    handle({ world, params, body, files }) {
      const channel = openChannel(world, params.channel_id);
      const stored = openMessage(world, channel, params.message_id);
      if (stored.message.author.id !== world.bot.id) throw new DiscordError('notOwnMessage');
      if (channel.kind === 'thread' && channel.thread.archived) throw new DiscordError('archivedThread');
      if (files.length > 0) openChannel(world, channel.id, PermissionFlagsBits.AttachFiles);
      checkEdit(stored.message, body);
      countEdit(world, stored);
      return { status: 200, body: describeMessage(world, editMessage(world, stored, body, files)) };
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
    path: '/channels/{channel_id}/messages/bulk-delete',
    authorization,
    request: bodyOf<{ messages: string[] }>(
      object({ messages: array(SnowflakeTypeSchema).check(minLength(2), maxLength(100)) }),
    ),
    responses: { 204: null },
    handle({ world, params, body }) {
      const channel = openChannel(world, params.channel_id, PermissionFlagsBits.ManageMessages);
      if (channel.kind === 'direct') throw new DiscordError('directChannel');
      deleteMessages(world, channel, body.messages);
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
];

function requireOwnOr(world: World, channel: ChannelRecord, stored: StoredMessage, wanted: bigint): void {
  if (stored.message.author.id === world.bot.id) return;
  if (!has(channelPermissions(world, channel, world.bot.id), wanted)) {
    throw new DiscordError('missingPermissions');
  }
}
