import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { SavedWorld, StateStore } from './saved-world.ts';

/** Thrown when the file exists but is not a saved world; main.ts prints the message. */
export class StateFileError extends Error {
  override name = 'StateFileError';
  readonly file: string;

  constructor(file: string, options?: ErrorOptions) {
    super(
      `${file} is not a saved sandbox world of this version. Move it away or choose another file in SANDBOX_STATE.`,
      options,
    );
    this.file = file;
  }
}

/** One JSON file, replaced as a whole: a crash leaves the old world or the new one, never half of one. */
export function createStateFile(file: string): StateStore {
  const temporary = `${file}.new`;
  return {
    async load() {
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      return parseWorld(file, text);
    },
    async save(world) {
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(temporary, 'w', 0o600);
      try {
        await handle.writeFile(JSON.stringify(world));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, file);
    },
  };
}

function parseWorld(file: string, text: string): SavedWorld {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StateFileError(file, { cause });
  }
  if (!isSavedWorld(value)) throw new StateFileError(file);
  return value;
}

/** The file is written by this program only, so its outline is enough to recognise it. */
function isSavedWorld(value: unknown): value is SavedWorld {
  if (typeof value !== 'object' || value === null) return false;
  const lists = ['people', 'guilds', 'channels', 'messages', 'commands'];
  return (
    'version' in value &&
    value.version === 1 &&
    lists.every((name) => Array.isArray(Reflect.get(value, name))) &&
    typeof Reflect.get(value, 'lastSnowflake') === 'string' &&
    typeof Reflect.get(value, 'bot') === 'object'
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
