/** How single values become parts of an answer. */
import type { GraphQLLeafType } from 'graphql';
import { NotCompiledError, type VariableValues } from './compile-arguments.ts';
import type { GraphQLContext } from './context.ts';
import type { KeptTexts } from './keep-texts.ts';
import { writeList, writePlain, type Write } from './write-answer.ts';

export interface Run {
  context: GraphQLContext;
  variables: VariableValues;
  /** Fields whose resolvers have not answered yet. */
  pending: Promise<void>[];
  failed: boolean;
  /** Something was read that follows from more than the object it was read of, or is not there yet. */
  readsMore: boolean;
}

/** How a value of a type becomes a part of the answer: taken apart as soon as it is there, written when all of them are. */
export interface Completion {
  complete: (value: unknown, run: Run) => unknown;
  write: Write;
}

export function required(completed: Completion | null): Completion | null {
  if (completed === null) return null;
  const { complete, write } = completed;
  return {
    complete(value, run) {
      const result = complete(value, run);
      if (result === null) throw new NotCompiledError('Nothing where something must be');
      return result;
    },
    write,
  };
}

export function list(item: Completion | null): Completion | null {
  if (item === null) return null;
  const { complete, write } = item;
  return {
    complete(value, run) {
      if (value === null || value === undefined) return null;
      if (!Array.isArray(value)) throw new NotCompiledError('A list that is no array');
      const completed: unknown[] = [];
      for (const one of value) completed.push(complete(one, run));
      return completed;
    },
    write: writeList(write),
  };
}

export function leaf(type: GraphQLLeafType): Completion {
  return {
    complete(value) {
      if (value === null || value === undefined) return null;
      refuseUnusual(value);
      const output: unknown = type.coerceOutputValue(value);
      if (output === null || output === undefined) throw new NotCompiledError('A value that has no form');
      return output;
    },
    write: writePlain,
  };
}

/** Of objects that never change: what follows from such an object alone is read and written once. */
export function kept({ complete, write }: Completion, texts: KeptTexts): Completion {
  return {
    complete(value, run) {
      const known = isRecord(value) ? texts.get(value) : undefined;
      if (known !== undefined) return known;
      const { readsMore } = run;
      run.readsMore = false;
      const data = complete(value, run);
      const isOfItAlone = !run.readsMore;
      run.readsMore ||= readsMore;
      if (!isOfItAlone || !isRecord(value)) return data;
      const text = write(data);
      texts.set(value, text);
      return text;
    },
    write: (completed) => (typeof completed === 'string' ? completed : write(completed)),
  };
}

export function refuseUnusual(value: unknown): void {
  if (value instanceof Error || (isRecord(value) && typeof value['then'] === 'function')) {
    throw new NotCompiledError('An error, or a promise where none was expected');
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
