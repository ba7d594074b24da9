import { ChannelType } from 'discord-api-types/payloads/v10';
import type { TemplateResult } from 'lit';
import { icons } from '../look/icons.ts';

interface ChannelLook {
  icon: TemplateResult;
  kind: string;
}

const thread: ChannelLook = { icon: icons.thread, kind: 'thread' };
const forum: ChannelLook = { icon: icons.forum, kind: 'forum' };
const looks: Partial<Record<ChannelType, ChannelLook>> = {
  [ChannelType.GuildAnnouncement]: { icon: icons.announcement, kind: 'announcement channel' },
  [ChannelType.GuildForum]: forum,
  [ChannelType.GuildMedia]: forum,
  [ChannelType.PublicThread]: thread,
  [ChannelType.PrivateThread]: thread,
  [ChannelType.AnnouncementThread]: thread,
};

export function channelIcon(type: ChannelType): TemplateResult {
  return looks[type]?.icon ?? icons.hash;
}

export function channelKind(type: ChannelType): string {
  return looks[type]?.kind ?? 'text channel';
}

const threadTypes = new Set<ChannelType>([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);
const forumTypes = new Set<ChannelType>([ChannelType.GuildForum, ChannelType.GuildMedia]);

export function isThread(type: ChannelType): boolean {
  return threadTypes.has(type);
}

/** A channel of posts, without messages of its own. */
export function isForum(type: ChannelType): boolean {
  return forumTypes.has(type);
}
