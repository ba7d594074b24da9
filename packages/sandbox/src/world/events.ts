import type { APIRole, APIUser } from 'discord-api-types/v10';
import type { LiveInteraction } from './interaction.ts';
import type {
  ChannelRecord,
  GuildChannelRecord,
  GuildRecord,
  MemberRecord,
  StoredMessage,
  TextChannelRecord,
  ThreadChannelRecord,
  ThreadMemberRecord,
} from './records.ts';

/** Everything that happens in the world: the gateway tells the bot of it, the people area tells the page. */
export type WorldEvent =
  | { type: 'message-created'; stored: StoredMessage; nonce: string | number | null }
  | { type: 'message-updated'; stored: StoredMessage }
  | { type: 'message-deleted'; stored: StoredMessage }
  | { type: 'messages-deleted'; channel: ChannelRecord; ids: string[] }
  | { type: 'reaction-added' | 'reaction-removed'; stored: StoredMessage; emoji: string; userId: string }
  /** All of one emoji, or all when it is null. */
  | { type: 'reactions-cleared'; stored: StoredMessage; emoji: string | null }
  | { type: 'vote-added' | 'vote-removed'; stored: StoredMessage; answerId: number; userId: string }
  | { type: 'pins-changed'; channel: ChannelRecord }
  | { type: 'channel-created'; channel: ChannelRecord }
  | { type: 'channel-updated'; channel: GuildChannelRecord }
  | { type: 'channel-deleted'; channel: GuildChannelRecord }
  | {
      type: 'thread-members-changed';
      channel: ThreadChannelRecord;
      added: ThreadMemberRecord[];
      removedIds: string[];
    }
  | { type: 'webhooks-changed'; channel: TextChannelRecord }
  | { type: 'role-created' | 'role-updated' | 'role-deleted'; guild: GuildRecord; role: APIRole }
  | { type: 'member-joined' | 'member-updated' | 'member-left'; guild: GuildRecord; member: MemberRecord }
  | { type: 'guild-updated'; guild: GuildRecord }
  /** The bot was added or removed, or Discord lost and found the server. */
  | { type: 'guild-joined' | 'guild-left' | 'guild-lost' | 'guild-found'; guild: GuildRecord }
  | { type: 'typing'; channel: ChannelRecord; user: APIUser }
  | { type: 'commands-changed' }
  | { type: 'interaction-created'; interaction: LiveInteraction }
  /** The bot announced an answer for later. */
  | { type: 'interaction-thinking'; interaction: LiveInteraction }
  | { type: 'interaction-modal'; interaction: LiveInteraction }
  | { type: 'interaction-acknowledged'; interaction: LiveInteraction }
  | { type: 'interaction-failed'; interaction: LiveInteraction }
  | { type: 'bot'; online: boolean }
  | { type: 'clock' }
  /** Something said broke a rule, or asked for what is not imitated. */
  | { type: 'judged' };

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
