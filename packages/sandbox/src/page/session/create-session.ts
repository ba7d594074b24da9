import { createActs, createAttempt, type Acts } from './create-acts.ts';
import { choosePlace, placeToHash, readHash } from './choose-place.ts';
import { createInteractions, type Interactions } from './create-interactions.ts';
import { createListener } from './create-listener.ts';
import { createRefresher } from './create-refresher.ts';
import { createStore, type Store } from './create-store.ts';
import { createMessageLoader, withoutEarlier } from './load-messages.ts';
import { createWorldLoader, type WorldLoader } from './load-world.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import { emptySession, type Notice, type Place, type SessionState } from './session-state.ts';

interface SessionOptions {
  calls: SandboxCalls;
  openEvents(path: string): EventSource;
  location: Location;
  history: History;
  /** When the visitor goes back or forward, or changes the address. */
  onAddressChange(listener: () => void): void;
  storage: Storage;
}

/** Everything the page knows and does; the components only draw it. */
export interface Session extends Interactions, Acts {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  stop(): void;
  /** Shows another place; the browser's back button returns. */
  go(place: Partial<Place>): Promise<void>;
  /** Shows older messages of the channel. */
  loadEarlier(): Promise<void>;
  jumpToNextDigest(): Promise<void>;
  notify(notice: Notice | null): void;
  storage: Storage;
}

export function createSession(options: SessionOptions): Session {
  const store = createStore(emptySession);
  const messages = createMessageLoader(store, options.calls);
  const attempt = createAttempt(store);
  const interactions = createInteractions(store, options.calls, attempt);
  const loader = createWorldLoader(store, options.calls, messages);
  const refresher = createRefresher({
    task: () => loader.loadWorld(),
    onEnd(failure) {
      store.update((state) => withStaleness(state, failure?.message ?? null));
      // The first attempt had failed.
      if (failure === null && store.get().place === null) void showAddress();
    },
  });
  const listener = createListener({
    store,
    messages,
    interactions,
    loader,
    refresher,
    openEvents: (path) => options.openEvents(path),
  });

  async function show(wish: Partial<Place>, keep: 'pushState' | 'replaceState'): Promise<void> {
    if (!hasChannel(store.get(), wish.channelId)) await loader.report(() => loader.loadWorld());
    const { world, place: before } = store.get();
    const place = world === null ? null : choosePlace(world, { ...before, ...wish });
    if (place === null) return;
    store.update((state) => arriveAt(state, place));
    if (before === null || placeToHash(before) !== placeToHash(place)) {
      options.history[keep](null, '', placeToHash(place));
    }
    if (before?.memberId !== place.memberId) return listener.follow(place.memberId);
    await loader.report(() => loader.loadPlace());
  }

  async function showAddress(): Promise<void> {
    await show(readHash(options.location.hash), 'replaceState');
  }

  return {
    ...interactions,
    ...createActs(store, options.calls, attempt),
    go: (wish) => show(wish, 'pushState'),
    storage: options.storage,
    state: () => store.get(),
    subscribe: (changed) => store.subscribe(changed),
    notify: (notice) => store.update((state) => ({ ...state, notice })),
    stop() {
      listener.stop();
      refresher.stop();
    },
    async start() {
      options.onAddressChange(() => void showAddress());
      await loader.report(() => loader.loadWorld());
      if (store.get().world === null) refresher.wish();
      else await showAddress();
    },
    loadEarlier: () => loader.report(() => messages.loadEarlier()),
    jumpToNextDigest: () => loader.report(() => jumpToNextDigest(options.calls, store, loader)),
  };
}

async function jumpToNextDigest(
  calls: SandboxCalls,
  store: Store<SessionState>,
  loader: WorldLoader,
): Promise<void> {
  const { message } = await calls.moveClock({ jump: 'next-digest' });
  store.update((state) => ({ ...state, notice: { text: message, isError: false, isMarkdown: true } }));
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
  if (!isSameMember) {
    return { ...moved, messages: new Map(), hasEarlier: new Map(), commands: [], pending: [] };
  }
  const leftId = state.place?.channelId ?? place.channelId;
  return leftId === place.channelId ? moved : withoutEarlier(moved, leftId);
}

function withStaleness(state: SessionState, staleness: string | null): SessionState {
  return state.staleness === staleness ? state : { ...state, staleness };
}
