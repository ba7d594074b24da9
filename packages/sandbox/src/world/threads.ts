import {
  ChannelFlags,
  ChannelType,
  MessageFlags,
  MessageType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';
import { DiscordError } from './discord-error.ts';
import { discordTimestamp } from './discord-timestamp.ts';
import { messagesIn } from './messages.ts';
import type { StoredMessage, TextChannelRecord, ThreadChannelRecord } from './records.ts';
import { findUser, type World } from './world.ts';
import { createMessage } from './write-message.ts';

interface ThreadDraft {
  name: string;
  ownerId: string;
  autoArchiveDuration?: ThreadAutoArchiveDuration | null | undefined;
  slowmode?: number | null | undefined;
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
  const type =
    channel.type === ChannelType.GuildAnnouncement
      ? ChannelType.AnnouncementThread
      : ChannelType.PublicThread;
  const thread = openThread(world, channel, { ...draft, id: message.id, type });
  message.flags = (message.flags ?? 0) | MessageFlags.HasThread;
  world.events.emit({ type: 'message-updated', stored });
  sayWhereItBegan(world, thread, stored);
  return thread;
}

/** The first line of a thread is what it began with; https://docs.discord.com/developers/resources/message#message-object-message-types */
function sayWhereItBegan(world: World, thread: ThreadChannelRecord, stored: StoredMessage): void {
  const author = findUser(world, thread.thread.ownerId);
  if (author === undefined) return;
  const { referenced_message: _, ...quoted } = stored.message;
  createMessage(world, {
    channel: thread,
    author,
    body: {},
    extra: {
      type: MessageType.ThreadStarterMessage,
      message_reference: {
        type: 0,
        message_id: quoted.id,
        channel_id: quoted.channel_id,
        guild_id: thread.guildId,
      },
      referenced_message: quoted,
    },
  });
}

/** A thread that begins with no message: its channel is told, unless the thread is private. */
export function startLooseThread(
  world: World,
  channel: TextChannelRecord,
  draft: ThreadDraft & Pick<LooseDraft, 'type' | 'invitable'>,
): ThreadChannelRecord {
  const thread = openThread(world, channel, draft);
  const author = findUser(world, draft.ownerId);
  if (thread.type === ChannelType.PrivateThread || author === undefined) return thread;
  createMessage(world, {
    channel,
    author,
    body: { content: thread.name, allowed_mentions: { parse: [] } },
    extra: {
      type: MessageType.ThreadCreated,
      message_reference: { type: 0, channel_id: thread.id, guild_id: thread.guildId },
    },
  });
  return thread;
}

interface LooseDraft extends ThreadDraft {
  type: ThreadChannelRecord['type'];
  id?: string;
  invitable?: boolean;
  appliedTags?: string[];
}

/** A thread in which nothing is said yet, such as a post of a forum before its first message. */
export function openThread(world: World, channel: TextChannelRecord, draft: LooseDraft): ThreadChannelRecord {
  return placeThread(world, draftThread(world, channel, draft));
}

/** A thread that is not there yet: what is to be said in it may still be refused. */
export function draftThread(
  world: World,
  channel: TextChannelRecord,
  draft: LooseDraft,
): ThreadChannelRecord {
  refuseOneMore(world, channel.guildId, draft.type);
  const now = discordTimestamp(world.clock.now());
  return {
    kind: 'thread',
    id: draft.id ?? world.snowflakes.next(),
    guildId: channel.guildId,
    type: draft.type,
    name: draft.name.trim(),
    slowmode: draft.slowmode ?? channel.threadSlowmode ?? 0,
    lastMessageId: null,
    lastPin: null,
    thread: {
      parentId: channel.id,
      ownerId: draft.ownerId,
      createdAt: now,
      autoArchiveDuration:
        draft.autoArchiveDuration ?? channel.autoArchiveDuration ?? ThreadAutoArchiveDuration.OneDay,
      archived: false,
      archivedAt: now,
      locked: false,
      invitable: draft.invitable ?? true,
      messageCount: 0,
      members: [{ userId: draft.ownerId, joinedAt: now }],
      appliedTags: draft.appliedTags ?? [],
    },
  };
}

export function placeThread(world: World, thread: ThreadChannelRecord): ThreadChannelRecord {
  world.channels.set(thread.id, thread);
  world.events.emit({ type: 'channel-created', channel: thread });
  return thread;
}

export interface ThreadChanges {
  name?: string | null;
  archived?: boolean | null;
  locked?: boolean | null;
  invitable?: boolean | null;
  auto_archive_duration?: ThreadAutoArchiveDuration | null;
  rate_limit_per_user?: number | null;
  applied_tags?: string[] | null;
  /** Only those of forums can be pinned. */
  flags?: number | null;
}

export function changeThread(world: World, channel: ThreadChannelRecord, changes: ThreadChanges): void {
  const { thread } = channel;
  channel.name = changes.name?.trim() ?? channel.name;
  channel.slowmode = changes.rate_limit_per_user ?? channel.slowmode;
  thread.locked = changes.locked ?? thread.locked;
  thread.invitable = changes.invitable ?? thread.invitable;
  thread.appliedTags = changes.applied_tags ?? thread.appliedTags;
  if (changes.flags !== undefined && changes.flags !== null) {
    thread.pinned = (changes.flags & ChannelFlags.Pinned) !== 0;
  }
  const { archived, autoArchiveDuration } = thread;
  thread.archived = changes.archived ?? archived;
  thread.autoArchiveDuration = changes.auto_archive_duration ?? autoArchiveDuration;
  // https://docs.discord.com/developers/topics/threads#thread-fields
  if (archived !== thread.archived || autoArchiveDuration !== thread.autoArchiveDuration) {
    thread.archivedAt = discordTimestamp(world.clock.now());
  }
  world.events.emit({ type: 'channel-updated', channel });
}

/** A locked thread stays shut for all but those who manage threads, and a sleeping one needs room among those that are awake. */
export function refuseWaking(world: World, channel: ThreadChannelRecord, managesThreads: boolean): void {
  const { thread } = channel;
  if (thread.locked && !managesThreads) throw new DiscordError('lockedThread');
  if (thread.archived) refuseOneMore(world, channel.guildId, channel.type);
}

/** Writing in an archived thread wakes it. */
export function wakeThread(world: World, channel: ThreadChannelRecord): void {
  if (channel.thread.archived) changeThread(world, channel, { archived: false });
}

/** How many threads of a server may be awake. Discord documents the codes and keeps the number to itself; everybody reports a thousand, as in https://github.com/Copycord/Copycord/pull/15 */
const AWAKE = 1_000;

/** Those of announcements have a code of their own. */
export function refuseOneMore(world: World, guildId: string, type: ThreadChannelRecord['type']): void {
  const isNews = type === ChannelType.AnnouncementThread;
  let awake = 0;
  for (const channel of world.channels.values()) {
    const counts = channel.kind === 'thread' && channel.guildId === guildId && !channel.thread.archived;
    if (counts && (channel.type === ChannelType.AnnouncementThread) === isNews) awake += 1;
  }
  if (awake >= AWAKE) throw new DiscordError(isNews ? 'tooManyNewsThreads' : 'tooManyThreads');
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const PARTICIPANTS = 1_000;

export function joinThread(world: World, channel: ThreadChannelRecord, userId: string): void {
  const { thread } = channel;
  if (thread.members.some((member) => member.userId === userId)) return;
  if (thread.members.length >= PARTICIPANTS) throw new DiscordError('tooManyParticipants');
  const member = { userId, joinedAt: discordTimestamp(world.clock.now()) };
  thread.members.push(member);
  world.events.emit({ type: 'thread-members-changed', channel, added: [member], removedIds: [] });
}

export function leaveThread(world: World, channel: ThreadChannelRecord, userId: string): void {
  const { thread } = channel;
  if (!thread.members.some((member) => member.userId === userId)) return;
  thread.members = thread.members.filter((member) => member.userId !== userId);
  world.events.emit({ type: 'thread-members-changed', channel, added: [], removedIds: [userId] });
}

/** What was said in it goes with it. */
export function deleteThread(world: World, channel: ThreadChannelRecord): void {
  messagesIn(world, channel.id).length = 0;
  world.messages.delete(channel.id);
  world.events.emit({ type: 'channel-deleted', channel });
  world.channels.delete(channel.id);
}
