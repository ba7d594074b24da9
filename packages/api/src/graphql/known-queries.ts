/** Queries that went through everything once, limits and validation included: from then on they are answered from what they compile to. */
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { compileQuery, type CompiledQuery } from './compile-query.ts';
import type { GraphQLContext } from './context.ts';
import { createTextMemory, type TextMemory } from './keep-texts.ts';

export interface KnownQuery {
  document: DocumentNode;
  compiled: CompiledQuery;
}

export interface KnownQueries {
  /** Undefined: it was not answered before, or cannot be compiled. */
  find(text: string, operationName: string | null): KnownQuery | undefined;
  /** Gets to know what is answered without an error. To be placed after all plugins that add something to answers. */
  plugin: Plugin<GraphQLContext>;
}

interface Known {
  document: DocumentNode;
  /** By name; compiled when it is asked for again. Null: it cannot be. */
  operations: Map<string | null, KnownQuery | null>;
}

// Of texts. A parsed and compiled query takes about twenty times as much memory.
const MAX_CHARACTERS = 500_000;

export function createKnownQueries(schema: GraphQLSchema): KnownQueries {
  const known = new Map<string, Known>();
  const memory = createTextMemory();
  let characters = 0;
  const remember = (text: string, document: DocumentNode) => {
    if (known.has(text) || text.length > MAX_CHARACTERS / 10) return;
    known.set(text, { document, operations: new Map() });
    characters += text.length;
    for (const oldest of known.keys()) {
      if (characters <= MAX_CHARACTERS) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
  };
  return {
    find(text, operationName) {
      const found = known.get(text);
      if (found === undefined) return undefined;
      const { document, operations } = found;
      const earlier = operations.get(operationName);
      if (earlier !== undefined) return earlier ?? undefined;
      const query = compile({ schema, document, memory }, operationName);
      operations.set(operationName, query);
      return query ?? undefined;
    },
    plugin: {
      onExecute({ args }) {
        const text = args.contextValue.params.query;
        const { document } = args;
        return {
          onExecuteDone({ result }) {
            if (text === undefined || Symbol.asyncIterator in result || result.errors !== undefined) return;
            // Whatever else an answer says is said for this request.
            if (Object.keys(result.extensions ?? {}).some((name) => name !== 'cost')) return;
            remember(text, document);
          },
        };
      },
    },
  };
}

function compile(
  { schema, document, memory }: { schema: GraphQLSchema; document: DocumentNode; memory: TextMemory },
  operationName: string | null,
): KnownQuery | null {
  const operation = operationOf(document, operationName);
  const compiled = operation === undefined ? null : compileQuery(schema, { document, operation, memory });
  return compiled === null ? null : { document, compiled };
}

function operationOf(
  { definitions }: DocumentNode,
  name: string | null,
): OperationDefinitionNode | undefined {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name === null) return operations.length === 1 ? operations[0] : undefined;
  return operations.find((operation) => operation.name?.value === name);
}
