import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { describeMessage } from '../world/describe-message.ts';
import { InvalidFormError } from '../world/discord-error.ts';
import { problem } from '../validation/problem.ts';
import { replyTo } from '../world/interaction-metadata.ts';
import type { NewMessageBody } from '../world/message-body.ts';
import { messageOfNonce, rememberNonce } from '../world/nonces.ts';
import { permissionToSend } from '../world/permissions.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { createMessage } from '../world/write-message.ts';
import { openChannel } from './find-visible.ts';

/** Create Message: permissions, then the nonce, then the message. */
export function postMessage(world: World, channelId: string, body: NewMessageBody): APIMessage {
  const channel = openChannel(world, channelId);
  openChannel(world, channelId, permissionToSend(channel) | embedPermission(body));
  const nonce = body.nonce === undefined || body.nonce === null ? null : String(body.nonce);
  if (nonce !== null && body.enforce_nonce === true) {
    const before = messageOfNonce(world, world.bot.id, nonce);
    if (before !== null) return describeMessage(world, before);
  }
  const stored = createMessage(world, {
    channel,
    author: world.bot,
    body,
    extra: referenceFields(world, channel, body),
    nonce: body.nonce ?? null,
  });
  if (nonce === null) return stored.message;
  rememberNonce(world, world.bot.id, nonce, stored);
  // The answer repeats the nonce; later reads do not.
  return { ...stored.message, nonce: body.nonce ?? nonce };
}

function embedPermission(body: NewMessageBody): bigint {
  return (body.embeds ?? []).length > 0 ? PermissionFlagsBits.EmbedLinks : 0n;
}

function referenceFields(world: World, channel: ChannelRecord, body: NewMessageBody): Partial<APIMessage> {
  const reference = body.message_reference;
  if (reference === undefined || reference === null) return {};
  openChannel(world, channel.id, PermissionFlagsBits.ReadMessageHistory);
  const fields = replyTo(world, channel.id, reference.message_id);
  if (fields.message_reference === undefined && reference.fail_if_not_exists !== false) {
    throw new InvalidFormError([
      {
        rule: 'message-reference',
        source: 'https://docs.discord.com/developers/resources/message#message-reference-structure',
        status: 400,
        problems: [problem(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')],
      },
    ]);
  }
  return fields;
}
