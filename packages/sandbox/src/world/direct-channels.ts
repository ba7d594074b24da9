import { ChannelType } from 'discord-api-types/v10';
import type { DirectChannelRecord } from './records.ts';
import type { World } from './world.ts';

/** The channel between the bot and one person; there is only one. */
export function openDirectChannel(world: World, recipientId: string): DirectChannelRecord {
  const known = [...world.channels.values()].find(
    (channel) => channel.kind === 'direct' && channel.recipientId === recipientId,
  );
  if (known?.kind === 'direct') return known;
  const channel: DirectChannelRecord = {
    kind: 'direct',
    id: world.snowflakes.next(),
    guildId: null,
    type: ChannelType.DM,
    recipientId,
    lastMessageId: null,
    lastPin: null,
  };
  world.channels.set(channel.id, channel);
  world.events.emit({ type: 'channel-created', channel });
  return channel;
}
