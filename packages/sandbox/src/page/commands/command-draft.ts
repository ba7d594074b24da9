import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/payloads/v10';
import type { CommandEntry } from './list-entries.ts';

/** An option as the page offers it: its name, and the value Discord would send. */
export interface DraftChoice {
  name: string;
  value: string | number | boolean;
}

export interface OptionDraft {
  option: APIApplicationCommandBasicOption;
  text: string;
  /** What was picked from a list; null while the text is only typed. */
  chosen: DraftChoice | null;
}

/** A slash command being filled in. */
export interface CommandDraft {
  entry: CommandEntry;
  options: readonly OptionDraft[];
}

/** Discord puts the required options there at once; the others are added when wanted. */
export function startDraft(entry: CommandEntry): CommandDraft {
  const required = entry.options.filter((option) => option.required === true);
  return { entry, options: required.map((option) => ({ option, text: '', chosen: null })) };
}

export function addOption(draft: CommandDraft, name: string): CommandDraft {
  const option = unusedOptions(draft).find((each) => each.name === name);
  if (option === undefined) return draft;
  return { ...draft, options: [...draft.options, { option, text: '', chosen: null }] };
}

export function removeOption(draft: CommandDraft, index: number): CommandDraft {
  return { ...draft, options: draft.options.filter((_, each) => each !== index) };
}

export function changeOption(
  draft: CommandDraft,
  index: number,
  change: Pick<OptionDraft, 'text' | 'chosen'>,
): CommandDraft {
  return {
    ...draft,
    options: draft.options.map((each, at) => (at === index ? { ...each, ...change } : each)),
  };
}

export function unusedOptions(draft: CommandDraft): APIApplicationCommandBasicOption[] {
  const used = new Set(draft.options.map(({ option }) => option.name));
  return draft.entry.options.filter(({ name }) => !used.has(name));
}

/** The first option without a value, or -1. An optional one that was added and left empty counts only after the required. */
export function firstEmpty(draft: CommandDraft): number {
  const missing = draft.options.findIndex(
    ({ option, text }) => option.required === true && text.trim() === '',
  );
  return missing === -1 ? draft.options.findIndex(({ text }) => text.trim() === '') : missing;
}

export function hasAutocomplete(option: APIApplicationCommandBasicOption): boolean {
  return 'autocomplete' in option && option.autocomplete === true;
}

/** Whether a value must be picked from a list rather than typed. */
export function mustBePicked(option: APIApplicationCommandBasicOption): boolean {
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) return true;
  return pickedTypes.has(option.type);
}

const pickedTypes = new Set<ApplicationCommandOptionType>([
  ApplicationCommandOptionType.Boolean,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Mentionable,
]);
