import { describeMessage } from '../world/describe-message.ts';
import { canView } from '../world/permissions.ts';
import type { StoredMessage } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { judgeMessage } from './judge-message.ts';
import type { SandboxMessage } from './protocol.ts';

/** A message as a member sees it: whether they reacted and voted differs from one to the other. */
export function describeSandboxMessage(
  world: World,
  stored: StoredMessage,
  memberId: string,
): SandboxMessage {
  const message = describeMessage(world, stored, memberId);
  return {
    ...message,
    ephemeral_for: stored.ephemeralFor,
    interaction_note: stored.note,
    verdict: judgeMessage(message),
  };
}

/** True when a member would see the message come in. */
export function isVisibleTo(world: World, stored: StoredMessage, memberId: string): boolean {
  const channel = world.channels.get(stored.message.channel_id);
  return channel !== undefined && isFor(stored, memberId) && canView(world, channel, memberId);
}

/** Whether a message is for everybody or for this member. */
export function isFor(stored: StoredMessage, memberId: string): boolean {
  return stored.ephemeralFor === null || stored.ephemeralFor === memberId;
}
