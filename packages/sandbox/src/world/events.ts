import type { APIUser } from 'discord-api-types/v10';
import type { LiveInteraction } from './interaction.ts';
import type { ChannelRecord, StoredMessage } from './records.ts';

/** Everything that happens in the world: the gateway tells the bot of it, the people area tells the page. */
export type WorldEvent =
  | { type: 'message-created'; stored: StoredMessage; nonce: string | number | null }
  | { type: 'message-updated'; stored: StoredMessage }
  | { type: 'message-deleted'; stored: StoredMessage }
  | { type: 'channel-created'; channel: ChannelRecord }
  | { type: 'channel-updated'; channel: ChannelRecord }
  | { type: 'channel-deleted'; channel: ChannelRecord }
  | { type: 'typing'; channelId: string; guildId: string; user: APIUser }
  | { type: 'commands-changed' }
  | { type: 'interaction-created'; interaction: LiveInteraction }
  /** The bot announced an answer for later. */
  | { type: 'interaction-thinking'; interaction: LiveInteraction }
  | { type: 'interaction-modal'; interaction: LiveInteraction }
  | { type: 'interaction-acknowledged'; interaction: LiveInteraction }
  | { type: 'interaction-failed'; interaction: LiveInteraction }
  | { type: 'bot'; online: boolean }
  | { type: 'clock' };

export type WorldListener = (event: WorldEvent) => void;

export interface WorldEvents {
  emit(event: WorldEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: WorldListener): () => void;
}

export function createWorldEvents(): WorldEvents {
  const listeners = new Set<WorldListener>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
