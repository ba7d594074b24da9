import { html, nothing, type TemplateResult } from 'lit';
import type { CommandEntry } from '../commands/list-entries.ts';
import { icons } from '../look/icons.ts';
import type { Names } from '../markdown/names.ts';

const storageKey = 'sandbox-hint-read';

export function isHintRead(storage: Storage): boolean {
  return storage.getItem(storageKey) !== null;
}

export function keepHintRead(storage: Storage): void {
  storage.setItem(storageKey, 'yes');
}

/** What a first visitor reads above the composer, until it is closed or followed. */
export function renderHint(
  entries: readonly CommandEntry[],
  names: Names,
  close: () => void,
): TemplateResult | typeof nothing {
  const example = entries.find(({ name }) => name === 'briefing read') ?? entries[0];
  if (example === undefined) return nothing;
  const start = (): void => {
    close();
    names.startCommand(example.name);
  };
  return html`<p class="first-hint" role="note">
    <span
      >Type <kbd>/</kbd> to talk to the bot, for example
      <button type="button" class="try" @click=${start}>/${example.name}</button></span
    >
    <button type="button" class="close" aria-label="Close this hint" @click=${close}>${icons.close}</button>
  </p>`;
}
