import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxMessage } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';
import type { Names } from '../markdown/names.ts';

/** Under a message the thread that began at it; the first message of a forum's post stands in its thread already. */
export function renderThread(message: SandboxMessage, names: Names): TemplateResult | typeof nothing {
  const { thread } = message;
  if (thread === undefined || thread.id === message.channel_id) return nothing;
  return html`<button type="button" class="thread" @click=${() => names.openChannel(thread.id)}>
    ${icons.thread} <strong>${thread.name ?? 'Thread'}</strong> <span>Open thread ›</span>
  </button>`;
}
