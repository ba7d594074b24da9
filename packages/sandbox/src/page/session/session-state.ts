import type { APIApplicationCommand } from 'discord-api-types/payloads/v10';
import type {
  Modal,
  SandboxChannel,
  SandboxGuild,
  SandboxMember,
  SandboxMessage,
  StateResponse,
} from '../../people/protocol.ts';

/** Which server, channel and member the page shows. */
export interface Place {
  guildId: string;
  channelId: string;
  memberId: string;
}

/** Something a member did that the bot has not answered yet, or never will. */
export interface PendingInteraction {
  /** The page's own number, there before the sandbox's id. */
  key: number;
  interactionId: string | null;
  channelId: string;
  memberName: string;
  command: string | null;
  /** The message and component that was used; null for commands. */
  messageId: string | null;
  customId: string | null;
  state: 'SENDING' | 'THINKING' | 'FAILED';
  error: string | null;
}

export interface OpenModal {
  interactionId: string;
  modal: Modal;
  error: string | null;
  isSending: boolean;
}

export interface Notice {
  text: string;
  isError: boolean;
  /** Whether channels, times and commands in it are drawn as in a message. */
  isMarkdown?: boolean;
  /** Whether it is only that the sandbox could not be reached: of no interest once it can be. */
  isLost?: boolean;
}

export interface SessionState {
  world: StateResponse | null;
  place: Place | null;
  connection: 'CONNECTING' | 'LIVE' | 'LOST';
  /** Why servers, channels and people may be out of date; null while they are not. */
  staleness: string | null;
  commands: readonly APIApplicationCommand[];
  /** By channel, oldest first: the newest without a gap, and as many older ones as were asked for. */
  messages: ReadonlyMap<string, readonly SandboxMessage[]>;
  /** By channel that has been loaded: whether the sandbox has messages older than those in `messages`. */
  hasEarlier: ReadonlyMap<string, boolean>;
  unreadChannels: ReadonlySet<string>;
  pending: readonly PendingInteraction[];
  modal: OpenModal | null;
  notice: Notice | null;
  /** How far the sandbox's clock runs ahead of this machine's. */
  clockOffset: number;
  typingUntil: ReadonlyMap<string, number>;
}

export const emptySession: SessionState = {
  world: null,
  place: null,
  connection: 'CONNECTING',
  staleness: null,
  commands: [],
  messages: new Map(),
  hasEarlier: new Map(),
  unreadChannels: new Set(),
  pending: [],
  modal: null,
  notice: null,
  clockOffset: 0,
  typingUntil: new Map(),
};

export function currentGuild(state: SessionState): SandboxGuild | null {
  return state.world?.guilds.find((guild) => guild.id === state.place?.guildId) ?? null;
}

/** The channels of the current server that the member may see. */
export function visibleChannels(state: SessionState): SandboxChannel[] {
  const memberId = state.place?.memberId ?? '';
  return currentGuild(state)?.channels.filter(({ visibleTo }) => visibleTo.includes(memberId)) ?? [];
}

export function currentChannel(state: SessionState): SandboxChannel | null {
  return currentGuild(state)?.channels.find((channel) => channel.id === state.place?.channelId) ?? null;
}

export function currentMember(state: SessionState): SandboxMember | null {
  return currentGuild(state)?.members.find((member) => member.id === state.place?.memberId) ?? null;
}
