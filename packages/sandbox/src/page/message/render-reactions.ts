import type { APIReaction } from 'discord-api-types/payloads/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxMessage } from '../../people/protocol.ts';

/** The reactions below a message; pressing one adds one's own or takes it back. The component package's cannot be pressed by keyboard. */
export function renderReactions(
  message: SandboxMessage,
  react: (emoji: string, isSet: boolean) => void,
): TemplateResult | typeof nothing {
  const { reactions = [] } = message;
  if (reactions.length === 0) return nothing;
  return html`<div class="reactions" role="group" aria-label="Reactions">
    ${reactions.map((reaction) => renderReaction(reaction, react))}
  </div>`;
}

function renderReaction(
  { emoji, count, me }: APIReaction,
  react: (emoji: string, isSet: boolean) => void,
): TemplateResult {
  const name = emoji.name ?? 'deleted emoji';
  // Pictures of custom emoji lie on Discord's servers; the page asks nobody and shows their name.
  const isCustom = emoji.id !== null;
  return html`<button
    type="button"
    class="reaction"
    aria-pressed=${me}
    ?disabled=${isCustom}
    aria-label="${name}, ${count} ${count === 1 ? 'reaction' : 'reactions'}"
    @click=${() => react(name, !me)}
  >
    <span class="emoji">${isCustom ? `:${name}:` : name}</span><span>${count}</span>
  </button>`;
}
