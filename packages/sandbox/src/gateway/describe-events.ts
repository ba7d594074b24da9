import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { WorldEvent } from '../world/events.ts';
import type { LiveInteraction } from '../world/interaction.ts';
import type { TextChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Announcement } from './announcement.ts';
import { describeChannelEvent, describeThreadMembers, describeTyping } from './describe-channel-events.ts';
import { describeGuildEvent, describeMemberEvent, describeRoleEvent } from './describe-guild-events.ts';
import {
  describeBulkDeletion,
  describeDeletion,
  describeMessageEvent,
  describePins,
  describeReaction,
  describeVote,
} from './describe-message-events.ts';

/** What a bot with these intents hears of something that happened. */
export function describeEvent(world: World, event: WorldEvent, intents: number): Announcement[] {
  switch (event.type) {
    case 'interaction-created':
      return describeInteraction(event.interaction);
    case 'message-created':
    case 'message-updated':
      return describeMessageEvent(world, event, intents);
    case 'message-deleted':
      return describeDeletion(world, event.stored);
    case 'messages-deleted':
      return describeBulkDeletion(world, event);
    case 'reaction-added':
    case 'reaction-removed':
    case 'reactions-cleared':
      return describeReaction(world, event);
    case 'vote-added':
    case 'vote-removed':
      return describeVote(world, event);
    case 'pins-changed':
      return describePins(world, event.channel);
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      return describeChannelEvent(world, event);
    case 'thread-members-changed':
      return describeThreadMembers(world, event, intents);
    case 'webhooks-changed':
      return describeWebhooks(event.channel);
    case 'role-created':
    case 'role-updated':
    case 'role-deleted':
      return describeRoleEvent(event);
    case 'member-joined':
    case 'member-updated':
    case 'member-left':
      return describeMemberEvent(world, event);
    case 'guild-updated':
    case 'guild-joined':
    case 'guild-left':
    case 'guild-lost':
    case 'guild-found':
      return describeGuildEvent(world, event, intents);
    case 'typing':
      return describeTyping(world, event);
    case 'commands-changed':
    case 'interaction-thinking':
    case 'interaction-modal':
    case 'interaction-acknowledged':
    case 'interaction-failed':
    case 'bot':
    case 'clock':
    case 'judged':
      return [];
  }
}

function describeInteraction({ guildId, payload }: LiveInteraction): Announcement[] {
  return [{ guildId, intent: 0, dispatch: { t: GatewayDispatchEvents.InteractionCreate, d: payload } }];
}

function describeWebhooks({ id, guildId }: TextChannelRecord): Announcement[] {
  const d = { channel_id: id, guild_id: guildId };
  const dispatch = { t: GatewayDispatchEvents.WebhooksUpdate, d } as const;
  return [{ guildId, intent: GatewayIntentBits.GuildWebhooks, dispatch }];
}
