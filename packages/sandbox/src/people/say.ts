import { PermissionFlagsBits } from 'discord-api-types/v10';
import { channelPermissions, has, permissionToSend } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { createMessage } from '../world/write-message.ts';
import { PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import type { SandboxMessage } from './protocol.ts';
import { describeSandboxMessage } from './sandbox-message.ts';

/** What people without Nitro may write; https://docs.discord.com/developers/resources/message */
const LONGEST = 2_000;

/** A member writes a message. */
export function say(
  world: World,
  speech: { memberId: string; channelId: string; content: string },
): SandboxMessage {
  const { channel, person } = findActor(world, speech);
  const permissions = channelPermissions(world, channel, speech.memberId);
  if (!has(permissions, PermissionFlagsBits.ViewChannel | permissionToSend(channel))) {
    throw new PeopleError(403, 'This member may not write in this channel.');
  }
  const content = speech.content.trim();
  if (content === '' || content.length > LONGEST) {
    throw new PeopleError(400, `A message has 1 to ${LONGEST} characters.`);
  }
  return describeSandboxMessage(
    world,
    createMessage(world, { channel, author: person.user, body: { content } }),
  );
}
