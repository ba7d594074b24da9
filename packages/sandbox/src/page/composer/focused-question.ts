import { buildFocusedOptions } from '../commands/build-options.ts';
import { hasAutocomplete } from '../commands/command-draft.ts';
import type { Pickable } from '../commands/suggest-values.ts';
import type { ComposerState } from './composer-state.ts';

/** What the bot is asked while an option is being typed; null where it completes nothing. */
export function focusedQuestion({ draft, position }: ComposerState, pickable: Pickable) {
  const option = position === 'TAIL' ? undefined : draft?.options[position]?.option;
  if (draft === null || position === 'TAIL' || option === undefined || !hasAutocomplete(option)) return null;
  return { commandId: draft.entry.commandId, options: buildFocusedOptions(draft, position, pickable) };
}
