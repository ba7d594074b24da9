import { emptyComposer, type ComposerState } from './composer-state.ts';

/** What is written and not sent yet, by member and channel. */
export interface Drafts {
  read(place: string): ComposerState;
  write(place: string, written: ComposerState): void;
}

/** Kept as long as the page is open. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, ComposerState>();
  return {
    read: (place) => drafts.get(place) ?? emptyComposer,
    write(place, written) {
      if (written === emptyComposer) drafts.delete(place);
      else drafts.set(place, written);
    },
  };
}
