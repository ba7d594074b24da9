/**
 * Looks through the arguments of a field before its resolver runs: values that do not fit their scalar, texts that are too long, and text
 * that nothing could show or store. What it finds is an `InvalidInputError` with the path of the field: a member of the mutation's union.
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

/** Null: whatever it holds is right. */
function checkOf(type: GraphQLInputType, maxLength: number | undefined): Check | null {
  if (isNonNullType(type)) return checkOf(type.ofType, maxLength);
  if (isListType(type)) return checkOfItems(checkOf(type.ofType, maxLength));
  if (isInputObjectType(type)) return checkOfObject(type);
  if (isEnumType(type) || type.name === 'Int' || type.name === 'Boolean') return null;
  if (type.name === 'String') return checkOfText(maxLength);
  if (type.name === 'ID') return checkOfText(MAX_ID_LENGTH);
  return refuseMisfit;
}

function refuseMisfit(value: unknown, path: readonly string[]): void {
  if (value instanceof Misfit) refuse(path, value.message);
}

function checkOfText(maxLength: number | undefined): Check {
  return (value, path) => {
    if (typeof value !== 'string') return;
    if (maxLength !== undefined && value.length > maxLength) {
      refuse(path, `must have at most ${maxLength} characters, not ${value.length}`);
    }
    if (!value.isWellFormed() || value.includes('\u0000')) {
      refuse(path, 'must hold no NUL and no half of a surrogate pair: nothing can show them');
    }
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
    const { maxLength } = extensions;
    const check = checkOf(type, typeof maxLength === 'number' ? maxLength : undefined);
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
