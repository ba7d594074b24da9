import type { MessagesResponse, SandboxEvent, SandboxMessage } from '../../people/protocol.ts';
import { compareIds, mergeMessages } from './apply-event.ts';
import type { Store } from './create-store.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { SessionState } from './session-state.ts';

export interface MessageLoader {
  /** Fetches the newest messages of a channel as a member sees it, and as many older ones as were shown already. */
  load(channelId: string, memberId: string): Promise<void>;
  /** Fetches the messages before the oldest of the channel that is shown. */
  loadEarlier(): Promise<void>;
  /** Must hear every event, so that an answer on its way does not undo what happened meanwhile. */
  hear(event: SandboxEvent): void;
}

/** The newest version of a message that came or went while a list was on its way; null when it was deleted. */
type Changes = Map<string, SandboxMessage | null>;

interface Load {
  channelId: string;
  isEarlier: boolean;
  changes: Changes;
}

// What stays of a channel that was left: as much as one answer of the sandbox has.
const keptMessages = 50;

export function createMessageLoader(store: Store<SessionState>, calls: SandboxCalls): MessageLoader {
  const underWay = new Set<Load>();
  const find = (channelId: string, isEarlier: boolean): Load | undefined =>
    [...underWay].find((load) => load.channelId === channelId && load.isEarlier === isEarlier);

  async function run(load: Load, act: () => Promise<void>): Promise<void> {
    underWay.add(load);
    await act().finally(() => underWay.delete(load));
  }

  return {
    async load(channelId, memberId) {
      const load: Load = { channelId, isEarlier: false, changes: new Map() };
      const former = find(channelId, false);
      if (former !== undefined) underWay.delete(former);
      await run(load, async () => {
        const answer = await fetchDownTo(calls, { channelId, memberId }, oldestShown(store.get(), channelId));
        if (!underWay.has(load) || store.get().place?.memberId !== memberId) return;
        store.update((state) => withList(state, channelId, withChanges(answer, load.changes)));
      });
    },
    async loadEarlier() {
      const { place, messages, hasEarlier } = store.get();
      const { channelId = '', memberId = '' } = place ?? {};
      const oldest = messages.get(channelId)?.[0];
      if (hasEarlier.get(channelId) !== true || find(channelId, true) !== undefined) return;
      const load: Load = { channelId, isEarlier: true, changes: new Map() };
      await run(load, async () => {
        const answer = await calls.messages(channelId, memberId, oldest?.id ?? null);
        const { messages: lists, place: now } = store.get();
        const list = lists.get(channelId) ?? [];
        // Another list would have a gap between itself and the answer.
        if (now?.memberId !== memberId || list[0]?.id !== oldest?.id) return;
        const earlier = withChanges(answer, load.changes);
        const all = { ...earlier, messages: mergeMessages(earlier.messages, list) };
        store.update((state) => withList(state, channelId, all));
      });
    },
    hear(event) {
      if (event.type !== 'message' && event.type !== 'message-deleted') return;
      const [id, version] =
        event.type === 'message' ? [event.message.id, event.message] : [event.messageId, null];
      for (const load of underWay) if (load.channelId === event.channelId) load.changes.set(id, version);
    },
  };
}

/** The state with only the newest messages of a channel: whoever comes back begins at the end. */
export function withoutEarlier(state: SessionState, channelId: string): SessionState {
  const list = state.messages.get(channelId) ?? [];
  if (list.length <= keptMessages || !state.hasEarlier.has(channelId)) return state;
  return withList(state, channelId, { messages: list.slice(-keptMessages), hasEarlier: true });
}

/** The id of the oldest message shown of a channel; null when the channel was not loaded. */
function oldestShown(state: SessionState, channelId: string): string | null {
  return state.hasEarlier.has(channelId) ? (state.messages.get(channelId)?.[0]?.id ?? null) : null;
}

/** Page by page until the oldest message that is wanted. */
async function fetchDownTo(
  calls: SandboxCalls,
  where: { channelId: string; memberId: string },
  oldestId: string | null,
): Promise<MessagesResponse> {
  let answer = await calls.messages(where.channelId, where.memberId, null);
  for (;;) {
    const [first] = answer.messages;
    const isEnough = oldestId === null || first === undefined || compareIds(first.id, oldestId) <= 0;
    if (isEnough || !answer.hasEarlier) return answer;
    const before = await calls.messages(where.channelId, where.memberId, first.id);
    answer = { messages: [...before.messages, ...answer.messages], hasEarlier: before.hasEarlier };
  }
}

function withChanges({ messages, hasEarlier }: MessagesResponse, changes: Changes): MessagesResponse {
  const [first] = messages;
  const remaining = messages.filter(({ id }) => changes.get(id) !== null);
  const arrived = [...changes.values()].filter((message) => message !== null);
  // One that changed before the first of a list has others between.
  const fitting = arrived.filter(
    ({ id }) => !hasEarlier || first === undefined || compareIds(id, first.id) >= 0,
  );
  return { messages: mergeMessages(remaining, fitting), hasEarlier };
}

function withList(
  state: SessionState,
  channelId: string,
  { messages, hasEarlier }: MessagesResponse,
): SessionState {
  return {
    ...state,
    messages: new Map(state.messages).set(channelId, messages),
    hasEarlier: new Map(state.hasEarlier).set(channelId, hasEarlier),
  };
}
