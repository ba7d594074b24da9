import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { DiscordError } from './discord-error.ts';
import type { ChannelRecord, StoredMessage } from './records.ts';
import { compareSnowflakes, snowflakeTime } from './snowflakes.ts';
import type { World } from './world.ts';

/** The messages of a channel, oldest first. */
export function messagesIn(world: World, channelId: string): StoredMessage[] {
  let list = world.messages.get(channelId);
  if (list === undefined) {
    list = [];
    world.messages.set(channelId, list);
  }
  return list;
}

export function findMessage(world: World, channelId: string, messageId: string): StoredMessage | undefined {
  const list = world.messages.get(channelId) ?? [];
  const candidate = list[firstAtOrAfter(list, messageId)];
  return candidate?.message.id === messageId ? candidate : undefined;
}

/** Index of the first message whose id is not below `messageId`; ids in a channel only grow, so halves of the list are enough to look at. */
export function firstAtOrAfter(list: readonly StoredMessage[], messageId: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = list[middle]?.message.id ?? '0';
    if (compareSnowflakes(id, messageId) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function deleteMessage(world: World, stored: StoredMessage): void {
  const list = messagesIn(world, stored.message.channel_id);
  const index = list.indexOf(stored);
  if (index === -1) return;
  list.splice(index, 1);
  const channel = world.channels.get(stored.message.channel_id);
  if (stored.ephemeralFor === null) countDeleted(channel, [stored]);
  world.events.emit({ type: 'message-deleted', stored });
}

/** Older messages cannot be deleted together; https://docs.discord.com/developers/resources/message#bulk-delete-messages */
const OLDEST_MS = 14 * 24 * 3_600_000;

/** Many at once; ids that do not exist are ignored. */
export function deleteMessages(world: World, channel: ChannelRecord, ids: readonly string[]): void {
  const oldest = world.clock.now().getTime() - OLDEST_MS;
  if (ids.some((id) => snowflakeTime(id) < oldest)) throw new DiscordError('tooOldToDelete');
  const wanted = new Set(ids);
  const list = messagesIn(world, channel.id);
  const gone = list.filter((stored) => wanted.has(stored.message.id) && isPublic(stored));
  if (gone.length === 0) return;
  const kept = list.filter((stored) => !gone.includes(stored));
  list.splice(0, list.length, ...kept);
  countDeleted(channel, gone);
  world.events.emit({ type: 'messages-deleted', channel, ids: gone.map((stored) => stored.message.id) });
}

/** A thread knows how many messages it has and how many it had. */
function countDeleted(channel: ChannelRecord | undefined, gone: readonly StoredMessage[]): void {
  if (channel?.kind !== 'thread') return;
  const { thread } = channel;
  const count = gone.filter(({ message }) => countsInThread(message)).length;
  thread.messageCount -= count;
  thread.deletedCount = (thread.deletedCount ?? 0) + count;
}

/** The message that a thread began with does not count: a post's own, or the line that quotes it. */
export function countsInThread(message: APIMessage): boolean {
  return message.id !== message.channel_id && message.type !== MessageType.ThreadStarterMessage;
}

/** The place of an answer that the bot announced and did not give yet. */
export function isThinking(stored: StoredMessage): boolean {
  return ((stored.message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** What everybody in the channel can see. */
export function isPublic(stored: StoredMessage): boolean {
  return stored.ephemeralFor === null && !isThinking(stored);
}
