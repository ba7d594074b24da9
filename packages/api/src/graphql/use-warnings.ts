/**
 * Tells clients in `extensions.warnings` which parts of the schema that they use will go. The warnings follow from the operation and its
 * variables alone: equal questions stay equal bytes, and caches are not disturbed.
 */
import { getOperationAST, type DocumentNode, type ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import {
  findDeprecatedInText,
  findDeprecatedInVariables,
  takesDeprecated,
  type Deprecation,
} from './find-deprecated.ts';

interface Warning {
  code: 'DEPRECATED';
  /** The part of the schema, as a schema coordinate. */
  coordinate: string;
  message: string;
}

export function useWarnings(): Plugin {
  const known = new WeakMap<DocumentNode, Map<string, Deprecation[]>>();
  const inText = ({ schema, document, operationName }: ExecutionArgs): Deprecation[] => {
    const operations = known.get(document) ?? new Map<string, Deprecation[]>();
    known.set(document, operations);
    const name = operationName ?? '';
    const operation = getOperationAST(document, operationName);
    const found =
      operations.get(name) ?? (operation ? findDeprecatedInText(schema, document, operation) : []);
    operations.set(name, found);
    return found;
  };
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        // A stream of answers has no place for them; a refusal has a more urgent thing to say.
        if (Symbol.asyncIterator in result || result.data === undefined) return;
        const warnings = warningsOf([...inText(args), ...inVariables(args)]);
        if (warnings.length === 0) return;
        setResult({ ...result, extensions: { ...result.extensions, warnings } });
      },
    }),
  };
}

function inVariables({ schema, document, operationName, variableValues }: ExecutionArgs): Deprecation[] {
  const operation = getOperationAST(document, operationName);
  if (!operation || !takesDeprecated(schema)) return [];
  return findDeprecatedInVariables(schema, operation, variableValues ?? {});
}

function warningsOf(deprecations: readonly Deprecation[]): Warning[] {
  const byCoordinate = new Map(deprecations.map((deprecation) => [deprecation.coordinate, deprecation]));
  return [...byCoordinate.values()].map(({ coordinate, reason }) => ({
    code: 'DEPRECATED',
    coordinate,
    message: `${coordinate} will go: ${reason}`,
  }));
}
