import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { replyTo } from '../world/interaction-metadata.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import { joinThread, refuseWaking, wakeThread } from '../world/threads.ts';
import type { World } from '../world/world.ts';
import { composeMessage, publishMessage } from '../world/write-message.ts';
import { PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import { maySpeak } from './may-speak.ts';
import type { SandboxMessage, SayRequest } from './protocol.ts';
import { describeSandboxMessage } from './sandbox-message.ts';
import { toFiles } from './uploads.ts';

/** What people without Nitro may write; https://docs.discord.com/developers/resources/message */
const LONGEST = 2_000;

/** A member writes a message. */
export function say(world: World, speech: SayRequest): SandboxMessage {
  const { channel, person } = findActor(world, speech);
  const permissions = channelPermissions(world, channel, speech.memberId);
  if (!maySpeak(channel, permissions)) {
    throw new PeopleError(403, 'This member may not write in this channel.');
  }
  const content = speech.content.trim();
  const uploads = speech.attachments ?? [];
  if (uploads.length > 0 && !has(permissions, PermissionFlagsBits.AttachFiles)) {
    throw new PeopleError(403, 'This member may not attach files in this channel.');
  }
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildCategory) {
    throw new PeopleError(400, 'Nobody can write here.');
  }
  if ((content === '' && uploads.length === 0) || content.length > LONGEST) {
    throw new PeopleError(400, `A message has 1 to ${LONGEST} characters.`);
  }
  if (channel.kind === 'thread') {
    refuseWaking(world, channel, has(permissions, PermissionFlagsBits.ManageThreads));
  }
  const composed = composeMessage(world, {
    channel,
    author: person.user,
    body: { content },
    files: toFiles(uploads),
    extra: replyTo(world, channel.id, speech.replyTo ?? null),
  });
  if (channel.kind === 'thread') {
    wakeThread(world, channel);
    joinThread(world, channel, speech.memberId);
  }
  return describeSandboxMessage(world, publishMessage(world, composed), speech.memberId);
}
