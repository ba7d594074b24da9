import type { APIMessage } from 'discord-api-types/v10';
import { describeThread } from './describe-channel.ts';
import type { StoredMessage } from './records.ts';
import type { World } from './world.ts';

/** A message as it is now: a thread that began at it has the message's id. */
export function describeMessage(world: World, stored: StoredMessage): APIMessage {
  const thread = world.channels.get(stored.message.id);
  return thread?.kind === 'thread' ? { ...stored.message, thread: describeThread(thread) } : stored.message;
}
