import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import { icons } from '../look/icons.ts';
import { placePopup } from '../look/place-popup.ts';
import type { SelectItem } from './render-select.ts';
import { selectStyle } from './select-style.ts';

/**
 * A select menu with Discord's behaviour: one choice is sent at once, several when the list closes.
 * The component package's own menu cannot be reached by keyboard and knows one choice only.
 */
export class ChatSelect extends LitElement {
  static override properties = {
    items: {},
    initial: {},
    placeholder: {},
    label: {},
    least: {},
    most: {},
    disabled: {},
    busy: {},
    eager: {},
    chosen: { state: true },
    isOpen: { state: true },
    active: { state: true },
  };
  static override styles = [baseStyle, selectStyle];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  declare items: readonly SelectItem[];
  declare initial: readonly string[];
  declare placeholder: string;
  declare label: string;
  declare least: number;
  declare most: number;
  declare disabled: boolean;
  declare busy: boolean;
  /** Tells every change at once, as a form wants it; else several choices are told when the list closes. */
  declare eager: boolean;
  declare chosen: readonly string[];
  declare isOpen: boolean;
  declare active: number;

  constructor() {
    super();
    this.items = [];
    this.initial = [];
    this.placeholder = '';
    this.label = '';
    this.least = 1;
    this.most = 1;
    this.disabled = false;
    this.busy = false;
    this.eager = false;
    this.chosen = [];
    this.isOpen = false;
    this.active = 0;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('initial');
    if (changed.has('initial') && String(before) !== String(this.initial)) this.chosen = this.initial;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('isOpen') && this.isOpen) this.#showPopup();
    this.renderRoot.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    return html`<button
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-controls="list"
        aria-expanded=${this.isOpen}
        aria-label=${this.label || this.placeholder}
        aria-activedescendant=${this.isOpen ? `item-${this.active}` : nothing}
        ?disabled=${this.disabled}
        aria-disabled=${this.busy ? 'true' : nothing}
        @click=${() => this.#toggle()}
        @keydown=${(event: KeyboardEvent) => this.#handleKey(event)}
        @blur=${() => this.#close()}
      >
        <span class="value">${this.#renderValue()}</span>
        ${this.busy ? html`<span class="busy" role="status" aria-label="Waiting for the bot"></span>` : icons.chevron}
      </button>
      ${this.isOpen ? this.#renderList() : nothing}`;
  }

  #renderValue(): TemplateResult {
    const chosen = this.items.filter(({ value }) => this.chosen.includes(value));
    if (chosen.length === 0) return html`<span class="placeholder">${this.placeholder}</span>`;
    return html`${chosen.map(({ label }) => label).join(', ')}`;
  }

  #renderList(): TemplateResult {
    return html`<div
      id="list"
      role="listbox"
      popover="manual"
      aria-label=${this.label || this.placeholder}
      aria-multiselectable=${this.most > 1}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${this.items.map((item, index) => this.#renderItem(item, index))}
      ${this.items.length === 0 ? html`<p class="none">Nothing to choose from</p>` : nothing}
    </div>`;
  }

  #renderItem(item: SelectItem, index: number): TemplateResult {
    const isChosen = this.chosen.includes(item.value);
    return html`<div
      id="item-${index}"
      role="option"
      aria-selected=${isChosen}
      ?data-active=${index === this.active}
      @click=${() => this.#pick(index)}
      @pointermove=${() => (this.active = index)}
    >
      ${item.emoji === undefined ? nothing : html`<span class="emoji" aria-hidden="true">${item.emoji}</span>`}
      <span class="words">
        <span>${item.label}</span>
        ${item.description === undefined ? nothing : html`<small>${item.description}</small>`}
      </span>
      ${isChosen ? icons.check : nothing}
    </div>`;
  }

  #toggle(): void {
    if (this.isOpen) this.#close();
    else this.#open();
  }

  #open(): void {
    if (this.busy) return;
    this.active = Math.max(
      0,
      this.items.findIndex(({ value }) => this.chosen.includes(value)),
    );
    this.isOpen = true;
  }

  #showPopup(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('#list');
    const button = this.renderRoot.querySelector('button');
    if (list !== null && button !== null) placePopup(list, button);
  }

  #close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const isChanged = String(this.chosen) !== String(this.initial);
    if (this.most > 1 && !this.eager && isChanged && this.chosen.length >= this.least) this.#send();
  }

  #pick(index: number): void {
    const value = this.items[index]?.value;
    if (value === undefined) return;
    if (this.most > 1) {
      const without = this.chosen.filter((each) => each !== value);
      const isFull = without.length >= this.most;
      this.chosen = without.length < this.chosen.length || isFull ? without : [...without, value];
      if (this.eager) this.#send();
      return;
    }
    this.chosen = [value];
    this.isOpen = false;
    this.#send();
  }

  #send(): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: [...this.chosen] }));
  }

  #handleKey(event: KeyboardEvent): void {
    if (!this.isOpen) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.#open();
      }
      return;
    }
    const last = this.items.length - 1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => (this.active = this.active >= last ? 0 : this.active + 1),
      ArrowUp: () => (this.active = this.active <= 0 ? last : this.active - 1),
      Home: () => (this.active = 0),
      End: () => (this.active = last),
      Enter: () => this.#pick(this.active),
      ' ': () => this.#pick(this.active),
      Escape: () => this.#close(),
    };
    const move = moves[event.key];
    if (move === undefined) {
      this.#findByLetter(event.key);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  #findByLetter(key: string): void {
    if (key.length !== 1) return;
    const wanted = key.toLowerCase();
    const later = [...this.items.keys()].map((offset) => (this.active + 1 + offset) % this.items.length);
    const found = later.find((index) => this.items[index]?.label.toLowerCase().startsWith(wanted));
    if (found !== undefined) this.active = found;
  }
}
