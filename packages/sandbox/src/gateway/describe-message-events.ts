import { GatewayDispatchEvents, GatewayIntentBits, ReactionType } from 'discord-api-types/v10';
import { describeMember } from '../world/describe-member.ts';
import type { WorldEvent } from '../world/events.ts';
import { isPublic } from '../world/messages.ts';
import { canView } from '../world/permissions.ts';
import { readableMessage } from '../world/readable-message.ts';
import type { ChannelRecord, StoredMessage } from '../world/records.ts';
import { findMember, findUser, type World } from '../world/world.ts';
import type { Announcement } from './announcement.ts';

export function describeMessageEvent(
  world: World,
  event: Extract<WorldEvent, { type: 'message-created' | 'message-updated' }>,
  intents: number,
): Announcement[] {
  const { stored } = event;
  if (!isHeard(world, stored)) return [];
  const { guildId } = stored;
  const member = findMember(world, guildId, stored.message.author.id);
  const { user: _, ...partialMember } =
    member === undefined ? { user: undefined } : describeMember(member, stored.message.author);
  const message = {
    ...readableMessage(world, stored, intents),
    ...inGuild(guildId),
    ...channelType(world, stored),
    ...('roles' in partialMember && { member: partialMember }),
    ...(event.type === 'message-created' && event.nonce !== null && { nonce: event.nonce }),
  };
  const dispatch =
    event.type === 'message-created'
      ? ({ t: GatewayDispatchEvents.MessageCreate, d: message } as const)
      : ({ t: GatewayDispatchEvents.MessageUpdate, d: message } as const);
  return [{ guildId, intent: messageIntent(guildId), dispatch }];
}

export function describeDeletion(world: World, stored: StoredMessage): Announcement[] {
  if (!isHeard(world, stored)) return [];
  const { id, channel_id } = stored.message;
  const { guildId } = stored;
  const d = { id, channel_id, ...inGuild(guildId) };
  return [
    { guildId, intent: messageIntent(guildId), dispatch: { t: GatewayDispatchEvents.MessageDelete, d } },
  ];
}

export function describeBulkDeletion(
  world: World,
  { channel, ids }: Extract<WorldEvent, { type: 'messages-deleted' }>,
): Announcement[] {
  if (!canView(world, channel, world.bot.id)) return [];
  const { guildId } = channel;
  const d = { ids, channel_id: channel.id, ...inGuild(guildId) };
  return [
    { guildId, intent: messageIntent(guildId), dispatch: { t: GatewayDispatchEvents.MessageDeleteBulk, d } },
  ];
}

type ReactionEvent = Extract<
  WorldEvent,
  { type: 'reaction-added' | 'reaction-removed' | 'reactions-cleared' }
>;

export function describeReaction(world: World, event: ReactionEvent): Announcement[] {
  const { stored } = event;
  if (!isHeard(world, stored)) return [];
  const { guildId, message } = stored;
  const intent =
    guildId === null ? GatewayIntentBits.DirectMessageReactions : GatewayIntentBits.GuildMessageReactions;
  const place = { channel_id: message.channel_id, message_id: message.id, ...inGuild(guildId) };
  if (event.type === 'reactions-cleared') {
    const dispatch =
      event.emoji === null
        ? ({ t: GatewayDispatchEvents.MessageReactionRemoveAll, d: place } as const)
        : ({
            t: GatewayDispatchEvents.MessageReactionRemoveEmoji,
            d: { ...place, emoji: { id: null, name: event.emoji } },
          } as const);
    return [{ guildId, intent, dispatch }];
  }
  const d = {
    ...place,
    user_id: event.userId,
    emoji: { id: null, name: event.emoji },
    burst: false,
    type: ReactionType.Normal,
  };
  const user = findUser(world, event.userId);
  const member = findMember(world, guildId, event.userId);
  const dispatch =
    event.type === 'reaction-removed'
      ? ({ t: GatewayDispatchEvents.MessageReactionRemove, d } as const)
      : ({
          t: GatewayDispatchEvents.MessageReactionAdd,
          d: {
            ...d,
            message_author_id: message.author.id,
            ...(member !== undefined && user !== undefined && { member: describeMember(member, user) }),
          },
        } as const);
  return [{ guildId, intent, dispatch }];
}

export function describeVote(
  world: World,
  event: Extract<WorldEvent, { type: 'vote-added' | 'vote-removed' }>,
): Announcement[] {
  const { stored, userId, answerId } = event;
  if (!isHeard(world, stored)) return [];
  const { guildId, message } = stored;
  const intent =
    guildId === null ? GatewayIntentBits.DirectMessagePolls : GatewayIntentBits.GuildMessagePolls;
  const d = {
    user_id: userId,
    channel_id: message.channel_id,
    message_id: message.id,
    answer_id: answerId,
    ...inGuild(guildId),
  };
  const dispatch =
    event.type === 'vote-added'
      ? ({ t: GatewayDispatchEvents.MessagePollVoteAdd, d } as const)
      : ({ t: GatewayDispatchEvents.MessagePollVoteRemove, d } as const);
  return [{ guildId, intent, dispatch }];
}

export function describePins(world: World, channel: ChannelRecord): Announcement[] {
  if (!canView(world, channel, world.bot.id)) return [];
  const { guildId } = channel;
  const d = {
    channel_id: channel.id,
    ...inGuild(guildId),
    last_pin_timestamp: channel.lastPin,
  };
  return [
    {
      guildId,
      intent: guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.Guilds,
      dispatch: { t: GatewayDispatchEvents.ChannelPinsUpdate, d },
    },
  ];
}

function isHeard(world: World, stored: StoredMessage): boolean {
  const channel = world.channels.get(stored.message.channel_id);
  return channel !== undefined && isPublic(stored) && canView(world, channel, world.bot.id);
}

/** By it bots tell messages between two from those of channels that they do not know yet. */
function channelType(world: World, stored: StoredMessage): { channel_type?: ChannelRecord['type'] } {
  const channel = world.channels.get(stored.message.channel_id);
  return channel === undefined ? {} : { channel_type: channel.type };
}

function messageIntent(guildId: string | null): number {
  return guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function inGuild(guildId: string | null): { guild_id?: string } {
  return guildId === null ? {} : { guild_id: guildId };
}
