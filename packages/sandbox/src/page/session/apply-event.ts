import type { SandboxEvent, SandboxMessage } from '../../people/protocol.ts';
import type { PendingInteraction, SessionState } from './session-state.ts';

// Discord shows "… is typing" for ten seconds (resources/channel: Trigger Typing Indicator).
export const typingMilliseconds = 10_000;

/** The state after something happened in the sandbox. */
export function applyEvent(state: SessionState, event: SandboxEvent, now: number): SessionState {
  switch (event.type) {
    case 'message':
      return arrive(state, event.channelId, event.message);
    case 'message-deleted':
      return withMessages(state, event.channelId, (list) => list.filter(({ id }) => id !== event.messageId));
    case 'thinking':
      return changePending(state, event.interactionId, (pending) => ({ ...pending, state: 'THINKING' }));
    case 'interaction':
      return settle(state, event.interactionId, event.state === 'FAILED' ? (event.error ?? '') : null);
    case 'modal':
      return {
        ...settle(state, event.interactionId, null),
        modal: { interactionId: event.interactionId, modal: event.modal, error: null, isSending: false },
      };
    case 'clock':
      return { ...state, clockOffset: Date.parse(event.now) - now };
    case 'bot':
      return state.world === null
        ? state
        : { ...state, world: { ...state.world, bot: { ...state.world.bot, online: event.online } } };
    case 'typing':
      return {
        ...state,
        typingUntil: new Map(state.typingUntil).set(event.channelId, now + typingMilliseconds),
      };
    case 'commands':
    case 'channels':
    case 'judgements':
      return state;
  }
}

/** Puts messages into a list ordered by id, each once: the newer version of a message replaces the older. */
export function mergeMessages(
  list: readonly SandboxMessage[],
  arrivals: readonly SandboxMessage[],
): SandboxMessage[] {
  const [first, ...others] = arrivals;
  const newest = list.at(-1);
  // Nearly always: one more message at the end.
  if (
    first !== undefined &&
    others.length === 0 &&
    newest !== undefined &&
    compareIds(first.id, newest.id) > 0
  )
    return [...list, first];
  const byId = new Map(list.map((message) => [message.id, message]));
  for (const message of arrivals) byId.set(message.id, message);
  return [...byId.values()].toSorted((a, b) => compareIds(a.id, b.id));
}

/** What became of an interaction: failed with a reason, or answered (`error` null), which removes the note. */
function settle(state: SessionState, interactionId: string, error: string | null): SessionState {
  if (error !== null) {
    return changePending(state, interactionId, (pending) => ({ ...pending, state: 'FAILED', error }));
  }
  return { ...state, pending: state.pending.filter((pending) => pending.interactionId !== interactionId) };
}

function arrive(state: SessionState, channelId: string, message: SandboxMessage): SessionState {
  if (isBeyond(state, channelId, message.id)) return state;
  const typingUntil = new Map(state.typingUntil);
  typingUntil.delete(channelId);
  const isElsewhere = channelId !== state.place?.channelId && message.edited_timestamp === null;
  const unreadChannels = isElsewhere ? new Set(state.unreadChannels).add(channelId) : state.unreadChannels;
  return withMessages({ ...state, typingUntil, unreadChannels }, channelId, (list) =>
    mergeMessages(list, [message]),
  );
}

/** Whether a message that changed lies before the oldest that was loaded: shown now, it would hide those between. */
export function isBeyond(state: SessionState, channelId: string, messageId: string): boolean {
  const [oldest] = state.messages.get(channelId) ?? [];
  const hasEarlier = state.hasEarlier.get(channelId) === true;
  return hasEarlier && oldest !== undefined && compareIds(messageId, oldest.id) < 0;
}

function withMessages(
  state: SessionState,
  channelId: string,
  change: (list: readonly SandboxMessage[]) => readonly SandboxMessage[],
): SessionState {
  const messages = new Map(state.messages);
  messages.set(channelId, change(messages.get(channelId) ?? []));
  return { ...state, messages };
}

function changePending(
  state: SessionState,
  interactionId: string,
  change: (pending: PendingInteraction) => PendingInteraction,
): SessionState {
  const pending = state.pending.map((each) => (each.interactionId === interactionId ? change(each) : each));
  return { ...state, pending };
}

// Snowflakes are decimal numbers too long for Number: the longer is the later, equals are compared as text.
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
