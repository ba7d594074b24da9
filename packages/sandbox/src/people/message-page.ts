import { isThinking, firstAtOrAfter, messagesIn } from '../world/messages.ts';
import { isSnowflake } from '../world/snowflakes.ts';
import type { World } from '../world/world.ts';
import { PeopleError } from './errors.ts';
import { findActor } from './find-actor.ts';
import type { MessagesResponse } from './protocol.ts';
import { describeSandboxMessage, isFor } from './sandbox-message.ts';

/** Which messages of a channel are wanted. */
export interface PageOfMessages {
  /** Only messages older than this id; undefined: the newest. */
  before?: string | undefined;
  /** At most so many. */
  limit: number;
}

const defaultLimit = 50;
const highestLimit = 100;

/** What a member sees of a channel, oldest first: the newest messages, or those before another. */
export function messagePage(
  world: World,
  where: { channelId: string; memberId: string },
  { before, limit }: PageOfMessages,
): MessagesResponse {
  findActor(world, where);
  const list = messagesIn(world, where.channelId);
  const end = before === undefined ? list.length : firstAtOrAfter(list, before);
  const newestFirst = [];
  for (let index = end - 1; index >= 0 && newestFirst.length <= limit; index -= 1) {
    const stored = list[index];
    if (stored !== undefined && !isThinking(stored) && isFor(stored, where.memberId))
      newestFirst.push(stored);
  }
  return {
    messages: newestFirst
      .slice(0, limit)
      .toReversed()
      .map((stored) => describeSandboxMessage(world, stored, where.memberId)),
    hasEarlier: newestFirst.length > limit,
  };
}

/** `?before=…&limit=…`, both optional. */
export function readPage(before: string | undefined, limit: string | undefined): PageOfMessages {
  if (before !== undefined && !isSnowflake(before)) {
    throw new PeopleError(400, 'before: Expected the id of a message.');
  }
  const count = limit === undefined ? defaultLimit : Number(limit);
  if (!Number.isInteger(count) || count < 1 || count > highestLimit) {
    throw new PeopleError(400, `limit: Expected a whole number from 1 to ${highestLimit}.`);
  }
  return { before, limit: count };
}
