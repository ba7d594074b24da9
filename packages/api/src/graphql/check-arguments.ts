/**
 * Looks through the arguments of every root field before its resolver runs: values that do not fit their scalar, and text that nothing
 * could show or store. What it finds is an `InvalidInputError` with the path of the field: a member of the mutation's union.
 */
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { InvalidInputError } from '../domain-errors.ts';
import { Misfit } from './misfit.ts';

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
    { parentType, args }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (Object.keys(args).length === 0) return resolve;
    // What somebody searches for may be anything; what is to be kept must be text.
    const keeps = parentType === 'Mutation';
    return (source, given, context, info) => {
      check(given, [], keeps);
      return resolve(source, given, context, info);
    };
  }
}

SchemaBuilder.registerPlugin(PLUGIN, CheckArguments);

function check(value: unknown, path: readonly string[], keeps: boolean): void {
  if (typeof value === 'string') {
    if (keeps && isBroken(value)) {
      throw new InvalidInputError(
        'A text may hold no NUL and no half of a surrogate pair: nothing can show them',
        path,
      );
    }
    return;
  }
  if (value instanceof Misfit) throw new InvalidInputError(value.message, path);
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  for (const [name, part] of Object.entries(value)) {
    const canBeWrong = typeof part === 'object' || (keeps && typeof part === 'string');
    if (canBeWrong) check(part, [...path, name], keeps);
  }
}

function isBroken(text: string): boolean {
  return !text.isWellFormed() || text.includes('\u0000');
}
