import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { SavedWorld, StateStore } from './saved-world.ts';
import { findWrongPart, isSavedWorld } from './saved-world-outline.ts';

/** Thrown when the file exists but is not a saved world; main.ts prints the message. */
export class StateFileError extends Error {
  override name = 'StateFileError';
  readonly file: string;

  constructor(file: string, options?: ErrorOptions & { reason?: string }) {
    const { reason = 'is not a saved sandbox world of this version', ...rest } = options ?? {};
    super(`${file} ${reason}. Move it away or choose another file in SANDBOX_STATE.`, rest);
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
        if (codeOf(error) === 'ENOENT') return null;
        throw new StateFileError(file, { cause: error, reason: `cannot be read (${codeOf(error)})` });
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
  if (isSavedWorld(value)) return value;
  const wrong = findWrongPart(value);
  const where = wrong === '' ? '' : ` (see ${wrong})`;
  throw new StateFileError(file, { reason: `is not a saved sandbox world of this version${where}` });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
