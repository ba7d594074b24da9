import type { SandboxEvent, SandboxMessage } from '../../people/protocol.ts';
import { mergeMessages } from './apply-event.ts';
import type { Store } from './create-store.ts';
import type { SandboxCalls } from './sandbox-calls.ts';
import type { SessionState } from './session-state.ts';

export interface MessageLoader {
  /** Fetches a channel as a member sees it. */
  load(channelId: string, memberId: string): Promise<void>;
  /** Must hear every event, so that an answer on its way does not undo what happened meanwhile. */
  hear(event: SandboxEvent): void;
}

/** The newest version of a message that came or went while a list was on its way; null when it was deleted. */
type Changes = Map<string, SandboxMessage | null>;

export function createMessageLoader(store: Store<SessionState>, calls: SandboxCalls): MessageLoader {
  const underWay = new Map<string, Changes>();

  return {
    async load(channelId, memberId) {
      const changes: Changes = new Map();
      underWay.set(channelId, changes);
      try {
        const { messages } = await calls.messages(channelId, memberId);
        if (underWay.get(channelId) !== changes) return;
        if (store.get().place?.memberId !== memberId) return;
        const list = withChanges(messages, changes);
        store.update((state) => ({ ...state, messages: new Map(state.messages).set(channelId, list) }));
      } finally {
        if (underWay.get(channelId) === changes) underWay.delete(channelId);
      }
    },
    hear(event) {
      if (event.type === 'message') underWay.get(event.channelId)?.set(event.message.id, event.message);
      if (event.type === 'message-deleted') underWay.get(event.channelId)?.set(event.messageId, null);
    },
  };
}

function withChanges(messages: readonly SandboxMessage[], changes: Changes): SandboxMessage[] {
  const remaining = messages.filter(({ id }) => changes.get(id) !== null);
  const arrived = [...changes.values()].filter((message) => message !== null);
  return mergeMessages(remaining, arrived);
}
