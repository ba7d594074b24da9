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
