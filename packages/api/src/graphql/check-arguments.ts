/**
 * Looks through the arguments of a field before its resolver runs: values that do not fit their scalar, texts that are too long or of
 * another form, numbers out of their range, and text that nothing could show or store. What it finds is an `InvalidInputError` with the path of the field: a member of the mutation's union.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { quoted } from '@communique/shared/text';
import { InvalidInputError } from '../domain-errors.ts';
import { Misfit } from './misfit.ts';
import { MAX_ID_LENGTH } from './text-limits.ts';

const PLUGIN = 'checkArguments';
export const checkArgumentsPlugin = PLUGIN;

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- how Pothos learns of plugins
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      checkArguments: CheckArguments<Types>;
    }
  }
}

class CheckArguments<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { args }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (Object.keys(args).length === 0) return resolve;
    // Made of the types of the field, when it is first asked for.
    let check: Check | undefined;
    return (source, given, context, info) => {
      check ??= checkOfParts(argumentsOf(info));
      check(given, []);
      return resolve(source, given, context, info);
    };
  }
}

SchemaBuilder.registerPlugin(PLUGIN, CheckArguments);

type Check = (value: unknown, path: readonly string[]) => void;

function argumentsOf({ parentType, fieldName }: GraphQLResolveInfo): readonly GraphQLArgument[] {
  return parentType.getFields()[fieldName]?.args ?? [];
}

/** What an argument or field says of itself beyond its type (`text-limits.ts`). */
type Limits = Readonly<Record<string, unknown>>;

/** Null: whatever it holds is right. */
function checkOf(type: GraphQLInputType, limits: Limits): Check | null {
  if (isNonNullType(type)) return checkOf(type.ofType, limits);
  if (isListType(type)) return checkOfItems(checkOf(type.ofType, limits));
  if (isInputObjectType(type)) return checkOfObject(type);
  if (isEnumType(type) || type.name === 'Boolean') return null;
  if (type.name === 'Int') return checkOfNumber(limits);
  if (type.name === 'String') return checkOfText(limits);
  if (type.name === 'ID') return checkOfText({ maxLength: MAX_ID_LENGTH });
  return refuseMisfit;
}

function checkOfNumber({ min, max }: Limits): Check | null {
  if (typeof min !== 'number' || typeof max !== 'number') return null;
  return (value, path) => {
    if (typeof value !== 'number' || (value >= min && value <= max)) return;
    refuse(path, `must be from ${min} to ${max}, not ${value}`);
  };
}

function refuseMisfit(value: unknown, path: readonly string[]): void {
  if (value instanceof Misfit) refuse(path, value.message);
}

/** Turn the direction of what follows them, or cannot be seen: a name with them looks like another one. */
const DECEIVING = /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/;

function checkOfText({ maxLength, form, formRule, isFreeText }: Limits): Check {
  return (value, path) => {
    if (typeof value !== 'string') return;
    if (typeof maxLength === 'number' && value.length > maxLength) {
      refuse(path, `must have at most ${maxLength} characters, not ${value.length}`);
    }
    if (!value.isWellFormed() || value.includes('\u0000')) {
      refuse(path, 'must hold no NUL and no half of a surrogate pair: nothing can show them');
    }
    const deceiving = isFreeText === true ? null : DECEIVING.exec(value);
    if (deceiving !== null) {
      const code = deceiving[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      refuse(
        path,
        `must hold no character that turns the direction of text or has no width, such as its U+${code}: remove it`,
      );
    }
    if (form instanceof RegExp && !form.test(value))
      refuse(path, `${String(formRule)}, not ${quoted(value)}`);
  };
}

function checkOfItems(check: Check | null): Check | null {
  if (check === null) return null;
  return (value, path) => {
    if (!Array.isArray(value)) return;
    for (const [at, item] of value.entries()) check(item, [...path, String(at)]);
  };
}

const known = new WeakMap<GraphQLInputObjectType, Check>();

function checkOfObject(type: GraphQLInputObjectType): Check {
  const check = known.get(type) ?? checkOfParts(Object.values(type.getFields()));
  known.set(type, check);
  return check;
}

function checkOfParts(parts: readonly (GraphQLArgument | GraphQLInputField)[]): Check {
  const checks = parts.flatMap(({ name, type, extensions }) => {
    const check = checkOf(type, extensions);
    return check === null ? [] : [{ name, check }];
  });
  return (value, path) => {
    if (!isRecord(value)) return;
    for (const { name, check } of checks) {
      const part = value[name];
      if (part !== undefined && part !== null) check(part, [...path, name]);
    }
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function refuse(path: readonly string[], rule: string): never {
  throw new InvalidInputError(`"${path.join('.')}" ${rule}`, path);
}
