import { LitElement, css, html, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { SandboxMessage } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';

/** The raw JSON of a message, and whether Discord's own specification agrees with it. */
export class MessageInspector extends LitElement {
  static override properties = { message: {} };
  static override styles = [
    baseStyle,
    css`
      section {
        background: var(--code);
        border: 1px solid var(--card-line);
        border-radius: 8px;
        margin: 6px 16px 8px 72px;
        overflow: hidden;
      }
      header {
        align-items: center;
        border-bottom: 1px solid var(--card-line);
        display: flex;
        font-size: 0.875rem;
        gap: 6px;
        padding: 8px 12px;
      }
      header[data-ok] {
        color: light-dark(#17713f, #4cc38a);
      }
      header:not([data-ok]) {
        color: var(--danger-text);
      }
      ul {
        color: var(--danger-text);
        font-size: 0.875rem;
        margin: 8px 0;
        padding-left: 32px;
      }
      pre {
        color: var(--text);
        font: 0.8125rem/1.45 var(--mono);
        margin: 0;
        max-height: 320px;
        overflow: auto;
        padding: 12px;
      }
      section:focus {
        outline: none;
      }
      section:focus-visible,
      pre:focus-visible {
        outline: 2px solid var(--link);
        outline-offset: -2px;
      }
      @media (max-width: 719px) {
        section {
          margin-left: 16px;
        }
      }
    `,
  ];

  declare message: SandboxMessage;

  /** Below a tall message it would open out of sight. */
  override firstUpdated(): void {
    const section = this.renderRoot.querySelector('section');
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    // Only what Discord would send: the sandbox's own remarks are shown beside it.
    const { verdict, ephemeral_for: _member, interaction_note: _note, ...raw } = this.message;
    return html`<section
      tabindex="-1"
      aria-label="Inspect message ${this.message.id}"
      @keydown=${(event: KeyboardEvent) => this.#leave(event)}
    >
      <header ?data-ok=${verdict.ok}>
        ${verdict.ok ? icons.check : icons.warning}
        <span
          >${
            verdict.ok
              ? 'Valid against Discord’s published specification'
              : `${verdict.violations.length} ${verdict.violations.length === 1 ? 'violation' : 'violations'} of Discord’s published specification`
          }</span
        >
      </header>
      ${
        verdict.ok
          ? ''
          : html`<ul>
              ${verdict.violations.map((violation) => html`<li>${violation}</li>`)}
            </ul>`
      }
      <pre tabindex="0" aria-label="Raw JSON">${JSON.stringify(raw, null, 2)}</pre>
    </section>`;
  }

  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('leave-inspector', { bubbles: true, composed: true }));
  }
}
