/** What of a value does not fit the type of its argument: where it stands, what would fit, and what was given. */
import {
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { MISSING, type Given } from './given-input.ts';
import { wordsOf } from './type-words.ts';

export interface InputMistake {
  /** The argument and the fields inside it. */
  path: readonly string[];
  /** Names the path. */
  message: string;
}

export function findMisfits(given: Given, type: GraphQLInputType, path: readonly string[]): InputMistake[] {
  if (given.kind === 'VARIABLE') return [];
  if (isNonNullType(type)) {
    if (given.kind === 'MISSING') return [mistake(path, `is missing: it must be ${wordsOf(type)}`)];
    if (given.kind === 'NULL') return [mistake(path, `must be ${wordsOf(type)}, not null`)];
    return findMisfits(given, type.ofType, path);
  }
  if (given.kind === 'NULL' || given.kind === 'MISSING') return [];
  if (isListType(type)) {
    if (given.kind === 'LIST') {
      return given.items().flatMap((item, at) => findMisfits(item, type.ofType, [...path, String(at)]));
    }
    // One value stands for a list of it.
    const wrong = findMisfits(given, type.ofType, path);
    return wrong.length === 0 || given.kind === 'OBJECT' ? wrong : [misfit(given, type, path)];
  }
  if (isInputObjectType(type)) {
    return given.kind === 'OBJECT' ? misfitsOfObject(given, type, path) : [misfit(given, type, path)];
  }
  return given.fits(type) ? [] : [misfit(given, type, path)];
}

function misfitsOfObject(
  given: Given,
  type: GraphQLInputObjectType,
  path: readonly string[],
): InputMistake[] {
  const fields = type.getFields();
  const parts = given.fields();
  const strange = [...parts.keys()].filter((name) => !Object.hasOwn(fields, name));
  return [
    ...(type.isOneOf ? misfitsOfChoice(parts, type, path) : []),
    ...Object.values(fields)
      .filter((field) => isRequiredInputField(field) || parts.has(field.name))
      .flatMap(({ name, type: inner }) => findMisfits(parts.get(name) ?? MISSING, inner, [...path, name])),
    ...strange.map((name) =>
      mistake(
        [...path, shortName(name)],
        `is no field of ${type.name}. Did you mean one of ${Object.keys(fields).join(', ')}?`,
      ),
    ),
  ];
}

function misfitsOfChoice(
  parts: ReadonlyMap<string, Given>,
  type: GraphQLInputObjectType,
  path: readonly string[],
): InputMistake[] {
  const names = Object.keys(type.getFields());
  const chosen = names.filter((name) => parts.has(name));
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined && parts.get(only)?.kind !== 'NULL') return [];
  const has = chosen.length === 0 ? 'none' : chosen.length === 1 ? `${only}: null` : chosen.join(' and ');
  return [mistake(path, `must have exactly one of the fields ${names.join(', ')}, and has ${has}`)];
}

function misfit(given: Given, type: GraphQLInputType, path: readonly string[]): InputMistake {
  return mistake(path, `must be ${wordsOf(type)}, not ${given.words}`);
}

export function mistake(path: readonly string[], rule: string): InputMistake {
  return { path, message: `"${path.join('.')}" ${rule}` };
}

/** The client's own name of something that is not there: as long as the request, if it likes. */
export function shortName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40).toWellFormed()}…` : name.toWellFormed();
}
