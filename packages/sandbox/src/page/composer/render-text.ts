import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface TextView {
  text: string;
  placeName: string;
  /** Whether the member may send messages here, and not only use commands. */
  canWrite: boolean;
  hasList: boolean;
  /** The marked item of the list. */
  marked: number;
}

interface TextActs {
  type(event: InputEvent): void;
  key(event: KeyboardEvent): void;
}

/** The field for a message or the name of a command. */
export function renderText(view: TextView, acts: TextActs): TemplateResult {
  const { text, placeName, canWrite, hasList, marked } = view;
  return html`<textarea
    rows="1"
    role="combobox"
    aria-label="${canWrite ? 'Message' : 'Command in'} ${placeName}. Type / for commands"
    placeholder=${canWrite ? `Message ${placeName}` : 'Type / for commands'}
    aria-autocomplete="list"
    aria-controls="suggestions"
    aria-expanded=${hasList}
    aria-activedescendant=${hasList ? `suggestion-${marked}` : nothing}
    .value=${live(text)}
    @input=${(event: InputEvent) => acts.type(event)}
    @keydown=${(event: KeyboardEvent) => acts.key(event)}
  ></textarea>`;
}
