import { ChannelType, MessageFlags, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { DiscordError } from './discord-error.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import type { StoredMessage, TextChannelRecord, ThreadChannelRecord } from './records.ts';
import type { World } from './world.ts';

interface ThreadDraft {
  name: string;
  autoArchiveDuration: ThreadAutoArchiveDuration | null;
  ownerId: string;
}

/** A thread takes the id of its message, which is why there is one per message. */
export function startThread(
  world: World,
  channel: TextChannelRecord,
  stored: StoredMessage,
  draft: ThreadDraft,
): ThreadChannelRecord {
  const { message } = stored;
  if (world.channels.has(message.id)) throw new DiscordError('threadExists');
  const thread: ThreadChannelRecord = {
    kind: 'thread',
    id: message.id,
    guildId: channel.guildId,
    type:
      channel.type === ChannelType.GuildAnnouncement
        ? ChannelType.AnnouncementThread
        : ChannelType.PublicThread,
    name: draft.name,
    lastMessageId: null,
    thread: {
      parentId: channel.id,
      ownerId: draft.ownerId,
      createdAt: discordTimestamp(world.clock.now()),
      autoArchiveDuration: draft.autoArchiveDuration ?? ThreadAutoArchiveDuration.OneDay,
      archived: false,
      locked: false,
      messageCount: 0,
    },
  };
  world.channels.set(thread.id, thread);
  message.flags = (message.flags ?? 0) | MessageFlags.HasThread;
  world.events.emit({ type: 'channel-created', channel: thread });
  world.events.emit({ type: 'message-updated', stored });
  return thread;
}
