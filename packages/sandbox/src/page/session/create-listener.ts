import type { SandboxEvent } from '../../people/protocol.ts';
import { applyEvent, typingMilliseconds } from './apply-event.ts';
import type { Interactions } from './create-interactions.ts';
import type { Refresher } from './create-refresher.ts';
import type { Store } from './create-store.ts';
import { followEvents, type EventFollower } from './follow-events.ts';
import type { MessageLoader } from './load-messages.ts';
import type { WorldLoader } from './load-world.ts';
import type { PendingInteraction, SessionState } from './session-state.ts';

interface ListenerParts {
  store: Store<SessionState>;
  messages: MessageLoader;
  interactions: Interactions;
  loader: WorldLoader;
  refresher: Refresher;
  openEvents(path: string): EventSource;
}

export interface Listener {
  /** Hears what this member hears, and nobody else. */
  follow(memberId: string): void;
  stop(): void;
}

/** Brings what happens in the sandbox into the page's state. */
export function createListener(parts: ListenerParts): Listener {
  const { store, messages, interactions, loader, refresher } = parts;
  let follower: EventFollower | undefined;

  /** One change of the state, and so one drawing, for all that happened since the last. */
  function hear(events: readonly SandboxEvent[]): void {
    const now = Date.now();
    for (const event of events) {
      messages.hear(event);
      if (event.type === 'interaction' || event.type === 'thinking') interactions.hear(event);
    }
    store.update((state) => events.reduce((before, event) => applyEvent(before, event, now), state));
    for (const event of events) followUp(event);
  }

  function followUp(event: SandboxEvent): void {
    if (changesCommands.has(event.type)) void loader.report(() => loader.loadCommands());
    if (event.type === 'typing')
      setTimeout(() => store.update((state) => ({ ...state })), typingMilliseconds);
    else if (event.type !== 'thinking') refresher.wish();
  }

  return {
    follow(memberId) {
      follower?.close();
      follower = followEvents({
        memberId,
        openEvents: (path) => parts.openEvents(path),
        onLost: () => store.update((state) => ({ ...state, connection: 'LOST' })),
        onEvents: hear,
        onOpen() {
          store.update(reconnect);
          void loader.report(() => loader.loadAll());
        },
      });
    },
    stop: () => follower?.close(),
  };
}

/** Permissions decide which commands a member has, and a bot that is not there has none. */
const changesCommands: ReadonlySet<SandboxEvent['type']> = new Set(['commands', 'bot', 'channels']);

const LOST_ANSWER = 'the connection to the sandbox was lost meanwhile. Try again.';

/** The events come again. What became of an answer that was on its way is not known: what was said of it was missed. */
function reconnect(state: SessionState): SessionState {
  const { connection, pending } = state;
  const notice = state.notice?.isLost === true ? null : state.notice;
  if (connection !== 'LOST') return { ...state, connection: 'LIVE', notice };
  return { ...state, connection: 'LIVE', notice, pending: pending.map(asLost) };
}

function asLost(pending: PendingInteraction): PendingInteraction {
  return pending.state === 'FAILED' ? pending : { ...pending, state: 'FAILED', error: LOST_ANSWER };
}
