import type { StateResponse } from '../../people/protocol.ts';
import { errorNotice } from './begin-interaction.ts';
import type { Store } from './create-store.ts';
import type { MessageLoader } from './load-messages.ts';
import { SandboxCallError, type SandboxCalls } from './sandbox-calls.ts';
import type { SessionState } from './session-state.ts';

const unnoticedMilliseconds = 2000;

export interface WorldLoader {
  /** Servers, channels, members, bot and clock. */
  loadWorld(): Promise<void>;
  /** The commands the member may use in the channel. */
  loadCommands(): Promise<void>;
  /** Commands and messages of the place. */
  loadPlace(): Promise<void>;
  loadAll(): Promise<void>;
  /** Runs a task and shows what the sandbox had against it. */
  report(act: () => Promise<unknown>): Promise<void>;
}

export function createWorldLoader(
  store: Store<SessionState>,
  calls: SandboxCalls,
  messages: MessageLoader,
): WorldLoader {
  async function loadCommands(): Promise<void> {
    const { place } = store.get();
    if (place === null) return;
    const commands = await calls
      .commands(place.guildId, place.memberId, place.channelId)
      .then((answer) => answer.commands, noneWhenRefused);
    if (store.get().place === place) store.update((state) => ({ ...state, commands }));
  }

  async function loadWorld(): Promise<void> {
    const world = await calls.state();
    const clockOffset = Date.parse(world.clock.now) - Date.now();
    store.update((state) => withWorld(state, world, clockOffset));
  }

  async function loadPlace(): Promise<void> {
    const { place } = store.get();
    if (place === null) return;
    await Promise.all([loadCommands(), messages.load(place.channelId, place.memberId)]);
  }

  return {
    loadWorld,
    loadCommands,
    loadPlace,
    async loadAll() {
      await loadWorld();
      await loadPlace();
    },
    async report(act) {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof SandboxCallError)) throw error;
        store.update((state) => ({ ...state, notice: errorNotice(error) }));
      }
    },
  };
}

/** A member who may not see the channel has no commands in it. */
function noneWhenRefused(error: unknown): [] {
  if (error instanceof SandboxCallError && error.status >= 400 && error.status < 500) return [];
  throw error;
}

// The same world fetched again stays the same object, and the answer's time on its way is no change of the clock:
// else every message would be drawn anew after every fetch.
function withWorld(state: SessionState, world: StateResponse, clockOffset: number): SessionState {
  const isSame = state.world !== null && withoutNow(state.world) === withoutNow(world);
  const isMoved = Math.abs(state.clockOffset - clockOffset) > unnoticedMilliseconds;
  if (isSame && !isMoved) return state;
  return { ...state, world, clockOffset: isMoved ? clockOffset : state.clockOffset };
}

function withoutNow(world: StateResponse): string {
  return JSON.stringify({ ...world, clock: { ...world.clock, now: '' } });
}
