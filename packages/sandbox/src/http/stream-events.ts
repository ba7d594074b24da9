import type { DevelopmentClock } from '@communique/shared/clock';
import { InteractionType } from 'discord-api-types/v10';
import { describeSandboxMessage, isVisibleTo } from '../people/sandbox-message.ts';
import type { SandboxEvent } from '../people/protocol.ts';
import type { WorldEvent } from '../world/events.ts';
import { isThinking } from '../world/messages.ts';
import { canView } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** A quiet stream says something now and then, or the browser and what lies between give it up. */
const KEEP_ALIVE_MS = 20_000;

/** What a member sees happen, as server-sent events. */
export function streamEvents(
  world: World,
  clock: DevelopmentClock,
  memberId: string,
  request: Request,
): Response {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const unsubscribe = world.events.subscribe((event) => {
        for (const heard of describeAll(world, clock, memberId, event))
          write(`data: ${JSON.stringify(heard)}\n\n`);
      });
      const pulse = setInterval(() => write(': still here\n\n'), KEEP_ALIVE_MS);
      pulse.unref();
      stop = () => {
        unsubscribe();
        clearInterval(pulse);
      };
      request.signal.addEventListener('abort', () => stop());
      write(': connected\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' },
  });
}

/** Messages that were deleted together are told one by one. */
function describeAll(
  world: World,
  clock: DevelopmentClock,
  memberId: string,
  event: WorldEvent,
): SandboxEvent[] {
  if (event.type === 'messages-deleted') {
    const { channel, ids } = event;
    if (!canView(world, channel, memberId)) return [];
    return ids.map((messageId) => ({ type: 'message-deleted', channelId: channel.id, messageId }));
  }
  const heard = describeForMember(world, clock, memberId, event);
  return heard === null ? [] : [heard];
}

function describeForMember(
  world: World,
  clock: DevelopmentClock,
  memberId: string,
  event: WorldEvent,
): SandboxEvent | null {
  switch (event.type) {
    case 'message-created':
    case 'message-updated':
    case 'message-deleted':
      return describeMessageEvent(world, memberId, event);
    case 'reaction-added':
    case 'reaction-removed':
    case 'reactions-cleared':
    case 'vote-added':
    case 'vote-removed':
      return describeMessageEvent(world, memberId, { type: 'message-updated', stored: event.stored });
    case 'messages-deleted':
    case 'interaction-created':
    case 'pins-changed':
    case 'webhooks-changed':
      return null;
    case 'interaction-thinking':
    case 'interaction-modal':
    case 'interaction-acknowledged':
    case 'interaction-failed':
      return describeInteractionEvent(memberId, event);
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'thread-members-changed':
    case 'role-created':
    case 'role-updated':
    case 'role-deleted':
    case 'member-joined':
    case 'member-updated':
    case 'member-left':
    case 'guild-updated':
    case 'guild-joined':
    case 'guild-left':
    case 'guild-lost':
    case 'guild-found':
      return { type: 'channels' };
    case 'judged':
      return { type: 'judgements' };
    case 'commands-changed':
      return { type: 'commands' };
    case 'typing':
      return canView(world, event.channel, memberId) ? { type: 'typing', channelId: event.channel.id } : null;
    case 'bot':
      return { type: 'bot', online: event.online };
    case 'clock':
      return { type: 'clock', now: clock.now().toISOString(), offsetMilliseconds: clock.offset() };
  }
}

function describeMessageEvent(
  world: World,
  memberId: string,
  event: Extract<WorldEvent, { type: 'message-created' | 'message-updated' | 'message-deleted' }>,
): SandboxEvent | null {
  const { stored } = event;
  if (isThinking(stored) || !isVisibleTo(world, stored, memberId)) return null;
  const channelId = stored.message.channel_id;
  return event.type === 'message-deleted'
    ? { type: 'message-deleted', channelId, messageId: stored.message.id }
    : { type: 'message', channelId, message: describeSandboxMessage(world, stored, memberId) };
}

/** How an act goes on is between the bot and the member who acted; what is typed while completing makes no event. */
function describeInteractionEvent(
  memberId: string,
  event: Extract<
    WorldEvent,
    { type: 'interaction-thinking' | 'interaction-modal' | 'interaction-acknowledged' | 'interaction-failed' }
  >,
): SandboxEvent | null {
  const { interaction } = event;
  if (interaction.memberId !== memberId) return null;
  if (interaction.payload.type === InteractionType.ApplicationCommandAutocomplete) return null;
  const { id: interactionId, channelId, modal, error } = interaction;
  switch (event.type) {
    case 'interaction-thinking':
      return { type: 'thinking', interactionId, channelId };
    case 'interaction-modal':
      return modal === null ? null : { type: 'modal', interactionId, modal };
    case 'interaction-acknowledged':
    case 'interaction-failed': {
      const state = event.type === 'interaction-failed' ? 'FAILED' : 'ANSWERED';
      return { type: 'interaction', interactionId, interactionType: interaction.payload.type, state, error };
    }
  }
}
