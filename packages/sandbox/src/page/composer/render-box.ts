import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../look/icons.ts';
import { renderAttach, renderLength } from './render-extras.ts';
import { renderSuggestions } from './render-suggestions.ts';
import type { Suggestions } from './list-suggestions.ts';

interface BoxView {
  /** The field for text, or those of a command. */
  field: TemplateResult;
  /** A command is being written. */
  isCommand: boolean;
  text: string;
  canAttach: boolean;
  canSend: boolean;
  suggestions: Suggestions | null;
  marked: number;
}

interface BoxActs {
  attach(event: Event): void;
  pick(index: number): void;
  mark(index: number): void;
  send(): void;
}

/** The frame around what is written: files, suggestions, length and the button that sends. */
export function renderBox(view: BoxView, acts: BoxActs): TemplateResult {
  const { suggestions, isCommand } = view;
  return html`<div class="box">
    ${view.canAttach ? renderAttach((event) => acts.attach(event)) : nothing}
    ${suggestions === null ? nothing : renderSuggestions(suggestions, view.marked, acts)} ${view.field}
    ${isCommand ? nothing : renderLength(view.text)}
    <button
      type="button"
      class="send"
      aria-label=${isCommand ? 'Send command' : 'Send message'}
      ?disabled=${!view.canSend}
      @click=${() => acts.send()}
    >
      ${icons.send}
    </button>
  </div>`;
}
