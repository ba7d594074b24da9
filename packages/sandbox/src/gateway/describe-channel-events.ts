import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { describeTextChannel, describeThread, describeThreadMember } from '../world/describe-channel.ts';
import { describeMember } from '../world/describe-member.ts';
import type { WorldEvent } from '../world/events.ts';
import { canView } from '../world/permissions.ts';
import type { TextChannelRecord, ThreadChannelRecord } from '../world/records.ts';
import { findMember, findUser, type World } from '../world/world.ts';
import type { Announcement } from './announcement.ts';
import type { Dispatch } from './session.ts';

type ChannelEvent = Extract<WorldEvent, { type: 'channel-created' | 'channel-updated' | 'channel-deleted' }>;

/** Bots hear of channels they cannot enter, too: that is how they learn that they were locked out. Private threads are only for those in them. */
export function describeChannelEvent(world: World, event: ChannelEvent): Announcement[] {
  const { channel } = event;
  // Not to bots, since version 8; https://docs.discord.com/developers/change-log
  if (channel.kind === 'direct') return [];
  if (channel.kind === 'thread' && !canView(world, channel, world.bot.id)) return [];
  return [
    {
      guildId: channel.guildId,
      intent: GatewayIntentBits.Guilds,
      dispatch:
        channel.kind === 'thread'
          ? describeThreadDispatch(event, channel)
          : describeChannelDispatch(event, channel),
    },
  ];
}

type ThreadMembersEvent = Extract<WorldEvent, { type: 'thread-members-changed' }>;

/** Without GUILD_MEMBERS a bot hears only of its own coming and going; https://docs.discord.com/developers/events/gateway-events#thread-members-update */
export function describeThreadMembers(
  world: World,
  event: ThreadMembersEvent,
  intents: number,
): Announcement[] {
  const { channel, removedIds } = event;
  const all = (intents & GatewayIntentBits.GuildMembers) !== 0;
  const added = event.added.filter((member) => all || member.userId === world.bot.id);
  const removed = removedIds.filter((userId) => all || userId === world.bot.id);
  if (added.length === 0 && removed.length === 0) return [];
  const d = {
    id: channel.id,
    guild_id: channel.guildId,
    member_count: channel.thread.members.length,
    ...(added.length > 0 && {
      added_members: added.map((member) => ({
        ...describeThreadMember(channel.id, member),
        presence: null,
        ...describedMember(world, channel.guildId, member.userId),
      })),
    }),
    ...(removed.length > 0 && { removed_member_ids: removed }),
  };
  return [
    {
      guildId: channel.guildId,
      intent: GatewayIntentBits.Guilds,
      dispatch: { t: GatewayDispatchEvents.ThreadMembersUpdate, d },
    },
  ];
}

export function describeTyping(
  world: World,
  { channel, user }: Extract<WorldEvent, { type: 'typing' }>,
): Announcement[] {
  const { guildId } = channel;
  return [
    {
      guildId,
      intent: guildId === null ? GatewayIntentBits.DirectMessageTyping : GatewayIntentBits.GuildMessageTyping,
      dispatch: {
        t: GatewayDispatchEvents.TypingStart,
        d: {
          channel_id: channel.id,
          ...(guildId !== null && { guild_id: guildId }),
          user_id: user.id,
          timestamp: Math.floor(world.clock.now().getTime() / 1_000),
        },
      },
    },
  ];
}

function describedMember(world: World, guildId: string, userId: string) {
  const member = findMember(world, guildId, userId);
  const user = findUser(world, userId);
  return member === undefined || user === undefined ? {} : { member: describeMember(member, user) };
}

function describeChannelDispatch({ type }: ChannelEvent, channel: TextChannelRecord): Dispatch {
  const d = { ...describeTextChannel(channel), guild_id: channel.guildId };
  if (type === 'channel-created') return { t: GatewayDispatchEvents.ChannelCreate, d };
  if (type === 'channel-updated') return { t: GatewayDispatchEvents.ChannelUpdate, d };
  return { t: GatewayDispatchEvents.ChannelDelete, d };
}

function describeThreadDispatch({ type }: ChannelEvent, channel: ThreadChannelRecord): Dispatch {
  const d = { ...describeThread(channel), guild_id: channel.guildId };
  if (type === 'channel-created') {
    return { t: GatewayDispatchEvents.ThreadCreate, d: { ...d, newly_created: true } };
  }
  if (type === 'channel-updated') return { t: GatewayDispatchEvents.ThreadUpdate, d };
  const { id, type: threadType, guild_id } = d;
  return {
    t: GatewayDispatchEvents.ThreadDelete,
    d: { id, type: threadType, guild_id, parent_id: channel.thread.parentId },
  };
}
