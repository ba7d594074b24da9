import {
  ChannelFlags,
  ChannelType,
  ForumLayoutType,
  ThreadAutoArchiveDuration,
  ThreadMemberFlags,
} from 'discord-api-types/v10';
import type {
  APIAnnouncementThreadChannel,
  APIDMChannel,
  APIGuildCategoryChannel,
  APIGuildForumChannel,
  APIGuildForumDefaultReactionEmoji,
  APINewsChannel,
  APIPrivateThreadChannel,
  APIPublicThreadChannel,
  APITextChannel,
  APIThreadMember,
  APIUser,
} from 'discord-api-types/v10';
import { discordTimestamp } from './discord-timestamp.ts';
import type {
  DirectChannelRecord,
  GuildChannelRecord,
  TextChannelRecord,
  ThreadChannelRecord,
  ThreadMemberRecord,
} from './records.ts';

export type DescribedGuildChannel =
  | APITextChannel
  | APINewsChannel
  | APIGuildForumChannel
  | APIGuildCategoryChannel;
export type DescribedThread = APIPublicThreadChannel | APIAnnouncementThreadChannel | APIPrivateThreadChannel;

/** A channel of a server as REST and gateway show it. */
export function describeChannel(channel: GuildChannelRecord): DescribedGuildChannel | DescribedThread {
  return channel.kind === 'channel' ? describeTextChannel(channel) : describeThread(channel);
}

export function describeTextChannel(channel: TextChannelRecord): DescribedGuildChannel {
  const place = {
    id: channel.id,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    nsfw: channel.nsfw,
    permission_overwrites: channel.overwrites,
  };
  const talk = {
    topic: channel.topic,
    rate_limit_per_user: channel.slowmode,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPin,
    default_auto_archive_duration: channel.autoArchiveDuration ?? ThreadAutoArchiveDuration.OneDay,
    default_thread_rate_limit_per_user: channel.threadSlowmode ?? 0,
  };
  switch (channel.type) {
    case ChannelType.GuildText:
      return { ...place, ...talk, type: ChannelType.GuildText, flags: NO_FLAGS };
    case ChannelType.GuildAnnouncement:
      return { ...place, ...talk, type: ChannelType.GuildAnnouncement, flags: NO_FLAGS };
    case ChannelType.GuildCategory:
      return { ...place, parent_id: null, type: ChannelType.GuildCategory, flags: NO_FLAGS };
    case ChannelType.GuildForum:
      return {
        ...place,
        ...talk,
        type: ChannelType.GuildForum,
        flags: channel.forum?.requireTag === true ? ChannelFlags.RequireTag : NO_FLAGS,
        available_tags: channel.forum?.tags ?? [],
        default_reaction_emoji: describeReaction(channel.forum?.reaction),
        default_sort_order: channel.forum?.sortOrder ?? null,
        default_forum_layout: channel.forum?.layout ?? ForumLayoutType.NotSet,
      };
  }
}

/** Emoji of servers do not exist in the sandbox. */
function describeReaction(emoji: string | null | undefined): APIGuildForumDefaultReactionEmoji | null {
  return emoji === undefined || emoji === null ? null : { emoji_id: null, emoji_name: emoji };
}

export function describeThread(channel: ThreadChannelRecord): DescribedThread {
  const { thread } = channel;
  const common = {
    id: channel.id,
    guild_id: channel.guildId,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPin,
    rate_limit_per_user: channel.slowmode,
    message_count: thread.messageCount,
    member_count: thread.members.length,
    total_message_sent: thread.messageCount + (thread.deletedCount ?? 0),
    flags: thread.pinned === true ? ChannelFlags.Pinned : NO_FLAGS,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: discordTimestamp(new Date(thread.archivedAt)),
      auto_archive_duration: thread.autoArchiveDuration,
      locked: thread.locked,
      create_timestamp: discordTimestamp(new Date(thread.createdAt)),
    },
  };
  switch (channel.type) {
    case ChannelType.PublicThread:
      return { ...common, applied_tags: thread.appliedTags, type: ChannelType.PublicThread };
    case ChannelType.AnnouncementThread:
      return { ...common, type: ChannelType.AnnouncementThread };
    case ChannelType.PrivateThread:
      return {
        ...common,
        type: ChannelType.PrivateThread,
        thread_metadata: { ...common.thread_metadata, invitable: thread.invitable },
      };
  }
}

/** Both ids are always there in what the sandbox sends. */
export type DescribedThreadMember = APIThreadMember & { id: string; user_id: string };

export function describeThreadMember(channelId: string, member: ThreadMemberRecord): DescribedThreadMember {
  return {
    id: channelId,
    user_id: member.userId,
    join_timestamp: discordTimestamp(new Date(member.joinedAt)),
    flags: ThreadMemberFlags.HasInteracted,
  };
}

export function describeDirectChannel(channel: DirectChannelRecord, recipient: APIUser): APIDMChannel {
  return {
    id: channel.id,
    name: null,
    type: ChannelType.DM,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPin,
    recipients: [recipient],
    flags: NO_FLAGS,
  };
}

/** Typed as a number because the flag enum has no member for zero. */
const NO_FLAGS: number = 0;
