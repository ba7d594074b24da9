import { DiscordError } from './discord-error.ts';
import { findMessage } from './messages.ts';
import type { StoredMessage } from './records.ts';
import type { World } from './world.ts';

/** "The past few minutes" of https://docs.discord.com/developers/resources/message#create-message, taken as five. */
const MEMORY_MS = 5 * 60_000;

export interface RememberedNonce {
  channelId: string;
  messageId: string;
  /** Machine time: a content clock that jumps ahead forgets nothing. */
  at: number;
}

/** The message that this author has sent with this nonce before; one that is deleted by now is Discord's "Unknown Message". */
export function messageOfNonce(world: World, authorId: string, nonce: string): StoredMessage | null {
  const remembered = world.nonces.get(`${authorId}:${nonce}`);
  if (remembered === undefined || isOver(world, remembered)) return null;
  const stored = findMessage(world, remembered.channelId, remembered.messageId);
  if (stored === undefined) throw new DiscordError('unknownMessage');
  return stored;
}

export function rememberNonce(world: World, authorId: string, nonce: string, stored: StoredMessage): void {
  for (const [key, remembered] of world.nonces) {
    if (!isOver(world, remembered)) break;
    world.nonces.delete(key);
  }
  const key = `${authorId}:${nonce}`;
  world.nonces.delete(key);
  world.nonces.set(key, {
    channelId: stored.message.channel_id,
    messageId: stored.message.id,
    at: world.clock.deadline().getTime(),
  });
}

function isOver(world: World, remembered: RememberedNonce): boolean {
  return world.clock.deadline().getTime() - remembered.at > MEMORY_MS;
}
