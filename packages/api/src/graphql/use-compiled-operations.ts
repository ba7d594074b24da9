/** Operations that come again are compiled to JavaScript. */
import { useGraphQlJit } from '@envelop/graphql-jit';
import {
  Kind,
  OperationTypeNode,
  specifiedScalarTypes,
  type GraphQLScalarType,
  type DocumentNode,
  type TypeNode,
} from 'graphql';
import type { Logger } from '@communique/shared/logger';

// Compiling takes longer than answering once or twice: it must not be had for every new text.
const OFTEN = 3;

// `object`: the plugin is typed against another version of envelop.
export function useCompiledOperations(logger: Logger): object {
  for (const scalar of specifiedScalarTypes) takeNoVariables(scalar);
  const seen = new WeakMap<DocumentNode, number>();
  return useGraphQlJit(
    {},
    {
      enableIf({ document }) {
        const times = (seen.get(document) ?? 0) + 1;
        seen.set(document, times);
        return times >= OFTEN && isCompilable(document);
      },
      onError: (result) => logger.error({ errors: result.errors }, 'An operation could not be compiled'),
    },
  );
}

/** graphql-jit writes a complaint to the console about every scalar whose literals could hold variables; those of GraphQL never do. */
function takeNoVariables(scalar: GraphQLScalarType): void {
  if (scalar.parseLiteral.length < 2) return;
  const parseLiteral = scalar.parseLiteral.bind(scalar);
  scalar.parseLiteral = (node) => parseLiteral(node, {});
}

const compilable = new WeakMap<DocumentNode, boolean>();

/**
 * What compiled code does exactly as GraphQL.js does it. The plugin keeps one program per document, of several operations it would run the
 * first one it saw; and graphql-jit asks for a variable that has a default.
 */
function isCompilable(document: DocumentNode): boolean {
  const known = compilable.get(document);
  if (known !== undefined) return known;
  const [operation, ...others] = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const answer =
    operation?.operation === OperationTypeNode.QUERY &&
    others.length === 0 &&
    (operation.variableDefinitions ?? []).every(
      ({ type, defaultValue }) => defaultValue === undefined && isPlain(type),
    );
  compilable.set(document, answer);
  return answer;
}

const PLAIN = new Set(['Boolean', 'DateTime', 'ID', 'Int', 'String']);

function isPlain(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isPlain(type.type);
  return type.kind === Kind.NAMED_TYPE && PLAIN.has(type.name.value);
}
