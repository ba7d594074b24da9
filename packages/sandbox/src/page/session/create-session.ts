import type { SandboxEvent } from '../../people/protocol.ts';
import { applyEvent, typingMilliseconds } from './apply-event.ts';
import { createActs, createAttempt, type Acts } from './create-acts.ts';
import { choosePlace, placeToHash, readHash } from './choose-place.ts';
import { createInteractions, type Interactions } from './create-interactions.ts';
import { createStore, type Store } from './create-store.ts';
import { followEvents, type EventFollower } from './follow-events.ts';
import { createMessageLoader } from './load-messages.ts';
import { createWorldLoader, type WorldLoader } from './load-world.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import { emptySession, type Notice, type Place, type SessionState } from './session-state.ts';

interface SessionOptions {
  calls: SandboxCalls;
  openEvents(path: string): EventSource;
  location: Location;
  history: History;
  storage: Storage;
}

/** Everything the page knows and does; the components only draw it. */
export interface Session extends Interactions, Acts {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  stop(): void;
  go(place: Partial<Place>): Promise<void>;
  jumpToNextDigest(): Promise<void>;
  notify(notice: Notice | null): void;
  storage: Storage;
}

const worldRefreshMilliseconds = 400;

export function createSession(options: SessionOptions): Session {
  const store = createStore(emptySession);
  const messages = createMessageLoader(store, options.calls);
  const attempt = createAttempt(store);
  const interactions = createInteractions(store, options.calls, attempt);
  const loader = createWorldLoader(store, options.calls, messages);
  const refreshWorld = createRefresher(() => loader.loadWorld(), worldRefreshMilliseconds);
  let follower: EventFollower | undefined;

  function hear(event: SandboxEvent): void {
    messages.hear(event);
    if (event.type === 'interaction' || event.type === 'thinking') interactions.hear(event);
    store.update((state) => applyEvent(state, event, Date.now()));
    if (event.type === 'commands' || event.type === 'bot') void loader.loadCommands();
    if (event.type === 'typing')
      setTimeout(() => store.update((state) => ({ ...state })), typingMilliseconds);
    else if (event.type !== 'thinking') refreshWorld();
  }

  function follow(memberId: string): void {
    follower?.close();
    follower = followEvents({
      memberId,
      openEvents: (path) => options.openEvents(path),
      onLost: () => store.update((state) => ({ ...state, connection: 'LOST' })),
      onEvent: hear,
      onOpen() {
        store.update((state) => ({ ...state, connection: 'LIVE' }));
        void loader.report(() => loader.loadAll());
      },
    });
  }

  async function go(wish: Partial<Place>): Promise<void> {
    if (!hasChannel(store.get(), wish.channelId)) await loader.report(() => loader.loadWorld());
    const { world, place: before } = store.get();
    const place = world === null ? null : choosePlace(world, { ...before, ...wish });
    if (place === null) return;
    store.update((state) => arriveAt(state, place));
    options.history.replaceState(null, '', placeToHash(place));
    if (before?.memberId !== place.memberId) return follow(place.memberId);
    await loader.report(() => loader.loadPlace());
  }

  return {
    ...interactions,
    ...createActs(store, options.calls, attempt),
    go,
    storage: options.storage,
    state: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    notify: (notice) => store.update((state) => ({ ...state, notice })),
    stop: () => follower?.close(),
    async start() {
      await loader.report(() => loader.loadWorld());
      await go(readHash(options.location.hash));
    },
    jumpToNextDigest: () => loader.report(() => jumpToNextDigest(options.calls, store, loader)),
  };
}

async function jumpToNextDigest(
  calls: SandboxCalls,
  store: Store<SessionState>,
  loader: WorldLoader,
): Promise<void> {
  const { at, message } = await calls.moveClock({ jump: 'next-digest' });
  store.update((state) => ({ ...state, notice: { text: message, isError: at === null } }));
  await loader.loadWorld();
}

/** Whether a wished channel is known; a thread that has just begun is not. */
function hasChannel({ world }: SessionState, channelId: string | undefined): boolean {
  if (channelId === undefined) return true;
  return world?.guilds.some(({ channels }) => channels.some(({ id }) => id === channelId)) === true;
}

function arriveAt(state: SessionState, place: Place): SessionState {
  const isSameMember = state.place?.memberId === place.memberId;
  const unreadChannels = new Set(isSameMember ? state.unreadChannels : []);
  unreadChannels.delete(place.channelId);
  const moved = { ...state, place, unreadChannels, modal: null, notice: null };
  if (isSameMember) return moved;
  return { ...moved, messages: new Map(), commands: [], pending: [] };
}

/** Runs a task soon, once for many wishes. A failure is left to the next wish: the lost connection is shown anyway. */
function createRefresher(task: () => Promise<void>, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      task().catch(() => undefined);
    }, milliseconds);
  };
}
