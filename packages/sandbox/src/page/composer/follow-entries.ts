import type { CommandEntry } from '../commands/list-entries.ts';
import { emptyComposer, typeText, type ComposerState } from './composer-state.ts';

/** What was written, seen again with the commands that there are now; null when it stays as it is. */
export function followEntries(
  written: ComposerState,
  entries: readonly CommandEntry[],
): ComposerState | null {
  const { text, draft, files } = written;
  // What was typed before the commands were known is read again.
  if (draft === null) return text.startsWith('/') ? typeText(text, entries, files) : null;
  // The member changed or the bot registered anew: a command that is gone cannot be finished.
  return entries.some((entry) => isSame(entry, draft.entry)) ? null : emptyComposer;
}

function isSame(one: CommandEntry, other: CommandEntry): boolean {
  return one.commandId === other.commandId && one.name === other.name;
}
