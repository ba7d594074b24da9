import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { APIMessage, GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import { describeTextChannel, describeThread } from '../world/describe-channel.ts';
import { describeGuild } from '../world/describe-guild.ts';
import { describeMember } from '../world/describe-member.ts';
import { describeMessage } from '../world/describe-message.ts';
import type { WorldEvent } from '../world/events.ts';
import { isPublic } from '../world/messages.ts';
import { canView } from '../world/permissions.ts';
import type { GuildRecord, StoredMessage, TextChannelRecord, ThreadChannelRecord } from '../world/records.ts';
import { channelsOf, findMember, findUser, type World } from '../world/world.ts';
import type { Dispatch } from './session.ts';

export interface Announcement {
  guildId: string;
  /** The intent a bot needs to hear it; 0 for what everybody hears. */
  intent: number;
  dispatch: Dispatch;
}

/** What the bot hears of something that happened, or null when it hears nothing. */
export function describeEvent(world: World, event: WorldEvent, intents: number): Announcement | null {
  switch (event.type) {
    case 'interaction-created': {
      const { interaction } = event;
      return {
        guildId: interaction.guildId,
        intent: 0,
        dispatch: { t: GatewayDispatchEvents.InteractionCreate, d: interaction.payload },
      };
    }
    case 'message-created':
    case 'message-updated':
      return describeMessageEvent(world, event, intents);
    case 'message-deleted':
      return describeDeletion(world, event.stored);
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      return describeChannelEvent(world, event);
    case 'typing':
      return {
        guildId: event.guildId,
        intent: GatewayIntentBits.GuildMessageTyping,
        dispatch: {
          t: GatewayDispatchEvents.TypingStart,
          d: {
            channel_id: event.channelId,
            guild_id: event.guildId,
            user_id: event.user.id,
            timestamp: Math.floor(world.clock.now().getTime() / 1_000),
          },
        },
      };
    case 'commands-changed':
    case 'interaction-thinking':
    case 'interaction-modal':
    case 'interaction-acknowledged':
    case 'interaction-failed':
    case 'bot':
    case 'clock':
      return null;
  }
}

/** A server as the bot learns of it after READY. */
export function describeGuildCreate(world: World, guild: GuildRecord): GatewayGuildCreateDispatchData {
  const channels = channelsOf(world, guild.id);
  const members = guild.members.flatMap((member) => {
    const user = findUser(world, member.userId);
    return user === undefined ? [] : [describeMember(member, user)];
  });
  return {
    ...describeGuild(guild),
    joined_at: findMember(world, guild.id, world.bot.id)?.joinedAt ?? '',
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    members,
    channels: channels.flatMap((channel) =>
      channel.kind === 'channel' ? [describeTextChannel(channel)] : [],
    ),
    threads: channels.flatMap((channel) => (channel.kind === 'thread' ? [describeThread(channel)] : [])),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function describeMessageEvent(
  world: World,
  event: Extract<WorldEvent, { type: 'message-created' | 'message-updated' }>,
  intents: number,
): Announcement | null {
  const { stored } = event;
  if (!isHeard(world, stored)) return null;
  const { guildId } = stored;
  const member = findMember(world, guildId, stored.message.author.id);
  const { user: _, ...partialMember } =
    member === undefined ? { user: undefined } : describeMember(member, stored.message.author);
  const message = {
    ...visibleTo(world, describeMessage(world, stored), intents),
    guild_id: guildId,
    ...('roles' in partialMember && { member: partialMember }),
    ...(event.type === 'message-created' && event.nonce !== null && { nonce: event.nonce }),
  };
  return {
    guildId,
    intent: GatewayIntentBits.GuildMessages,
    dispatch:
      event.type === 'message-created'
        ? { t: GatewayDispatchEvents.MessageCreate, d: message }
        : { t: GatewayDispatchEvents.MessageUpdate, d: message },
  };
}

/** Without MESSAGE_CONTENT a bot reads its own messages and those that mention it, the others are empty. */
function visibleTo(world: World, message: APIMessage, intents: number): APIMessage {
  const readable =
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.author.id === world.bot.id ||
    message.mentions.some((user) => user.id === world.bot.id);
  return readable ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

function describeDeletion(world: World, stored: StoredMessage): Announcement | null {
  if (!isHeard(world, stored)) return null;
  const { id, channel_id } = stored.message;
  return {
    guildId: stored.guildId,
    intent: GatewayIntentBits.GuildMessages,
    dispatch: {
      t: GatewayDispatchEvents.MessageDelete,
      d: { id, channel_id, guild_id: stored.guildId },
    },
  };
}

function isHeard(world: World, stored: StoredMessage): boolean {
  const channel = world.channels.get(stored.message.channel_id);
  return channel !== undefined && isPublic(stored) && canView(world, channel, world.bot.id);
}

type ChannelEvent = Extract<WorldEvent, { type: 'channel-created' | 'channel-updated' | 'channel-deleted' }>;

/** Bots hear of channels they cannot enter, too: that is how they learn that they were locked out. */
function describeChannelEvent(world: World, event: ChannelEvent): Announcement {
  const { channel } = event;
  return {
    guildId: channel.guildId,
    intent: GatewayIntentBits.Guilds,
    dispatch:
      channel.kind === 'thread'
        ? describeThreadDispatch(event, channel)
        : describeChannelDispatch(event, channel),
  };
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
