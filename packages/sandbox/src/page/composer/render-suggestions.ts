import { html, nothing, type TemplateResult } from 'lit';
import { botAvatar } from '../look/avatars.ts';
import type { Suggestion, Suggestions } from './list-suggestions.ts';

interface SuggestionHandlers {
  pick(index: number): void;
  mark(index: number): void;
}

/** The list above the composer. The focus stays in the text field, which points at the marked item. */
export function renderSuggestions(
  suggestions: Suggestions,
  marked: number,
  handlers: SuggestionHandlers,
): TemplateResult {
  return html`<div class="popup" @pointerdown=${(event: Event) => event.preventDefault()}>
    <p class="popup-title">${suggestions.title}</p>
    ${suggestions.remark === '' ? nothing : html`<p class="remark" role="status">${suggestions.remark}</p>`}
    <div id="suggestions" role="listbox" aria-label=${suggestions.title}>
      ${suggestions.items.map((item, index) => renderItem(item, index, index === marked, handlers))}
    </div>
  </div>`;
}

function renderItem(
  item: Suggestion,
  index: number,
  isMarked: boolean,
  handlers: SuggestionHandlers,
): TemplateResult {
  return html`<div
    id="suggestion-${index}"
    role="option"
    aria-selected=${isMarked}
    @click=${() => handlers.pick(index)}
    @pointermove=${() => handlers.mark(index)}
  >
    ${item.kind === 'COMMAND' ? html`<img src=${botAvatar()} alt="" width="28" height="28" />` : nothing}
    <span class="words"
      ><span class="label">${item.label}</span>${
        item.kind === 'COMMAND'
          ? html`<span class="params">${parameters(item.entry.options)}</span>`
          : nothing
      }${item.detail === '' ? nothing : html`<small>${item.detail}</small>`}</span
    >
  </div>`;
}

function parameters(options: readonly { name: string; required?: boolean }[]): TemplateResult[] {
  return options
    .filter(({ required }) => required === true)
    .map(({ name }) => html`<span class="param">${name}</span>`);
}
