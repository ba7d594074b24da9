/** What the sandbox remembers of a server, in as few words as its answers need. `describe-*.ts` turn records into Discord's objects. */
import type {
  APIGuildForumTag,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  ForumLayoutType,
  Locale,
  SortOrderType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import type { MessageFiles } from './message-files.ts';

export interface PersonRecord {
  user: APIUser;
  locale: Locale;
  /** Takes no messages from the bot. */
  refusesDirectMessages?: boolean;
}

export interface MemberRecord {
  userId: string;
  nick: string | null;
  roleIds: string[];
  joinedAt: string;
  /** Timed out until then. */
  mutedUntil?: string | null;
}

export interface GuildRecord {
  id: string;
  name: string;
  ownerId: string;
  preferredLocale: Locale;
  roles: APIRole[];
  members: MemberRecord[];
}

export interface ThreadMemberRecord {
  userId: string;
  joinedAt: string;
}

export interface ThreadRecord {
  parentId: string;
  ownerId: string;
  createdAt: string;
  autoArchiveDuration: ThreadAutoArchiveDuration;
  archived: boolean;
  /** When `archived` or the time until then last changed. */
  archivedAt: string;
  locked: boolean;
  /** Members without MANAGE_THREADS may add others to a private thread. */
  invitable: boolean;
  messageCount: number;
  /** Those that were deleted count on; left out where none was. */
  deletedCount?: number;
  members: ThreadMemberRecord[];
  appliedTags: string[];
  /** Stands first in its forum. */
  pinned?: boolean;
}

/** What only a forum has. */
export interface ForumRecord {
  tags: APIGuildForumTag[];
  requireTag: boolean;
  /** A Unicode emoji. */
  reaction?: string | null;
  sortOrder?: SortOrderType | null;
  layout?: ForumLayoutType;
}

export interface TextChannelRecord {
  kind: 'channel';
  id: string;
  guildId: string;
  type:
    | ChannelType.GuildText
    | ChannelType.GuildAnnouncement
    | ChannelType.GuildForum
    | ChannelType.GuildCategory;
  name: string;
  topic: string | null;
  position: number;
  parentId: string | null;
  nsfw: boolean;
  slowmode: number;
  /** What new threads begin with. */
  threadSlowmode?: number;
  autoArchiveDuration: ThreadAutoArchiveDuration | null;
  overwrites: APIOverwrite[];
  lastMessageId: string | null;
  lastPin: string | null;
  forum: ForumRecord | null;
}

export interface ThreadChannelRecord {
  kind: 'thread';
  id: string;
  guildId: string;
  type: ChannelType.PublicThread | ChannelType.AnnouncementThread | ChannelType.PrivateThread;
  name: string;
  slowmode: number;
  lastMessageId: string | null;
  lastPin: string | null;
  thread: ThreadRecord;
}

/** The bot and one person. */
export interface DirectChannelRecord {
  kind: 'direct';
  id: string;
  guildId: null;
  type: ChannelType.DM;
  recipientId: string;
  lastMessageId: string | null;
  lastPin: string | null;
}

export type GuildChannelRecord = TextChannelRecord | ThreadChannelRecord;
export type ChannelRecord = GuildChannelRecord | DirectChannelRecord;

export interface WebhookRecord {
  id: string;
  token: string;
  name: string;
  guildId: string;
  channelId: string;
  creatorId: string;
}

export interface AttachmentRecord {
  id: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface ReactionRecord {
  /** A Unicode emoji: servers of the sandbox have none of their own. */
  emoji: string;
  userIds: string[];
}

export interface InteractionNote {
  memberName: string;
  command: string;
}

export interface StoredMessage {
  /** As `GET /channels/…/messages/…` answers it. */
  message: APIMessage;
  /** Where embeds or components show some of its files: `message.attachments` lists only the others. */
  files?: MessageFiles;
  guildId: string | null;
  ephemeralFor: string | null;
  note: InteractionNote | null;
  reactions?: ReactionRecord[];
  /** Who voted for which answer of the message's poll. */
  votes?: { answerId: number; userId: string }[];
  pinnedAt?: string;
}
