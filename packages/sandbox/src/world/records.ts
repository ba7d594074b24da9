/** What the sandbox remembers of a server, in as few words as its answers need. `describe-*.ts` turn records into Discord's objects. */
import type {
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  Locale,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';

export interface PersonRecord {
  user: APIUser;
  locale: Locale;
}

export interface MemberRecord {
  userId: string;
  nick: string | null;
  roleIds: string[];
  joinedAt: string;
}

export interface GuildRecord {
  id: string;
  name: string;
  ownerId: string;
  preferredLocale: Locale;
  roles: APIRole[];
  members: MemberRecord[];
}

export interface ThreadRecord {
  parentId: string;
  ownerId: string;
  createdAt: string;
  autoArchiveDuration: ThreadAutoArchiveDuration;
  archived: boolean;
  locked: boolean;
  messageCount: number;
}

export interface TextChannelRecord {
  kind: 'channel';
  id: string;
  guildId: string;
  type: ChannelType.GuildText | ChannelType.GuildAnnouncement;
  name: string;
  topic: string | null;
  position: number;
  overwrites: APIOverwrite[];
  lastMessageId: string | null;
}

export interface ThreadChannelRecord {
  kind: 'thread';
  id: string;
  guildId: string;
  type: ChannelType.PublicThread | ChannelType.AnnouncementThread;
  name: string;
  lastMessageId: string | null;
  thread: ThreadRecord;
}

export type ChannelRecord = TextChannelRecord | ThreadChannelRecord;

export interface InteractionNote {
  memberName: string;
  command: string;
}

export interface StoredMessage {
  /** As `GET /channels/…/messages/…` answers it. */
  message: APIMessage;
  guildId: string;
  ephemeralFor: string | null;
  note: InteractionNote | null;
  /** What Discord's specification says about `message`; empty when it fits. */
  violations: string[];
}
