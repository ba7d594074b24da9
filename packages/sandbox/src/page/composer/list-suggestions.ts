import { ApplicationCommandOptionType } from 'discord-api-types/payloads/v10';
import {
  hasAutocomplete,
  mustBePicked,
  unusedOptions,
  type CommandDraft,
  type DraftChoice,
} from '../commands/command-draft.ts';
import { matchEntries, type CommandEntry } from '../commands/list-entries.ts';
import { suggestValues, type Pickable } from '../commands/suggest-values.ts';
import type { ComposerState } from './composer-state.ts';

export type Suggestion = { label: string; detail: string } & (
  | { kind: 'COMMAND'; entry: CommandEntry }
  | { kind: 'OPTION'; name: string }
  | { kind: 'VALUE'; choice: DraftChoice }
);

/** What the list above the composer shows. */
export interface Suggestions {
  title: string;
  items: readonly Suggestion[];
  /** What to say under the title when there is nothing to choose. */
  remark: string;
  /** Whether the first item is marked at once, so that Enter takes it. */
  isFirstMarked: boolean;
}

/** The bot's choices for the option being typed. */
export interface RemoteChoices {
  state: 'WAITING' | 'READY' | 'FAILED';
  choices: readonly DraftChoice[];
}

/** The list for what is written now; null when there is nothing to show. */
export function currentSuggestions(
  written: ComposerState,
  entries: readonly CommandEntry[],
  pickable: Pickable,
  remote: RemoteChoices,
): Suggestions | null {
  const { text, draft, position, tail } = written;
  if (draft === null) return text.startsWith('/') ? suggestCommands(entries, text.slice(1)) : null;
  if (position === 'TAIL') return suggestOptions(draft, tail);
  return suggestForOption(draft, position, pickable, remote);
}

/** The commands that fit what was typed after the slash. */
function suggestCommands(entries: readonly CommandEntry[], typed: string): Suggestions {
  const items = matchEntries(entries, typed).map((entry): Suggestion => {
    return { kind: 'COMMAND', entry, label: `/${entry.name}`, detail: entry.description };
  });
  const remark =
    entries.length === 0
      ? 'No commands here: the bot has registered none, or they may not be used in this channel.'
      : `No command matches /${typed.trim()}`;
  return { title: 'Commands', items, remark: items.length === 0 ? remark : '', isFirstMarked: true };
}

/** The optional options that can still be added. */
function suggestOptions(draft: CommandDraft, typed: string): Suggestions | null {
  const wanted = typed.trim().toLowerCase();
  const items = unusedOptions(draft)
    .filter(({ name }) => name.includes(wanted))
    .map(({ name, description }): Suggestion => ({ kind: 'OPTION', name, label: name, detail: description }));
  if (items.length === 0) return null;
  return { title: 'More options', items, remark: '', isFirstMarked: wanted !== '' };
}

/** The values for one option: the page's own lists, or what the bot answered. */
function suggestForOption(
  draft: CommandDraft,
  index: number,
  pickable: Pickable,
  remote: RemoteChoices,
): Suggestions | null {
  const current = draft.options[index];
  if (current === undefined) return null;
  const { option, text, chosen } = current;
  const isRemote = hasAutocomplete(option);
  const choices = isRemote ? remote.choices : suggestValues(option, chosen === null ? text : '', pickable);
  const items = choices.map((choice): Suggestion => ({
    kind: 'VALUE',
    choice,
    label: choice.name,
    detail: '',
  }));
  const isFirstMarked = chosen === null && (mustBePicked(option) || isRemote);
  const remark =
    items.length > 0 ? '' : remarkFor(option.type, isRemote ? remote.state : null, mustBePicked(option));
  return { title: `${option.name}: ${option.description}`, items, remark, isFirstMarked };
}

function remarkFor(
  type: ApplicationCommandOptionType,
  state: RemoteChoices['state'] | null,
  isPicked: boolean,
): string {
  if (state === 'WAITING') return 'Asking the bot…';
  if (state === 'FAILED') return 'Loading options failed. You can still type a value.';
  if (state === 'READY') return 'No options match your search.';
  if (type === ApplicationCommandOptionType.Attachment)
    return 'Choose a file of this machine; it goes to the sandbox and no further.';
  return isPicked ? 'Nothing matches.' : '';
}
