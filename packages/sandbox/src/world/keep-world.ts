import type { Logger } from '@communique/shared/logger';
import type { WorldEvent } from './events.ts';
import { type StateStore, toSavedWorld } from './saved-world.ts';
import type { World } from './world.ts';

/** Many changes in a row are one write. */
const QUIET_MS = 300;

export interface WorldKeeper {
  /** Stops watching and writes what is not written yet. */
  flush(): Promise<void>;
}

/** Saves the world a moment after something in it changed. */
export function keepWorld(world: World, store: StateStore, logger: Logger): WorldKeeper {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let changed = false;

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!changed) return writing;
    changed = false;
    writing = writing.then(() => store.save(toSavedWorld(world)));
    return writing;
  }

  const unsubscribe = world.events.subscribe((event) => {
    if (PASSING_EVENTS.has(event.type)) return;
    changed = true;
    timer ??= setTimeout(() => {
      write().catch((error: unknown) => {
        writing = Promise.resolve();
        changed = true;
        logger.error({ error }, 'The sandbox world could not be saved; it will be tried again');
      });
    }, QUIET_MS);
  });

  return {
    async flush() {
      unsubscribe();
      await write();
    },
  };
}

/** What leaves nothing behind. */
const PASSING_EVENTS = new Set<WorldEvent['type']>([
  'typing',
  'interaction-created',
  'interaction-thinking',
  'interaction-modal',
  'interaction-acknowledged',
  'interaction-failed',
  'guild-lost',
  'guild-found',
  'bot',
  'clock',
]);
