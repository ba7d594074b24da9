import { MessageType } from 'discord-api-types/v10';
import type { APIUser } from 'discord-api-types/v10';
import { DiscordError } from './discord-error.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import { isPublic, messagesIn } from './messages.ts';
import type { ChannelRecord, StoredMessage } from './records.ts';
import type { World } from './world.ts';
import { createMessage } from './write-message.ts';

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const MAX_PINS = 250;

/** The latest pin first. */
export function pinnedIn(world: World, channelId: string): StoredMessage[] {
  return messagesIn(world, channelId)
    .filter((stored) => stored.message.pinned && isPublic(stored))
    .toSorted((left, right) => (right.pinnedAt ?? '').localeCompare(left.pinnedAt ?? ''));
}

/** Everybody is told by a line in the channel. */
export function pinMessage(
  world: World,
  channel: ChannelRecord,
  stored: StoredMessage,
  author: APIUser,
): void {
  if (stored.message.pinned) return;
  if (pinnedIn(world, channel.id).length >= MAX_PINS) throw new DiscordError('tooManyPins');
  const now = discordTimestamp(world.clock.now());
  stored.message.pinned = true;
  stored.pinnedAt = now;
  channel.lastPin = now;
  world.events.emit({ type: 'message-updated', stored });
  world.events.emit({ type: 'pins-changed', channel });
  createMessage(world, {
    channel,
    author,
    body: {},
    extra: {
      type: MessageType.ChannelPinnedMessage,
      message_reference: {
        type: 0,
        message_id: stored.message.id,
        channel_id: channel.id,
        ...(channel.guildId !== null && { guild_id: channel.guildId }),
      },
    },
  });
}

export function unpinMessage(world: World, channel: ChannelRecord, stored: StoredMessage): void {
  if (!stored.message.pinned) return;
  stored.message.pinned = false;
  delete stored.pinnedAt;
  world.events.emit({ type: 'message-updated', stored });
  world.events.emit({ type: 'pins-changed', channel });
}
