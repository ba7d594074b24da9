import type { Logger } from '@communique/shared/logger';
import type { WorldEvent } from './events.ts';
import { type StateStore, toSavedWorld } from './saved-world.ts';
import type { World } from './world.ts';

/** Many changes in a row are one write. */
const QUIET_MS = 300;
/** A large world is written less often: most of the time belongs to the bot. */
const REST_PER_WRITE = 20;
/** A full disk or a folder of somebody else's is not put right at once. */
const RETRY_MS = 5_000;

export interface WorldKeeper {
  /** Stops watching and writes what is not written yet. */
  flush(): Promise<void>;
}

/** Saves the world a moment after something in it changed. */
export function keepWorld(world: World, store: StateStore, logger: Logger): WorldKeeper {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let changed = false;
  let ended = false;
  let writeMs = 0;

  async function save(): Promise<void> {
    const began = performance.now();
    await store.save(toSavedWorld(world));
    writeMs = performance.now() - began;
  }

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!changed) return writing;
    changed = false;
    writing = writing.then(save);
    return writing;
  }

  function writeLater(milliseconds: number): void {
    timer ??= setTimeout(() => void writeOrTryAgain(), milliseconds);
  }

  async function writeOrTryAgain(): Promise<void> {
    try {
      await write();
    } catch (error) {
      writing = Promise.resolve();
      changed = true;
      logger.error({ err: error }, 'The sandbox world could not be saved; it will be tried again');
      if (!ended) writeLater(RETRY_MS);
    }
  }

  const unsubscribe = world.events.subscribe((event) => {
    if (PASSING_EVENTS.has(event.type)) return;
    changed = true;
    writeLater(Math.max(QUIET_MS, writeMs * REST_PER_WRITE));
  });

  return {
    async flush() {
      ended = true;
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
  'judged',
]);
