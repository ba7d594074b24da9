import { LitElement, css, html, type TemplateResult } from 'lit';

/** Text hidden until the reader asks for it, by mouse or keyboard. */
export class ChatSpoiler extends LitElement {
  static override properties = { shown: { type: Boolean, reflect: true } };
  static override styles = css`
    .hidden {
      background: var(--spoiler);
      border-radius: 3px;
      color: transparent;
      cursor: pointer;
    }
    .hidden ::slotted(*) {
      visibility: hidden;
    }
    .hidden:focus-visible {
      outline: 2px solid var(--link);
    }
    .shown {
      background: color-mix(in srgb, var(--text) 12%, transparent);
      border-radius: 3px;
    }
  `;

  declare shown: boolean;

  constructor() {
    super();
    this.shown = false;
  }

  override render(): TemplateResult {
    if (this.shown) return html`<span class="shown"><slot></slot></span>`;
    return html`<span
      class="hidden"
      role="button"
      tabindex="0"
      aria-label="Spoiler: press to show"
      @click=${() => this.#show()}
      @keydown=${(event: KeyboardEvent) => this.#showByKey(event)}
      ><slot></slot
    ></span>`;
  }

  #show(): void {
    this.shown = true;
  }

  #showByKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.shown = true;
  }
}
