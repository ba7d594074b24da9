import { ChannelFlags, ChannelType, ForumLayoutType } from 'discord-api-types/v10';
import type {
  APIGuildForumTag,
  APIOverwrite,
  OverwriteType,
  SortOrderType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { readBits } from './permission-bits.ts';
import type { ForumRecord, GuildRecord, TextChannelRecord } from './records.ts';
import { deleteThread } from './threads.ts';
import { channelsOf, type World } from './world.ts';

export interface OverwriteDraft {
  id: string;
  type?: OverwriteType | null;
  allow?: string | number | null;
  deny?: string | number | null;
}

export interface TagDraft {
  id?: string | null;
  name: string;
  emoji_id?: string | null;
  emoji_name?: string | null;
  moderated?: boolean | null;
}

/** What a request says of a channel; only what it names changes. */
export interface ChannelChanges {
  name?: string;
  type?: ChannelType | null;
  topic?: string | null;
  position?: number | null;
  parent_id?: string | null;
  nsfw?: boolean | null;
  rate_limit_per_user?: number | null;
  default_auto_archive_duration?: ThreadAutoArchiveDuration | null;
  default_thread_rate_limit_per_user?: number | null;
  default_reaction_emoji?: { emoji_id?: string | null; emoji_name?: string | null } | null;
  default_sort_order?: SortOrderType | null;
  default_forum_layout?: ForumLayoutType | null;
  permission_overwrites?: OverwriteDraft[] | null;
  available_tags?: (TagDraft | null)[] | null;
  flags?: number | null;
}

/** Kinds of channels the sandbox knows. */
export function isKnownType(type: ChannelType): type is TextChannelRecord['type'] {
  return (
    type === ChannelType.GuildText ||
    type === ChannelType.GuildAnnouncement ||
    type === ChannelType.GuildForum ||
    type === ChannelType.GuildCategory
  );
}

export function createChannel(
  world: World,
  guild: GuildRecord,
  draft: ChannelChanges & { name: string; type: TextChannelRecord['type'] },
): TextChannelRecord {
  const channel: TextChannelRecord = {
    kind: 'channel',
    id: world.snowflakes.next(),
    guildId: guild.id,
    type: draft.type,
    name: channelName(draft.type, draft.name),
    topic: null,
    position: channelsOf(world, guild.id).filter((one) => one.kind === 'channel').length,
    parentId: null,
    nsfw: false,
    slowmode: 0,
    autoArchiveDuration: null,
    overwrites: [],
    lastMessageId: null,
    lastPin: null,
    forum: draft.type === ChannelType.GuildForum ? { tags: [], requireTag: false } : null,
  };
  apply(world, channel, draft);
  world.channels.set(channel.id, channel);
  world.events.emit({ type: 'channel-created', channel });
  return channel;
}

export function changeChannel(world: World, channel: TextChannelRecord, changes: ChannelChanges): void {
  apply(world, channel, changes);
  world.events.emit({ type: 'channel-updated', channel });
}

export function setOverwrite(world: World, channel: TextChannelRecord, overwrite: APIOverwrite): void {
  const others = channel.overwrites.filter((candidate) => candidate.id !== overwrite.id);
  channel.overwrites = [...others, overwrite];
  world.events.emit({ type: 'channel-updated', channel });
}

export function removeOverwrite(world: World, channel: TextChannelRecord, id: string): void {
  channel.overwrites = channel.overwrites.filter((candidate) => candidate.id !== id);
  world.events.emit({ type: 'channel-updated', channel });
}

/** With its threads and messages; the channels of a category stay. */
export function deleteChannel(world: World, channel: TextChannelRecord): void {
  for (const other of channelsOf(world, channel.guildId)) {
    if (other.kind === 'thread' && other.thread.parentId === channel.id) deleteThread(world, other);
    else if (other.kind === 'channel' && other.parentId === channel.id) {
      changeChannel(world, other, { parent_id: null });
    }
  }
  for (const webhook of world.webhooks.values()) {
    if (webhook.channelId === channel.id) world.webhooks.delete(webhook.id);
  }
  world.messages.delete(channel.id);
  world.channels.delete(channel.id);
  world.events.emit({ type: 'channel-deleted', channel });
}

function apply(world: World, channel: TextChannelRecord, changes: ChannelChanges): void {
  if (changes.name !== undefined) channel.name = channelName(channel.type, changes.name);
  channel.position = changes.position ?? channel.position;
  channel.nsfw = changes.nsfw ?? channel.nsfw;
  channel.slowmode = changes.rate_limit_per_user ?? channel.slowmode;
  if (changes.topic !== undefined) channel.topic = changes.topic;
  if (changes.parent_id !== undefined) channel.parentId = changes.parent_id;
  if (changes.default_auto_archive_duration !== undefined) {
    channel.autoArchiveDuration = changes.default_auto_archive_duration;
  }
  channel.threadSlowmode = changes.default_thread_rate_limit_per_user ?? channel.threadSlowmode ?? 0;
  if (changes.permission_overwrites !== undefined) {
    channel.overwrites = readOverwrites(changes.permission_overwrites);
  }
  // Text and announcement channels may become one another; all others stay what they are.
  if (isTalk(changes.type) && isTalk(channel.type)) channel.type = changes.type;
  if (channel.forum !== null) applyToForum(world, channel.forum, changes);
}

function applyToForum(world: World, forum: ForumRecord, changes: ChannelChanges): void {
  if (changes.available_tags !== undefined) {
    forum.tags = (changes.available_tags ?? [])
      .filter((tag) => tag !== null)
      .map((tag) => readTag(world, tag));
  }
  if (changes.flags !== undefined) {
    forum.requireTag = ((changes.flags ?? 0) & ChannelFlags.RequireTag) !== 0;
  }
  if (changes.default_reaction_emoji !== undefined) {
    forum.reaction = changes.default_reaction_emoji?.emoji_name ?? null;
  }
  if (changes.default_sort_order !== undefined) forum.sortOrder = changes.default_sort_order;
  forum.layout = changes.default_forum_layout ?? forum.layout ?? ForumLayoutType.NotSet;
}

/** Only categories keep capital letters and spaces. */
function channelName(type: ChannelType, name: string): string {
  const trimmed = name.trim();
  return type === ChannelType.GuildCategory ? trimmed : trimmed.toLowerCase().replaceAll(/\s+/g, '-');
}

export function readOverwrites(drafts: readonly OverwriteDraft[] | null | undefined): APIOverwrite[] {
  return (drafts ?? []).map((draft, index) => readOverwrite(draft, ['permission_overwrites', index]));
}

export function readOverwrite(
  { id, type, allow, deny }: OverwriteDraft,
  path: readonly (string | number)[] = [],
): APIOverwrite {
  return {
    id,
    type: type ?? 0,
    allow: readBits(allow ?? 0, [...path, 'allow']).toString(),
    deny: readBits(deny ?? 0, [...path, 'deny']).toString(),
  };
}

function isTalk(
  type: ChannelType | null | undefined,
): type is ChannelType.GuildText | ChannelType.GuildAnnouncement {
  return type === ChannelType.GuildText || type === ChannelType.GuildAnnouncement;
}

function readTag(world: World, draft: TagDraft): APIGuildForumTag {
  return {
    id: draft.id ?? world.snowflakes.next(),
    name: draft.name,
    moderated: draft.moderated ?? false,
    emoji_id: draft.emoji_id ?? null,
    emoji_name: draft.emoji_name ?? null,
  };
}
