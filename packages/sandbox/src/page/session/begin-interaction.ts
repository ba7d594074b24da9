import type { SandboxEvent } from '../../people/protocol.ts';
import { applyEvent } from './apply-event.ts';
import type { Store } from './create-store.ts';
import { SandboxCallError } from './sandbox-calls.ts';
import {
  currentMember,
  type Notice,
  type PendingInteraction,
  type Place,
  type SessionState,
} from './session-state.ts';

export type Begun = Pick<PendingInteraction, 'command' | 'messageId' | 'customId'>;

/** Shows an interaction as under way and calls the sandbox; false when it did not even begin. */
export type Begin = (
  begun: Begun,
  call: (place: Place) => Promise<{ interactionId: string }>,
) => Promise<boolean>;

export interface Beginner {
  begin: Begin;
  hear(event: InteractionEvent): void;
}

/** What may become known of an interaction before the call that began it has returned. */
export type InteractionEvent = Extract<SandboxEvent, { type: 'thinking' | 'interaction' }>;

// News are kept for calls that have not returned yet; that is a matter of milliseconds.
const newsKept = 50;

export function createBeginner(store: Store<SessionState>): Beginner {
  const news = new Map<string, InteractionEvent>();
  let lastKey = 0;

  return {
    async begin(begun, call) {
      const { place } = store.get();
      if (place === null) return false;
      const key = ++lastKey;
      store.update((state) => withPending(state, key, begun));
      try {
        const { interactionId } = await call(place);
        store.update((state) => changePending(state, key, { interactionId }));
        const known = news.get(interactionId);
        if (known !== undefined) store.update((state) => applyEvent(state, known, Date.now()));
        return true;
      } catch (error) {
        store.update((state) => changePending(state, key, { state: 'FAILED', error: messageOf(error) }));
        return false;
      }
    },
    hear(event) {
      news.set(event.interactionId, event);
      const [oldest] = news.keys();
      if (news.size > newsKept && oldest !== undefined) news.delete(oldest);
    },
  };
}

export function errorNotice(error: unknown): Notice {
  const isLost = error instanceof SandboxCallError && error.status === 0;
  return { text: messageOf(error), isError: true, isLost };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withPending(state: SessionState, key: number, begun: Begun): SessionState {
  const pending: PendingInteraction = {
    ...begun,
    key,
    interactionId: null,
    channelId: state.place?.channelId ?? '',
    memberName: currentMember(state)?.name ?? 'Somebody',
    state: 'SENDING',
    error: null,
  };
  return { ...state, pending: [...state.pending, pending] };
}

function changePending(state: SessionState, key: number, change: Partial<PendingInteraction>): SessionState {
  const pending = state.pending.map((each) => (each.key === key ? { ...each, ...change } : each));
  return { ...state, pending };
}
