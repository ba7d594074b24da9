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
        await handle.writeFile(toPieces(world));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, file);
    },
  };
}

/** How many messages or the like are turned into text at once. */
const PIECE = 500;

/** The JSON of a world in pieces: as one text 100,000 messages would take as much memory again. */
function* toPieces(world: SavedWorld): Generator<string> {
  let separator = '{';
  for (const [name, value] of Object.entries(world)) {
    yield `${separator}${JSON.stringify(name)}:`;
    separator = ',';
    if (Array.isArray(value)) yield* listPieces(value);
    else yield JSON.stringify(value);
  }
  yield '}';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let start = 0; start < list.length; start += PIECE) {
    const text = JSON.stringify(list.slice(start, start + PIECE)).slice(1, -1);
    yield start === 0 ? text : `,${text}`;
  }
  yield ']';
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
