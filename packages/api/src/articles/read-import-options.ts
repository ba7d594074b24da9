/** What POST /import is told in its address: a word that is not understood is refused, for it was meant to do something. */
import { InvalidInputError } from '../domain-errors.ts';
import { SAME_NAME, type SameName } from './article-draft.ts';

export interface ImportOptions {
  /** Of the one file that is the body; null: not said. */
  name: string | null;
  /** A Discord guild or the library; null: not said. */
  community: string | null;
  overEdits: boolean;
  sameName: SameName;
}

const NAMES = ['name', 'community', 'over-edits', 'same-name'];

export function readImportOptions(parameters: URLSearchParams): ImportOptions {
  for (const name of parameters.keys()) {
    if (!NAMES.includes(name)) {
      throw new InvalidInputError(
        `There is no parameter "${name.slice(0, 50)}": known are ${NAMES.join(', ')}`,
        [name.slice(0, 50)],
      );
    }
    if (parameters.getAll(name).length > 1) {
      throw new InvalidInputError(`The parameter "${name}" stands there more than once`, [name]);
    }
  }
  return {
    name: parameters.get('name'),
    community: parameters.get('community'),
    overEdits: readFlag(parameters, 'over-edits'),
    sameName: readSameName(parameters),
  };
}

function readSameName(parameters: URLSearchParams): SameName {
  const value = parameters.get('same-name') ?? 'ask';
  const choice = SAME_NAME.find((each) => each.toLowerCase() === value);
  if (choice !== undefined) return choice;
  throw new InvalidInputError(
    `The parameter "same-name" is "ask", "update" or "new", not "${value.slice(0, 50)}"`,
    ['same-name'],
  );
}

function readFlag(parameters: URLSearchParams, name: string): boolean {
  const value = parameters.get(name) ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw new InvalidInputError(`The parameter "${name}" is "true" or "false", not "${value.slice(0, 50)}"`, [
    name,
  ]);
}
