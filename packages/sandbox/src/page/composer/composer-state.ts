import {
  addOption,
  changeOption,
  firstEmpty,
  removeOption,
  startDraft,
  type CommandDraft,
} from '../commands/command-draft.ts';
import type { SandboxUpload } from '../../people/protocol.ts';
import type { CommandEntry } from '../commands/list-entries.ts';
import type { Suggestion } from './list-suggestions.ts';

/** Where the caret is in a command being filled in: in an option, or behind the last one. */
export type DraftPosition = number | 'TAIL';

/** What is written in the composer: text, or a command with its options. */
export interface ComposerState {
  text: string;
  draft: CommandDraft | null;
  position: DraftPosition;
  /** What is typed behind the last option, to find another one. */
  tail: string;
  problem: { text: string; at: number } | null;
  /** Files of the message, or of options of the command. */
  files: readonly SandboxUpload[];
}

export const emptyComposer: ComposerState = {
  text: '',
  draft: null,
  position: 'TAIL',
  tail: '',
  problem: null,
  files: [],
};

/** Typing plain text; a full command name and a space begin the command. */
export function typeText(
  text: string,
  entries: readonly CommandEntry[],
  files: readonly SandboxUpload[] = [],
): ComposerState {
  const typed = /^\/(.+) $/.exec(text)?.[1];
  const entry = entries.find(({ name }) => name === typed);
  return entry === undefined ? { ...emptyComposer, text, files } : beginCommand(entry);
}

export function beginCommand(entry: CommandEntry): ComposerState {
  const draft = startDraft(entry);
  return { ...emptyComposer, draft, position: draft.options.length > 0 ? 0 : 'TAIL' };
}

/** Puts a file into an option that wants one. */
export function chooseFile(state: ComposerState, index: number, file: SandboxUpload): ComposerState {
  if (state.draft === null) return state;
  const choice = { name: file.filename, value: file.id };
  const draft = changeOption(state.draft, index, { text: choice.name, chosen: choice });
  const next = firstEmpty(draft);
  return {
    ...state,
    draft,
    files: [...state.files, file],
    position: next === -1 ? 'TAIL' : next,
    problem: null,
  };
}

/** Takes files for the message, or one for an option of the command, or what is wrong with them. */
export function takeFiles(
  state: ComposerState,
  chosen: { uploads: readonly SandboxUpload[] } | { problem: string },
  index: number | undefined,
): ComposerState {
  if ('problem' in chosen) return { ...state, problem: { text: chosen.problem, at: index ?? -1 } };
  if (index === undefined) return { ...state, files: [...state.files, ...chosen.uploads] };
  const [file] = chosen.uploads;
  return file === undefined ? state : chooseFile(state, index, file);
}

/** The files that options of the command still point at. */
export function filesOf({ draft, files }: ComposerState): SandboxUpload[] {
  const values = new Set(draft?.options.map(({ chosen }) => chosen?.value));
  return files.filter(({ id }) => values.has(id));
}

export function typeOption(state: ComposerState, position: DraftPosition, text: string): ComposerState {
  if (state.draft === null) return state;
  if (position === 'TAIL') return { ...state, tail: text, problem: null };
  return { ...state, draft: changeOption(state.draft, position, { text, chosen: null }), problem: null };
}

/** Takes an item of the list: a command, one more option, or a value, after which the next empty option comes. */
export function takeSuggestion(state: ComposerState, item: Suggestion): ComposerState {
  if (item.kind === 'COMMAND') return beginCommand(item.entry);
  if (state.draft === null) return state;
  if (item.kind === 'OPTION') {
    const draft = addOption(state.draft, item.name);
    return { ...state, draft, tail: '', position: draft.options.length - 1 };
  }
  if (state.position === 'TAIL') return state;
  const { choice } = item;
  const draft = changeOption(state.draft, state.position, { text: choice.name, chosen: choice });
  const next = firstEmpty(draft);
  return { ...state, draft, position: next === -1 ? 'TAIL' : next, problem: null };
}

/** Backspace in an empty field: the optional option goes, or the caret goes back, at last out of the command. */
export function eraseBackwards(state: ComposerState): ComposerState {
  const { draft, position } = state;
  if (draft === null) return state;
  const leave = { ...emptyComposer, text: '/' };
  if (position === 'TAIL') {
    return draft.options.length === 0 ? leave : { ...state, position: draft.options.length - 1 };
  }
  const isRequired = draft.options[position]?.option.required === true;
  if (!isRequired) return { ...state, draft: removeOption(draft, position), position: 'TAIL', problem: null };
  return position === 0 ? leave : { ...state, position: position - 1 };
}

export function isEmptyHere({ draft, position, tail }: ComposerState): boolean {
  if (draft === null) return false;
  return (position === 'TAIL' ? tail : draft.options[position]?.text) === '';
}
