import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import { botAvatar, letterAvatar } from '../look/avatars.ts';
import type { PendingInteraction } from '../session/session-state.ts';
import { componentStyle } from './component-style.ts';

/** Stands in the chat for an answer that has not come yet, or that failed. */
export class PendingNote extends LitElement {
  static override properties = { pending: {}, botName: {} };
  static override styles = [
    baseStyle,
    componentStyle,
    css`
      :host {
        display: block;
        margin-top: 16px;
      }
      .waiting {
        color: var(--muted);
      }
      .failure {
        color: var(--danger-text);
      }
      button {
        background: none;
        border: 0;
        color: var(--link);
        cursor: pointer;
        font: inherit;
        padding: 0;
      }
      button:focus-visible {
        outline: 2px solid var(--link);
      }
    `,
  ];

  declare pending: PendingInteraction;
  declare botName: string;

  override render(): TemplateResult {
    const { pending, botName } = this;
    return html`<chat-frame author=${botName} avatar=${botAvatar()} bot .timestamp=${'now'}>
      ${
        pending.command === null
          ? nothing
          : html`<chat-origin
              slot="reply"
              author=${pending.memberName}
              avatar=${letterAvatar(pending.memberName)}
              command=${pending.command}
            ></chat-origin>`
      }
      ${pending.state === 'FAILED' ? this.#renderFailure() : this.#renderWaiting()}
    </chat-frame>`;
  }

  #renderWaiting(): TemplateResult {
    const { pending, botName } = this;
    return html`<span class="waiting" role="status"
      ><span class="dots" aria-hidden="true"></span>
      ${pending.state === 'THINKING' ? `${botName} is thinking…` : 'Sending command…'}</span
    >`;
  }

  #renderFailure(): TemplateResult {
    const { error } = this.pending;
    const isReasoned = error !== null && error !== '' && !error.startsWith('The application did not respond');
    return html`<span class="failure" role="alert"
        >The application did not respond${isReasoned ? `: ${error}` : ''}</span
      >
      <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('forget'))}>Dismiss</button>`;
  }
}
