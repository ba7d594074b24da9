import { MessageType } from 'discord-api-types/payloads/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxMessage } from '../../people/protocol.ts';
import { botAvatar, letterAvatar } from '../look/avatars.ts';
import type { Names } from '../markdown/names.ts';

const longestExcerpt = 80;
const deletedOriginal = html`<chat-reply slot="reply" deleted></chat-reply>`;

/** The line above a message: the command it answers, or the message it replies to. */
export function renderOrigin(message: SandboxMessage, names: Names): TemplateResult | typeof nothing {
  const note = message.interaction_note;
  if (note !== null) {
    return html`<chat-origin
      slot="reply"
      author=${note.memberName}
      avatar=${letterAvatar(note.memberName)}
      command=${note.command.replace(/^\//, '')}
    ></chat-origin>`;
  }
  const original = message.referenced_message ?? null;
  if (original === null) return message.type === MessageType.Reply ? deletedOriginal : nothing;
  const author = names.member(original.author.id) ?? original.author.username;
  return html`<chat-reply
    slot="reply"
    author=${author}
    avatar=${original.author.bot === true ? botAvatar() : letterAvatar(author)}
    ?bot=${original.author.bot === true}
    ><button
      type="button"
      class="original"
      title="Go to this message"
      @click=${(event: Event) => askForMessage(event, original.id)}
    >
      ${original.content.slice(0, longestExcerpt) || 'A message of components'}
    </button></chat-reply
  >`;
}

function askForMessage({ currentTarget }: Event, messageId: string): void {
  currentTarget?.dispatchEvent(
    new CustomEvent('show-message', { detail: messageId, bubbles: true, composed: true }),
  );
}
