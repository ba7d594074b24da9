import { MessageType } from 'discord-api-types/payloads/v10';
import type { SandboxMessage } from '../../people/protocol.ts';

const texts: Partial<Record<MessageType, (content: string) => string>> = {
  [MessageType.ThreadCreated]: (name) => `*started a thread:* **${name}**`,
  [MessageType.ThreadStarterMessage]: () => '*began this thread at a message of the channel.*',
  [MessageType.ChannelPinnedMessage]: () => '*pinned a message to this channel.*',
  [MessageType.UserJoin]: () => '*joined the server.*',
  [MessageType.ChannelFollowAdd]: (name) => `*has added* **${name}** *to this channel.*`,
};

/** The words Discord's client puts in place of a message it wrote itself; null for messages with words of their own. */
export function systemText(message: SandboxMessage): string | null {
  return texts[message.type]?.(message.content) ?? null;
}

/** A line about somebody, which needs their name. */
export function isSystemMessage(message: SandboxMessage): boolean {
  return texts[message.type] !== undefined;
}
