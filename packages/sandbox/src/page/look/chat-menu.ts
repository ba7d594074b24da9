import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from './base-style.ts';
import { icons } from './icons.ts';
import { keepFocus } from './keep-focus.ts';

export interface MenuGroup {
  title: string;
  items: readonly { label: string; act: () => void }[];
}

const edge = 8;

/** A button that opens a list of acts; arrow keys move in it, Escape closes it. */
export class ChatMenu extends LitElement {
  static override properties = { groups: {}, label: {}, isOpen: { state: true } };
  static override styles = [
    baseStyle,
    css`
      button {
        background: none;
        border: 0;
        color: inherit;
        cursor: pointer;
        font: inherit;
      }
      .opener {
        border-radius: 8px;
        display: block;
        padding: 4px;
      }
      .opener:hover {
        color: var(--strong);
      }
      .opener svg {
        display: block;
        height: 18px;
        width: 18px;
      }
      button:focus-visible {
        outline: 2px solid var(--link);
      }
      [role='menu'] {
        background: var(--popup);
        border: 1px solid var(--card-line);
        border-radius: 8px;
        box-shadow: var(--shadow);
        color: var(--text);
        font: 0.875rem/1.3 var(--font);
        inset: auto;
        margin: 0;
        max-height: 60vh;
        min-width: 190px;
        max-width: 300px;
        overflow-y: auto;
        padding: 6px;
        position: fixed;
      }
      [role='menuitem'] {
        border-radius: 6px;
        display: block;
        overflow-wrap: anywhere;
        padding: 8px 10px;
        text-align: left;
        width: 100%;
      }
      [role='menuitem']:hover,
      [role='menuitem']:focus {
        background: var(--chosen);
        color: var(--strong);
      }
      p {
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 600;
        margin: 6px 10px 2px;
      }
      [role='group'] + [role='group'] {
        border-top: 1px solid var(--card-line);
        margin-top: 4px;
      }
    `,
  ];

  declare groups: readonly MenuGroup[];
  declare label: string;
  declare isOpen: boolean;
  #returnFocus: () => void = () => {};

  constructor() {
    super();
    this.groups = [];
    this.label = '';
    this.isOpen = false;
  }

  override render(): TemplateResult {
    return html`<button
        type="button"
        class="opener"
        aria-label=${this.label}
        title=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        @click=${() => this.open()}
      >
        ${icons.more}
      </button>
      <div
        role="menu"
        popover
        aria-label=${this.label}
        @toggle=${(event: ToggleEvent) => this.#noticeToggle(event.newState === 'open')}
        @keydown=${(event: KeyboardEvent) => this.#move(event)}
      >
        ${this.isOpen ? this.groups.map((group) => this.#renderGroup(group)) : nothing}
      </div>`;
  }

  /** Opens below the button, or at a point of the window: where the right mouse button was pressed. */
  open(at?: { x: number; y: number }): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('[role=menu]');
    const opener = this.renderRoot.querySelector('.opener');
    if (menu === null || opener === null) return;
    this.isOpen = true;
    this.#returnFocus = keepFocus();
    menu.showPopover();
    void this.updateComplete.then(() => {
      const box = opener.getBoundingClientRect();
      const { x, y } = at ?? { x: box.left, y: box.bottom };
      const left = Math.max(edge, Math.min(x, window.innerWidth - menu.offsetWidth - edge));
      const top = Math.max(edge, Math.min(y, window.innerHeight - menu.offsetHeight - edge));
      Object.assign(menu.style, { left: `${left}px`, top: `${top}px` });
      this.#items()[0]?.focus();
    });
  }

  #renderGroup({ title, items }: MenuGroup): TemplateResult {
    return html`<div role="group" aria-label=${title}>
      <p aria-hidden="true">${title}</p>
      ${items.map(
        ({ label, act }) =>
          html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#choose(act)}>
            ${label}
          </button>`,
      )}
    </div>`;
  }

  #noticeToggle(isOpen: boolean): void {
    this.isOpen = isOpen;
    // Only when the items are gone does the focus come free.
    if (!isOpen) void this.updateComplete.then(() => this.#returnFocus());
  }

  #choose(act: () => void): void {
    this.renderRoot.querySelector<HTMLElement>('[role=menu]')?.hidePopover();
    act();
  }

  #move(event: KeyboardEvent): void {
    const items = this.#items();
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    const now = items.findIndex((item) => item.matches(':focus'));
    items.at((now + step) % items.length)?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }
}
