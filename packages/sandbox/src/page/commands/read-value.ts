import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/payloads/v10';
import { mustBePicked, type OptionDraft } from './command-draft.ts';
import { allValues, type Pickable } from './suggest-values.ts';

export type ReadValue = { value: string | number | boolean } | { problem: string };

/** The value of a filled-in option, or what is wrong with it in words for the person typing. */
export function readValue(draft: OptionDraft, pickable: Pickable): ReadValue {
  const { option, chosen } = draft;
  const text = draft.text.trim();
  if (text === '') return { problem: `${option.name}: this option needs a value.` };
  if (chosen !== null) return { value: chosen.value };
  if (option.type === ApplicationCommandOptionType.Attachment) {
    return { problem: `${option.name}: choose a file.` };
  }
  if (mustBePicked(option)) return readPicked(option, text, pickable);
  if (option.type === ApplicationCommandOptionType.String) return readString(option, text);
  return readNumber(option, text);
}

function readPicked(option: APIApplicationCommandBasicOption, text: string, pickable: Pickable): ReadValue {
  const wanted = bare(text);
  const match = allValues(option, pickable).find(({ name }) => bare(name) === wanted);
  return match === undefined
    ? { problem: `${option.name}: choose one from the list.` }
    : { value: match.value };
}

type StringOption = Extract<APIApplicationCommandBasicOption, { type: ApplicationCommandOptionType.String }>;

function readString(option: StringOption, text: string): ReadValue {
  const { min_length: least, max_length: most } = readLengths(option);
  if (least !== undefined && text.length < least) {
    return { problem: `${option.name}: at least ${least} characters, please.` };
  }
  if (most !== undefined && text.length > most) {
    return { problem: `${option.name}: at most ${most} characters, this is ${text.length}.` };
  }
  return { value: text };
}

function readLengths(option: StringOption): { min_length?: number; max_length?: number } {
  return {
    ...('min_length' in option && option.min_length !== undefined ? { min_length: option.min_length } : {}),
    ...('max_length' in option && option.max_length !== undefined ? { max_length: option.max_length } : {}),
  };
}

function readNumber(option: APIApplicationCommandBasicOption, text: string): ReadValue {
  const value = Number(text);
  const isInteger = option.type === ApplicationCommandOptionType.Integer;
  if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) {
    return { problem: `${option.name}: this must be a ${isInteger ? 'whole ' : ''}number.` };
  }
  if ('min_value' in option && option.min_value !== undefined && value < option.min_value) {
    return { problem: `${option.name}: ${option.min_value} or more, please.` };
  }
  if ('max_value' in option && option.max_value !== undefined && value > option.max_value) {
    return { problem: `${option.name}: ${option.max_value} or less, please.` };
  }
  return { value };
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^[#@]/, '');
}
