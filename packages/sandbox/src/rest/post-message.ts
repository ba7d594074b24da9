import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import type { UploadedFile } from '../world/attachments.ts';
import { describeMessage } from '../world/describe-message.ts';
import { DiscordError } from '../world/discord-error.ts';
import { replyTo } from '../world/interaction-metadata.ts';
import type { MessageBody, NewMessageBody } from '../world/message-body.ts';
import { findMessage, isPublic } from '../world/messages.ts';
import { messageOfNonce, rememberNonce } from '../world/nonces.ts';
import { channelPermissions, has, permissionToSend } from '../world/permissions.ts';
import type { ChannelRecord } from '../world/records.ts';
import { refuseWaking, wakeThread } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { composeMessage, publishMessage } from '../world/write-message.ts';
import { openChannel } from './find-visible.ts';
import { invalidForm } from './forms.ts';

/** Create Message: permissions, then the nonce, then the message. */
export function postMessage(
  world: World,
  channelId: string,
  body: NewMessageBody,
  files: readonly UploadedFile[],
): APIMessage {
  const channel = openChannel(world, channelId);
  refusePlace(world, channel);
  openChannel(world, channelId, permissionsFor(channel, body, files));
  const nonce = body.nonce === undefined || body.nonce === null ? null : String(body.nonce);
  if (nonce !== null && body.enforce_nonce === true) {
    const before = messageOfNonce(world, world.bot.id, nonce);
    if (before !== null) return describeMessage(world, before);
  }
  const extra = referenceFields(world, channel, body);
  if (channel.kind === 'thread') {
    const permissions = channelPermissions(world, channel, world.bot.id);
    refuseWaking(world, channel, has(permissions, PermissionFlagsBits.ManageThreads));
  }
  const composed = composeMessage(world, {
    channel,
    author: world.bot,
    body,
    files,
    extra,
    nonce: body.nonce ?? null,
  });
  if (channel.kind === 'thread') wakeThread(world, channel);
  const stored = publishMessage(world, composed);
  const message = describeMessage(world, stored);
  if (nonce === null) return message;
  rememberNonce(world, world.bot.id, nonce, stored);
  // The answer repeats the nonce; later reads do not.
  return { ...message, nonce: body.nonce ?? nonce };
}

/** What a bot needs in a channel to say this. */
export function permissionsFor(
  channel: ChannelRecord,
  body: MessageBody,
  files: readonly UploadedFile[],
): bigint {
  const hasPoll = body.poll !== undefined && body.poll !== null;
  return (
    permissionToSend(channel) |
    ((body.embeds ?? []).length > 0 ? PermissionFlagsBits.EmbedLinks : 0n) |
    (files.length > 0 ? PermissionFlagsBits.AttachFiles : 0n) |
    (hasPoll ? PermissionFlagsBits.SendPolls : 0n) |
    (body.tts === true ? PermissionFlagsBits.SendTTSMessages : 0n)
  );
}

/** Places where nobody, or this person, can be written to. */
function refusePlace(world: World, channel: ChannelRecord): void {
  if (channel.type === ChannelType.GuildForum) throw new DiscordError('noForumMessage');
  if (channel.type === ChannelType.GuildCategory) throw new DiscordError('wrongChannelType');
  if (channel.kind === 'direct' && world.people.get(channel.recipientId)?.refusesDirectMessages === true) {
    throw new DiscordError('directRefused');
  }
}

function referenceFields(world: World, channel: ChannelRecord, body: NewMessageBody): Partial<APIMessage> {
  const reference = body.message_reference;
  if (reference === undefined || reference === null) return {};
  const permissions = channelPermissions(world, channel, world.bot.id);
  if (!has(permissions, PermissionFlagsBits.ReadMessageHistory)) throw new DiscordError('replyUnread');
  const isHere =
    (reference.channel_id ?? channel.id) === channel.id &&
    (reference.guild_id ?? channel.guildId) === channel.guildId;
  const original = isHere ? findMessage(world, channel.id, reference.message_id) : undefined;
  // Answers that only one member sees are none that others could answer.
  if (original !== undefined && isPublic(original)) return replyTo(world, channel.id, reference.message_id);
  if (reference.fail_if_not_exists === false) return {};
  const rule = {
    name: 'message-reference',
    source: 'https://docs.discord.com/developers/resources/message#message-reference-structure',
  };
  throw invalidForm(rule, ['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
}
