import { html, nothing, type TemplateResult } from 'lit';
import type { CommandEntry } from '../commands/list-entries.ts';
import type { Names } from '../markdown/names.ts';
import type { SandboxChannel } from '../../people/protocol.ts';
import { channelIcon, isThread } from './channel-icon.ts';

// Commands worth a first try, as far as the bot has them.
const firstTries = ['briefing read', 'briefing latest', 'faq', 'digest create'];

/** What stands at the beginning of a channel: where one is, and how to talk to the bot. */
export function renderWelcome(
  channel: SandboxChannel | null,
  entries: readonly CommandEntry[],
  names: Names,
): TemplateResult | typeof nothing {
  if (channel === null) return nothing;
  const tries = suggestedEntries(entries);
  return html`<section class="welcome" aria-label="Beginning of #${channel.name}">
    <div class="badge">${channelIcon(channel.type)}</div>
    <h2>Welcome to ${isThread(channel.type) ? '' : '#'}${channel.name}!</h2>
    <p>
      ${channel.topic ?? 'This is a sandbox: a Discord on your own machine. Nothing you do here leaves it.'}
    </p>
    ${tries.length === 0 ? nothing : renderTries(tries, names)}
  </section>`;
}

function renderTries(tries: readonly CommandEntry[], names: Names): TemplateResult {
  return html`<p class="hint">
    Type <kbd>/</kbd> to talk to the bot, for example:
    ${tries.map(
      ({ name }) => html`<button type="button" @click=${() => names.startCommand(name)}>/${name}</button>`,
    )}
  </p>`;
}

function suggestedEntries(entries: readonly CommandEntry[]): CommandEntry[] {
  const known = firstTries.flatMap((name) => entries.find((entry) => entry.name === name) ?? []);
  return known.length > 0 ? known : entries.slice(0, 3);
}
