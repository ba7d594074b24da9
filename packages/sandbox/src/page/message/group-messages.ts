import { MessageType } from 'discord-api-types/payloads/v10';
import type { SandboxMessage } from '../../people/protocol.ts';
import { isSystemMessage } from './system-text.ts';

export interface MessageGroupEntry {
  message: SandboxMessage;
  /** Follows a message of the same author closely: no picture and name again. */
  isContinued: boolean;
  /** The date to draw above, where a new day begins. */
  day: string | null;
}

// Discord's client begins a new group after seven minutes.
const groupMilliseconds = 7 * 60_000;

export function groupMessages(messages: readonly SandboxMessage[]): MessageGroupEntry[] {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
  return messages.map((message, index) => {
    const previous = messages[index - 1];
    const day = format.format(new Date(message.timestamp));
    const isNewDay = previous === undefined || day !== format.format(new Date(previous.timestamp));
    return {
      message,
      day: isNewDay ? day : null,
      isContinued: !isNewDay && previous !== undefined && continues(previous, message),
    };
  });
}

function continues(previous: SandboxMessage, message: SandboxMessage): boolean {
  return (
    previous.author.id === message.author.id &&
    message.interaction_note === null &&
    message.type !== MessageType.Reply &&
    !isSystemMessage(previous) &&
    !isSystemMessage(message) &&
    previous.ephemeral_for === message.ephemeral_for &&
    Date.parse(message.timestamp) - Date.parse(previous.timestamp) < groupMilliseconds
  );
}
