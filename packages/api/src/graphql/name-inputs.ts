/** Where in the arguments a value stands that does not fit its type: GraphQL's own messages say it for variables at most. */
import {
  GraphQLError,
  Kind,
  isInputType,
  typeFromAST,
  validateInputValue,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

export interface NamedInputError {
  /** The argument and the fields inside it. */
  path: string[];
  message: string;
}

/** The path of a value in the text of an operation; null: it stands in no argument. */
export function pathOfValue(document: DocumentNode, value: ASTNode): string[] | null {
  let found: string[] | null = null;
  visit(document, {
    enter(node, key, parent, _path, ancestors) {
      if (found !== null) return false;
      if (node !== value) return undefined;
      found = namesAbove([...ancestors, ...(parent === undefined ? [] : [parent])], key);
      return false;
    },
  });
  return found;
}

/** What is wrong with the variables of an operation, each in the words of its type. */
export function wrongVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): NamedInputError[] {
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: typeNode, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, typeNode);
    const value = variables[name];
    if (!isInputType(type) || (value === undefined && defaultValue !== undefined)) return [];
    const wrong: NamedInputError[] = [];
    const place = pathOfVariable(document, operation, name);
    validateInputValue(value, type, ({ message }, path) => {
      wrong.push({ message, path: [...place, ...path.map(String)] });
    });
    return wrong;
  });
}

/** The argument it is passed to; its own name where it is passed to none. */
function pathOfVariable(document: DocumentNode, operation: OperationDefinitionNode, name: string): string[] {
  let use: ASTNode | undefined;
  visit(document, {
    OperationDefinition: (node) => (node === operation ? undefined : false),
    VariableDefinition: () => false,
    Variable(node) {
      if (node.name.value === name) use ??= node;
    },
  });
  return (use === undefined ? null : pathOfValue(document, use)) ?? [name];
}

type Ancestor = ASTNode | readonly ASTNode[];

/** The names of argument, input fields and list places above a node. `key` is its own place in what it stands in. */
function namesAbove(ancestors: readonly Ancestor[], key: string | number | undefined): string[] | null {
  const argument = ancestors.findLastIndex((above) => 'kind' in above && above.kind === Kind.ARGUMENT);
  if (argument < 0) return null;
  const inside = [...ancestors.slice(argument)];
  return inside.flatMap((above, index) => {
    if ('kind' in above) {
      return above.kind === Kind.ARGUMENT || above.kind === Kind.OBJECT_FIELD ? [above.name.value] : [];
    }
    const owner = inside[index - 1];
    const isList = owner !== undefined && 'kind' in owner && owner.kind === Kind.LIST;
    if (!isList) return [];
    const next = inside[index + 1];
    const place = next !== undefined && 'kind' in next ? above.indexOf(next) : key;
    return [String(place)];
  });
}

export function inputError({ path, message }: NamedInputError, error: GraphQLError): GraphQLError {
  const { nodes, source, positions } = error;
  return new GraphQLError(`"${path.join('.')}": ${message}`, {
    nodes,
    source,
    positions,
    extensions: { ...error.extensions, code: 'INVALID_INPUT', path },
  });
}
