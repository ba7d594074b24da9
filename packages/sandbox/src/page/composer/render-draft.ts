import { ApplicationCommandOptionType } from 'discord-api-types/payloads/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { unusedOptions, type CommandDraft, type OptionDraft } from '../commands/command-draft.ts';
import type { DraftPosition } from './composer-state.ts';

export interface DraftView {
  draft: CommandDraft;
  position: DraftPosition;
  tail: string;
  /** The option with a mistake. */
  problemAt: number | null;
  hasList: boolean;
  marked: number;
}

export interface DraftHandlers {
  focus(position: DraftPosition): void;
  type(position: DraftPosition, text: string): void;
  key(event: KeyboardEvent): void;
  file(index: number, event: Event): void;
}

export function renderDraft(view: DraftView, handlers: DraftHandlers): TemplateResult {
  const { draft } = view;
  const more = unusedOptions(draft).length;
  return html`<div class="draft" role="group" aria-label="Command /${draft.entry.name}">
    <span class="command">/${draft.entry.name}</span>
    ${draft.options.map((each, index) => renderOption(each, index, view, handlers))}
    <input
      class="tail"
      data-at="TAIL"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      aria-label=${more > 0 ? 'Add an option, or press Enter to send' : 'Press Enter to send'}
      placeholder=${more > 0 ? `+${more} optional` : ''}
      .value=${live(view.tail)}
      aria-autocomplete="list"
      aria-controls="suggestions"
      aria-expanded=${view.position === 'TAIL' && view.hasList}
      aria-activedescendant=${activeId(view, 'TAIL')}
      @focus=${() => handlers.focus('TAIL')}
      @input=${(event: Event) => handlers.type('TAIL', valueOf(event))}
      @keydown=${(event: KeyboardEvent) => handlers.key(event)}
    />
  </div>`;
}

function renderOption(
  each: OptionDraft,
  index: number,
  view: DraftView,
  handlers: DraftHandlers,
): TemplateResult {
  const { option, text } = each;
  const isBad = view.problemAt === index;
  if (option.type === ApplicationCommandOptionType.Attachment) {
    return renderFileOption(each, index, isBad, handlers);
  }
  return html`<label class="chip" ?data-bad=${isBad}>
    <span>${option.name}</span>
    <input
      data-at=${index}
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-controls="suggestions"
      aria-expanded=${view.position === index && view.hasList}
      aria-activedescendant=${activeId(view, index)}
      aria-required=${option.required === true}
      aria-invalid=${isBad}
      aria-describedby=${isBad ? 'problem' : nothing}
      size=${Math.max(4, Math.min(text.length + 1, 40))}
      .value=${live(text)}
      @focus=${() => handlers.focus(index)}
      @input=${(event: Event) => handlers.type(index, valueOf(event))}
      @keydown=${(event: KeyboardEvent) => handlers.key(event)}
    />
  </label>`;
}

function renderFileOption(
  { option, text }: OptionDraft,
  index: number,
  isBad: boolean,
  handlers: DraftHandlers,
): TemplateResult {
  return html`<label class="chip file" ?data-bad=${isBad}>
    <span>${option.name}</span><span class="name">${text === '' ? 'Choose a file…' : text}</span>
    <input
      type="file"
      data-at=${index}
      aria-label="${option.name}: choose a file"
      aria-required=${option.required === true}
      aria-invalid=${isBad}
      aria-describedby=${isBad ? 'problem' : nothing}
      @focus=${() => handlers.focus(index)}
      @change=${(event: Event) => handlers.file(index, event)}
      @keydown=${(event: KeyboardEvent) => {
        // Enter opens the browser's own dialog.
        if (event.key === 'Escape' || event.key === 'Backspace') handlers.key(event);
      }}
    />
  </label>`;
}

function activeId(view: DraftView, position: DraftPosition): string | typeof nothing {
  const isActive = view.position === position && view.hasList && view.marked >= 0;
  return isActive ? `suggestion-${view.marked}` : nothing;
}

function valueOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}
