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
import type { UploadedFile } from '../world/attachments.ts';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError } from '../world/discord-error.ts';
import { countEdit } from '../world/edit-limits.ts';
import { composeEdit, publishEdit, suppressEmbeds } from '../world/edit-message.ts';
import type { MessageBody, NewMessageBody } from '../world/message-body.ts';
import { deleteMessage, deleteMessages } from '../world/messages.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import { readableMessage } from '../world/readable-message.ts';
import type { ChannelRecord, StoredMessage } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { checkEdit } from './check-edit.ts';
import { openActive, openChannel, openMessage } from './find-visible.ts';
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
      return { status: 200, body: readableMessage(world, openMessage(world, channel, params.message_id)) };
    },
  }),
  route({
    method: 'PATCH',
    path: MESSAGE,
    authorization,
    request: bodyOf<MessageBody>(MessageEditRequestPartialSchema),
    responses: { 200: MessageResponseSchema },
    handle({ world, params, body, files }) {
      const channel = openActive(world, params.channel_id);
      const stored = openMessage(world, channel, params.message_id);
      refuseLocked(world, channel);
      const isOwn = stored.message.author.id === world.bot.id;
      const edited = isOwn ? editOwn(world, stored, body, files) : editForeign(world, stored, body, files);
      return { status: 200, body: describeMessage(world, edited) };
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

function editOwn(
  world: World,
  stored: StoredMessage,
  body: MessageBody,
  files: readonly UploadedFile[],
): StoredMessage {
  if (files.length > 0) openChannel(world, stored.message.channel_id, PermissionFlagsBits.AttachFiles);
  checkEdit(stored.message, body);
  const composed = composeEdit(world, stored, body, files);
  countEdit(world, stored);
  return publishEdit(world, stored, composed);
}

/** https://docs.discord.com/developers/topics/threads#locked-threads */
function refuseLocked(world: World, channel: ChannelRecord): void {
  if (channel.kind !== 'thread' || !channel.thread.locked) return;
  const permissions = channelPermissions(world, channel, world.bot.id);
  if (!has(permissions, PermissionFlagsBits.ManageThreads)) throw new DiscordError('lockedThread');
}

/** Of what others wrote only the flags can be edited, with MANAGE_MESSAGES; https://docs.discord.com/developers/resources/message#edit-message */
function editForeign(
  world: World,
  stored: StoredMessage,
  body: MessageBody,
  files: readonly UploadedFile[],
): StoredMessage {
  const { flags, ...others } = body;
  const saysMore = files.length > 0 || Object.values(others).some((value) => value !== undefined);
  if (saysMore || flags === undefined || flags === null) throw new DiscordError('notOwnMessage');
  openChannel(world, stored.message.channel_id, PermissionFlagsBits.ManageMessages);
  return suppressEmbeds(world, stored, flags);
}

function requireOwnOr(world: World, channel: ChannelRecord, stored: StoredMessage, wanted: bigint): void {
  if (stored.message.author.id === world.bot.id) return;
  if (!has(channelPermissions(world, channel, world.bot.id), wanted)) {
    throw new DiscordError('missingPermissions');
  }
}
