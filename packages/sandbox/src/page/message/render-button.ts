import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIMessageComponentEmoji,
} from 'discord-api-types/payloads/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../look/icons.ts';
import { safeLink } from '../markdown/safe-url.ts';
import type { MessageContext } from './message-context.ts';

const looks: Record<ButtonStyle, string> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'secondary',
  [ButtonStyle.Premium]: 'primary',
};

export function renderButton(button: APIButtonComponent, context: MessageContext): TemplateResult {
  if (button.style === ButtonStyle.Premium) {
    return html`<button type="button" class="button primary" disabled>Premium</button>`;
  }
  const label = html`${renderEmoji(button.emoji)}<span>${button.label ?? ''}</span>`;
  if (button.style === ButtonStyle.Link) return renderLink(button.url, label, button.disabled === true);
  // Not disabled while it waits: the browser would take the focus away from it.
  const isBusy = context.busy.has(button.custom_id);
  return html`<button
    type="button"
    class="button ${looks[button.style]}"
    ?disabled=${button.disabled === true}
    aria-busy=${isBusy ? 'true' : nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    aria-label=${button.label === undefined ? (button.emoji?.name ?? 'Button') : nothing}
    @click=${() => !isBusy && context.use(button.custom_id, ComponentType.Button)}
  >
    ${isBusy ? html`<span class="dots" role="status" aria-label="Waiting for the bot"></span>` : label}
  </button>`;
}

export function renderEmoji(emoji: APIMessageComponentEmoji | undefined): TemplateResult | typeof nothing {
  if (emoji?.name === undefined) return nothing;
  // Pictures of custom emoji lie on Discord's servers; the page asks nobody and shows their name.
  const isCustom = emoji.id !== undefined;
  return html`<span class="emoji" aria-hidden="true">${isCustom ? `:${emoji.name}:` : emoji.name}</span>`;
}

function renderLink(url: string, label: TemplateResult, isDisabled: boolean): TemplateResult {
  const href = safeLink(url);
  if (href === null || isDisabled) {
    return html`<button type="button" class="button secondary" disabled>${label}${icons.external}</button>`;
  }
  return html`<a class="button secondary" href=${href} target="_blank" rel="noopener noreferrer" title=${href}
    >${label}${icons.external}</a
  >`;
}
