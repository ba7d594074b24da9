import { ChannelType, ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import type {
  APIAnnouncementThreadChannel,
  APINewsChannel,
  APIPublicThreadChannel,
  APITextChannel,
} from 'discord-api-types/v10';
import { discordTimestamp } from './discord-timestamp.ts';
import type { ChannelRecord, TextChannelRecord, ThreadChannelRecord } from './records.ts';

export type DescribedChannel =
  | APITextChannel
  | APINewsChannel
  | APIPublicThreadChannel
  | APIAnnouncementThreadChannel;

/** A channel as REST and gateway show it. */
export function describeChannel(channel: ChannelRecord): DescribedChannel {
  return channel.kind === 'channel' ? describeTextChannel(channel) : describeThread(channel);
}

export function describeTextChannel(channel: TextChannelRecord): APITextChannel | APINewsChannel {
  const common = {
    id: channel.id,
    guild_id: channel.guildId,
    name: channel.name,
    topic: channel.topic,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: null,
    permission_overwrites: channel.overwrites,
    default_auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
    flags: NO_FLAGS,
  };
  return channel.type === ChannelType.GuildText
    ? { ...common, type: ChannelType.GuildText }
    : { ...common, type: ChannelType.GuildAnnouncement };
}

export function describeThread(
  channel: ThreadChannelRecord,
): APIPublicThreadChannel | APIAnnouncementThreadChannel {
  const { thread } = channel;
  const common = {
    id: channel.id,
    guild_id: channel.guildId,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: null,
    rate_limit_per_user: 0,
    message_count: thread.messageCount,
    // The one who opened it; the sandbox does not track who else joined.
    member_count: 1,
    total_message_sent: thread.messageCount,
    flags: NO_FLAGS,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: discordTimestamp(new Date(thread.createdAt)),
      auto_archive_duration: thread.autoArchiveDuration,
      locked: thread.locked,
      create_timestamp: discordTimestamp(new Date(thread.createdAt)),
    },
  };
  return channel.type === ChannelType.PublicThread
    ? { ...common, type: ChannelType.PublicThread }
    : { ...common, type: ChannelType.AnnouncementThread };
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;
