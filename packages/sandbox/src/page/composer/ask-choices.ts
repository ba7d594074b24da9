import type { DraftChoice } from '../commands/command-draft.ts';
import type { RemoteChoices } from './list-suggestions.ts';

export interface ChoiceAsker {
  /** Asks soon; a later wish replaces an earlier one, and only the answer to the last is told. */
  ask(fetchChoices: () => Promise<readonly DraftChoice[]>): void;
  forget(): void;
}

// Long enough not to ask for every letter, short enough to feel live.
const debounceMilliseconds = 150;

export function createChoiceAsker(tell: (choices: RemoteChoices) => void): ChoiceAsker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

  async function run(wish: number, fetchChoices: () => Promise<readonly DraftChoice[]>): Promise<void> {
    try {
      const choices = await fetchChoices();
      if (wish === last) tell({ state: 'READY', choices });
    } catch {
      if (wish === last) tell({ state: 'FAILED', choices: [] });
    }
  }

  return {
    ask(fetchChoices) {
      const wish = ++last;
      clearTimeout(timer);
      tell({ state: 'WAITING', choices: [] });
      timer = setTimeout(() => void run(wish, fetchChoices), debounceMilliseconds);
    },
    forget() {
      last += 1;
      clearTimeout(timer);
      tell({ state: 'READY', choices: [] });
    },
  };
}
