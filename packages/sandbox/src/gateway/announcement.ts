import type { Dispatch } from './session.ts';

/** Something that happened, in the words of the gateway. */
export interface Announcement {
  /** Decides the shard; null goes to the first one, as everything that belongs to no server. */
  guildId: string | null;
  /** The intent a bot needs to hear it; 0 for what everybody hears. */
  intent: number;
  dispatch: Dispatch;
}
